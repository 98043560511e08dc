using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Registers;

/// <summary>Shows relationships between staff and families as they were declared (REL-1). For SLT, the safeguarding lead and the data protection officer; that somebody looked is in the audit trail.</summary>
/// <example><code>Get-RelationshipDeclaration</code>What counts now or later.</example>
/// <example><code>Get-RelationshipDeclaration -User n.ames -IncludeEnded</code>One person's, also what is over.</example>
public sealed class GetRelationshipDeclaration : PolicyRequest
{
    /// <summary>Members of staff: login name, UPN, full name or role. Default: all.</summary>
    public string[] User { get; set; } = [];

    /// <summary>Families by the school's id. Default: all.</summary>
    public string[] FamilyId { get; set; } = [];

    /// <summary>What has ended or was closed too.</summary>
    public bool IncludeEnded { get; set; }

    /// <summary>Only those whose day of review has come.</summary>
    public bool ReviewDue { get; set; }
}

internal sealed class GetRelationshipDeclarationHandler : CommandHandler<GetRelationshipDeclaration>
{
    public override Task HandleAsync(GetRelationshipDeclaration request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var book = new FamilyLinkBook(context, context.LoadPeople());
        foreach (var entry in book.Read(FamilyLinkKind.RelationshipDeclaration, request.User, request.FamilyId, request.IncludeEnded))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var shown = RelationshipDeclaration.Of(entry, book, context.Now, context.Workspace.Zone);
            if (!request.ReviewDue || shown.ReviewDue)
            {
                sink.Write(shown);
            }
        }

        return Task.CompletedTask;
    }
}
