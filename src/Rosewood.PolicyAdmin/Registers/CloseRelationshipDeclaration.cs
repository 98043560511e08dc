using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Registers;

/// <summary>Closes declared relationships: they no longer count (REL-1). It stays on record. For SLT and the safeguarding lead.</summary>
/// <example><code>Close-RelationshipDeclaration -Id R-0001 -Reason 'The family has moved away'</code>Closes one.</example>
/// <example><code>Get-RelationshipDeclaration -User n.ames | Close-RelationshipDeclaration -Reason 'Left the school'</code>Closes all of a person's.</example>
public sealed class CloseRelationshipDeclaration : PolicyRequest
{
    /// <summary>Entries by id.</summary>
    public string[] Id { get; set; } = [];

    /// <summary>Why; kept with it.</summary>
    public string? Reason { get; set; }

    /// <inheritdoc/>
    public override void Validate() => RegisterText.Read(nameof(Reason), Reason);
}

internal sealed class CloseRelationshipDeclarationHandler : CommandHandler<CloseRelationshipDeclaration>
{
    public override Task HandleAsync(CloseRelationshipDeclaration request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var ids = request.Id.Select(i => i.Trim()).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var book = new FamilyLinkBook(context, context.LoadPeople());
        var open = book.Open(FamilyLinkKind.RelationshipDeclaration, ids, context.Now);
        if (sink.ShouldProcess(string.Join(", ", open.Select(e => $"{e.Fact.Id} ({book.NameOf(e.Fact.PersonId)})")), "Close: it no longer counts"))
        {
            var at = context.Clock.GetUtcNow();
            foreach (var entry in book.Close(FamilyLinkKind.RelationshipDeclaration, ids, RegisterText.Read(nameof(request.Reason), request.Reason)))
            {
                at = entry.Ending!.At > at ? entry.Ending.At : at;
                sink.Write(RelationshipDeclaration.Of(entry, book, at, context.Workspace.Zone));
            }
        }

        return Task.CompletedTask;
    }
}
