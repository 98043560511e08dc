using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Registers;

/// <summary>Shows contacts with families on social media that SLT agreed to (REL-2). For SLT, the safeguarding lead and the data protection officer; that somebody looked is in the audit trail.</summary>
/// <example><code>Get-FamilyContactAgreement</code>What counts now or later.</example>
/// <example><code>Get-FamilyContactAgreement -User n.ames -IncludeEnded</code>One person's, also what is over.</example>
public sealed class GetFamilyContactAgreement : PolicyRequest
{
    /// <summary>Members of staff: login name, UPN, full name or role. Default: all.</summary>
    public string[] User { get; set; } = [];

    /// <summary>Families by the school's id. Default: all.</summary>
    public string[] FamilyId { get; set; } = [];

    /// <summary>What has ended or was closed too.</summary>
    public bool IncludeEnded { get; set; }
}

internal sealed class GetFamilyContactAgreementHandler : CommandHandler<GetFamilyContactAgreement>
{
    public override Task HandleAsync(GetFamilyContactAgreement request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var book = new FamilyLinkBook(context, context.LoadPeople());
        foreach (var entry in book.Read(FamilyLinkKind.FamilyContactAgreement, request.User, request.FamilyId, request.IncludeEnded))
        {
            cancellationToken.ThrowIfCancellationRequested();
            sink.Write(FamilyContactAgreement.Of(entry, book, context.Now));
        }

        return Task.CompletedTask;
    }
}
