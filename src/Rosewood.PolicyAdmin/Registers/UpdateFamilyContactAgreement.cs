using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Registers;

/// <summary>
/// Records what was agreed anew about contacts with families: until when, on which services (REL-2). What stood before stays on record. What
/// is over is agreed afresh with New-FamilyContactAgreement. For SLT and the safeguarding lead.
/// </summary>
/// <example><code>Update-FamilyContactAgreement -Id F-0001 -Until 2028-03-31 -Reason 'The mother is abroad until spring'</code>Goes on longer.</example>
/// <example><code>Get-FamilyContactAgreement -User n.ames | Update-FamilyContactAgreement -Service WhatsApp -AgreedBy head</code>One service only.</example>
public sealed class UpdateFamilyContactAgreement : PolicyRequest
{
    /// <summary>Entries by id.</summary>
    public string[] Id { get; set; } = [];

    /// <summary>Until when, later than now; a date alone includes that day. Default: as before.</summary>
    public TimeInput? Until { get; set; }

    /// <summary>Services by name or alias. Default: as before.</summary>
    public string[] Service { get; set; } = [];

    /// <summary>The SLT member who agreed: someone else than the user. Default: who runs the command.</summary>
    public string? AgreedBy { get; set; }

    /// <summary>Why; kept with it.</summary>
    public string? Reason { get; set; }

    /// <inheritdoc/>
    public override void Validate()
    {
        RegisterText.Read(nameof(Reason), Reason);
        if (Until is null && Service.Length == 0)
        {
            throw RegisterFaults.NothingToUpdate(string.Join(", ", Id), "-Until or -Service").ToException();
        }
    }
}

internal sealed class UpdateFamilyContactAgreementHandler : CommandHandler<UpdateFamilyContactAgreement>
{
    public override Task HandleAsync(UpdateFamilyContactAgreement request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var zone = context.Workspace.Zone;
        var people = context.LoadPeople();
        var book = new FamilyLinkBook(context, people);
        var ids = request.Id.Select(i => i.Trim()).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var until = request.Until?.ToEnd(zone).ToUniversalTime();
        var services = request.Service.Length == 0 ? null : CatalogueLoader.Names(request.Service, context);
        var open = book.Open(FamilyLinkKind.FamilyContactAgreement, ids, context.Now);
        foreach (var entry in open)
        {
            RegisterPeriod.Start(entry.Fact.From, until, context.Now);
        }

        var leaders = open.ToDictionary(e => e.Fact.Id, e => book.Leader(nameof(request.AgreedBy), request.AgreedBy, e.Fact.PersonId, context.Now).Id, StringComparer.Ordinal);
        if (sink.ShouldProcess(string.Join(", ", open.Select(e => $"{e.Fact.Id} ({book.NameOf(e.Fact.PersonId)})")), "Record what was agreed"))
        {
            foreach (var entry in book.Update(FamilyLinkKind.FamilyContactAgreement, ids, (e, at) => new FamilyLinkUpdate
            {
                LinkId = e.Fact.Id,
                At = at,
                By = context.Operator.Id,
                LeaderId = leaders[e.Fact.Id],
                Reason = RegisterText.Read(nameof(request.Reason), request.Reason),
                Until = until,
                Services = services,
            }))
            {
                sink.Write(FamilyContactAgreement.Of(entry, book, context.Now));
            }
        }

        return Task.CompletedTask;
    }
}
