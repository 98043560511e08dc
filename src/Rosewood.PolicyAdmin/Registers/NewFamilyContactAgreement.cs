using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Registers;

/// <summary>
/// Records that SLT agreed to a member of staff's contact with a family on social media, which the child's welfare needs (REL-2). For SLT and
/// the safeguarding lead. It opens nothing: Grant-SocialMediaAccess does. A finding that it explains names it; the finding stays.
/// </summary>
/// <example><code>New-FamilyContactAgreement -User n.ames -FamilyId F-1042 -Service WhatsApp -Reason 'Mother abroad, no telephone' -AgreedBy head -Until 2027-03-31</code>One service, until the end of March.</example>
/// <example><code>New-FamilyContactAgreement -User 'Nell Ames' -FamilyId F-1042 -Reason 'Medical updates by the hospital group' -AgreedBy deputy</code>All services, until it is closed.</example>
public sealed class NewFamilyContactAgreement : PolicyRequest
{
    /// <summary>The member of staff: login name, UPN, full name or role.</summary>
    public string User { get; set; } = "";

    /// <summary>The family, by the school's id as in the file of family contacts. Never an address.</summary>
    public string FamilyId { get; set; } = "";

    /// <summary>Services by name or alias. Default: all.</summary>
    public string[] Service { get; set; } = [];

    /// <summary>Why the child needs it.</summary>
    public string Reason { get; set; } = "";

    /// <summary>The SLT member who agreed: someone else than the user. Default: who runs the command.</summary>
    public string? AgreedBy { get; set; }

    /// <summary>From when, school local time. Default: now, and never before: what happened earlier was not agreed.</summary>
    public TimeInput? From { get; set; }

    /// <summary>Until when; a date alone includes that day. Default: until it is closed.</summary>
    public TimeInput? Until { get; set; }

    /// <inheritdoc/>
    public override void Validate()
    {
        RegisterText.RequireFamily(FamilyId);
        RegisterText.Require(nameof(Reason), Reason, "Mother abroad, no telephone");
    }
}

internal sealed class NewFamilyContactAgreementHandler : CommandHandler<NewFamilyContactAgreement>
{
    public override Task HandleAsync(NewFamilyContactAgreement request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var zone = context.Workspace.Zone;
        var people = context.LoadPeople();
        var book = new FamilyLinkBook(context, people);
        var subject = people.Resolve(request.User, context.Now.UtcTicks);
        var leader = book.Leader(nameof(request.AgreedBy), request.AgreedBy, subject, context.Now);
        var services = CatalogueLoader.Names(request.Service, context);
        var until = request.Until?.ToEnd(zone).ToUniversalTime();
        Require(request, until, context.Now, zone);
        var family = FamilyLinkBook.Family(request.FamilyId, context, sink);
        if (!sink.ShouldProcess(subject.DisplayName, $"Record contact with family {family} on {(services.Count == 0 ? "all services" : string.Join(", ", services))}, agreed by {leader.DisplayName}"))
        {
            return Task.CompletedTask;
        }

        var fact = book.Record(FamilyLinkKind.FamilyContactAgreement, (id, at) => new FamilyLinkFact
        {
            Id = id,
            Kind = FamilyLinkKind.FamilyContactAgreement,
            PersonId = subject.Id,
            FamilyId = family,
            From = Require(request, until, at, zone),
            Until = until,
            Text = RegisterText.Read(nameof(request.Reason), request.Reason)!,
            Services = services,
            LeaderId = leader.Id,
            RecordedBy = context.Operator.Id,
            RecordedAt = at,
        });
        sink.Write(FamilyContactAgreement.Of(new RecordedFamilyLink(fact, Ending: null), book, fact.RecordedAt));
        return Task.CompletedTask;
    }

    /// <summary>From when it counts: never before it is recorded.</summary>
    private static DateTimeOffset Require(NewFamilyContactAgreement request, DateTimeOffset? until, DateTimeOffset now, TimeZoneInfo zone)
    {
        var from = request.From?.ToStart(zone).ToUniversalTime() is { } asked && asked > now ? asked : now;
        return until > from || until is null ? from : throw RegisterFaults.EndNotAfterStart().ToException();
    }
}
