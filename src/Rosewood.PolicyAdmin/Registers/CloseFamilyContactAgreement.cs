using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Registers;

/// <summary>Ends agreed contacts with families now (REL-2). It stays on record. For SLT and the safeguarding lead.</summary>
/// <example><code>Close-FamilyContactAgreement -Id F-0001 -Reason 'The mother has a telephone again'</code>Closes one.</example>
/// <example><code>Get-FamilyContactAgreement -User n.ames | Close-FamilyContactAgreement -Reason 'Left the school'</code>Closes all of a person's.</example>
public sealed class CloseFamilyContactAgreement : PolicyRequest
{
    /// <summary>Entries by id.</summary>
    public string[] Id { get; set; } = [];

    /// <summary>Why; kept with it.</summary>
    public string? Reason { get; set; }

    /// <inheritdoc/>
    public override void Validate() => RegisterText.Read(nameof(Reason), Reason);
}

internal sealed class CloseFamilyContactAgreementHandler : CommandHandler<CloseFamilyContactAgreement>
{
    public override Task HandleAsync(CloseFamilyContactAgreement request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var ids = request.Id.Select(i => i.Trim()).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var book = new FamilyLinkBook(context, context.LoadPeople());
        var open = book.Open(FamilyLinkKind.FamilyContactAgreement, ids, context.Now);
        if (sink.ShouldProcess(string.Join(", ", open.Select(e => $"{e.Fact.Id} ({book.NameOf(e.Fact.PersonId)})")), "Close: it no longer counts"))
        {
            var at = context.Clock.GetUtcNow();
            foreach (var entry in book.Close(FamilyLinkKind.FamilyContactAgreement, ids, RegisterText.Read(nameof(request.Reason), request.Reason)))
            {
                at = entry.Ending!.At > at ? entry.Ending.At : at;
                sink.Write(FamilyContactAgreement.Of(entry, book, at));
            }
        }

        return Task.CompletedTask;
    }
}
