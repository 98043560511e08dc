using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Correspondence.Addresses;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Registers.Files;

namespace Rosewood.PolicyAdmin.Registers.Rulings;

/// <summary>The register of rulings: checks, records, closes.</summary>
/// <param name="context">The command.</param>
/// <param name="people">The roster.</param>
internal sealed class RulingBook(CommandContext context, PeopleHistory people)
{
    private const string Clause = "COM-4";
    private const int LongestSystem = 120;

    /// <summary>The file's columns.</summary>
    public static IReadOnlyList<CsvColumn> Columns { get; } = RegisterFile.Columns(
        [new("Subject", Required: true), new("Ruling", Required: true), new("System", Required: true), new("Reason", Required: true)],
        ["From", "Until", "DecidedBy", "Status"],
        ["Id", "Domain", "RecordedBy", "RecordedAt", "ClosedAt", "ClosedReason"]);

    /// <summary>A row as a person would have typed it.</summary>
    public static NewSltRuling Of(RegisterRow row, NewSltRuling request) => new()
    {
        Subject = row.Text("Subject") ?? "",

        // A word that is none was told already, and is not told again as a missing one.
        Ruling = row.Word<RulingKind>("Ruling") ?? (row.Text("Ruling") is null ? null : default(RulingKind)),
        System = row.Text("System") ?? "",
        Reason = row.Text("Reason") ?? "",
        From = row.Time("From"),
        Until = row.Time("Until") ?? request.Until,
        DecidedBy = row.Text("DecidedBy") ?? request.DecidedBy,
    };

    /// <summary>The ruling that a request makes, without its id; null where the guard has taken note of a problem.</summary>
    public SltRulingFact? Draft(NewSltRuling request, RegisterGuard guard)
    {
        var zone = context.Workspace.Zone;
        var subject = guard.Check("Subject", () => RegisterText.Require("Subject", request.Subject, "Progress reports by the parents' portal"));
        var ruling = guard.Check("Ruling", () => request.Ruling ?? throw RegisterFaults.WordUnknown("Ruling", "", "Permitted or Refused").ToException());
        var system = guard.Check("System", () => SystemOf(request.System));
        var reason = guard.Check("Reason", () => RegisterText.Require("Reason", request.Reason, "Has a data protection agreement"));
        var from = guard.Check("From", () => request.From?.ToStart(zone).ToUniversalTime());
        var until = guard.Check("Until", () => request.Until?.ToEnd(zone).ToUniversalTime());
        guard.Check("Until", () => RegisterPeriod.Start(from, until, context.Now));
        var leader = guard.Check("DecidedBy", () => Leader(request.DecidedBy));
        return guard.HasFailed ? null : new SltRulingFact
        {
            Id = "",
            Subject = subject!,
            Ruling = ruling,
            System = system!,
            Domain = DomainOf(system!),
            From = from ?? DateTimeOffset.MinValue,
            Until = until,
            Reason = reason!,
            LeaderId = leader!.Id,
            RecordedBy = context.Operator.Id,
            RecordedAt = context.Now,
        };
    }

    /// <summary>Appends rulings: all or none.</summary>
    /// <param name="drafts">What was checked.</param>
    /// <param name="leavesKnown">Whether those that hold already are left out.</param>
    /// <returns>What was recorded.</returns>
    public IReadOnlyList<SltRulingFact> Record(IReadOnlyList<SltRulingFact> drafts, bool leavesKnown)
    {
        using var change = context.BeginChange();
        var known = context.Store.Rulings.LoadAll().Where(r => r.EndTicks > change.Origin.At.UtcTicks).Select(static r => KeyOf(r.Fact)).ToHashSet();
        var made = new List<SltRulingFact>();
        foreach (var draft in drafts.Where(d => known.Add(KeyOf(d)) || !leavesKnown))
        {
            var fact = draft with
            {
                Id = context.Store.Rulings.NextId(change),
                From = RegisterPeriod.Start(draft.From, draft.Until, change.Origin.At),
                RecordedAt = change.Origin.At,
            };
            context.Store.Rulings.Add(change, fact);
            change.Audit(Clause, $"{fact.Id} {fact.LeaderId}", before: null, fact);
            made.Add(fact);
        }

        if (made.Count > 0)
        {
            change.Commit();
        }

        return made;
    }

    /// <summary>Rulings by id that are not over.</summary>
    /// <exception cref="FaultException"><c>RegisterEntryNotFound</c>, <c>RegisterEntryEnded</c>.</exception>
    public IReadOnlyList<RecordedRuling> Open(IReadOnlyList<string> ids, DateTimeOffset at)
    {
        var all = context.Store.Rulings.LoadAll().ToDictionary(static r => r.Fact.Id, StringComparer.OrdinalIgnoreCase);
        return [.. ids.Select(id =>
        {
            var ruling = all.GetValueOrDefault(id) ?? throw RegisterFaults.NotFound(id).ToException();
            return ruling.EndTicks > at.UtcTicks ? ruling : throw RegisterFaults.AlreadyEnded(ruling.Fact.Id).ToException();
        })];
    }

    /// <summary>Closes rulings now.</summary>
    public IReadOnlyList<RecordedRuling> Close(IReadOnlyList<string> ids, string? reason)
    {
        using var change = context.BeginChange();
        var closed = new List<RecordedRuling>();
        foreach (var ruling in Open(ids, change.Origin.At))
        {
            var ending = new SltRulingEnding(ruling.Fact.Id, change.Origin.At, context.Operator.Id, reason);
            if (!context.Store.Rulings.Add(change, ending))
            {
                throw RegisterFaults.AlreadyEnded(ruling.Fact.Id).ToException();
            }

            change.Audit(Clause, ruling.Fact.Id, ruling.Fact, ending);
            closed.Add(ruling with { Ending = ending });
        }

        change.Commit();
        return closed;
    }

    /// <summary>What somebody should know who has just recorded a ruling; empty: nothing.</summary>
    public IEnumerable<string> Notes(SltRulingFact fact)
    {
        if (SocialMedia(fact) is { } service)
        {
            yield return $"{service} is social media: {fact.Id} opens it on no school device. Grant-SocialMediaAccess does, for a person and a time (USE-1).";
        }

        if (fact.Domain is null)
        {
            yield return $"{fact.Id} names no domain, so no audit of mail can tell the system. Where it has one, record the ruling with -System and the domain, and close this one.";
        }
        else if (ConsumerMail.IsConsumer(fact.Domain) && fact.Ruling == RulingKind.Permitted)
        {
            yield return $"Private people have mailboxes at {fact.Domain}. {fact.Id} explains forwarding and conversations there (COM-4); that staff share no personal address stays (COM-1).";
        }
    }

    private static (string Subject, RulingKind Ruling, string System, string Reason) KeyOf(SltRulingFact fact) => (fact.Subject, fact.Ruling, fact.System, fact.Reason);

    /// <summary>The domain that a system was named by, also where the address of one of its pages was pasted; null where it was not.</summary>
    private static string? DomainOf(string system) =>
        system.Contains('.', StringComparison.Ordinal) && !system.Contains(' ', StringComparison.Ordinal)
            ? MailDomainName.Normalize(HostName.TryParse(system, out var host) ? host : system)
            : null;

    private string SystemOf(string? typed)
    {
        var system = PlainText.Clean(typed ?? "");
        if (system.Length is 0 or > LongestSystem || PlainText.FindHidden(system) is not null || system.Contains('@', StringComparison.Ordinal) || !system.Any(char.IsLetter))
        {
            throw RegisterFaults.SystemInvalid().ToException();
        }

        return DomainOf(system) is { } domain && context.Config.School.MailDomains.Any(d => MailDomainName.IsWithin(domain, d) || MailDomainName.IsWithin(d, domain))
            ? throw RegisterFaults.SystemIsSchools(domain).ToException()
            : system;
    }

    private Person Leader(string? typed)
    {
        var leader = typed is { Length: > 0 } ? people.Resolve(typed, context.Now.UtcTicks)
            : context.Operator.Person is { } op && op.Roles.Overlaps(RoleSet.SeniorLeadership) ? op
            : throw RegisterFaults.LeaderRequired("DecidedBy").ToException();
        return people.IsSeniorLeader(leader, context.Now.UtcTicks)
            ? leader
            : throw RegisterFaults.LeaderNotSlt("DecidedBy", leader).ToException();
    }

    private string? SocialMedia(SltRulingFact fact)
    {
        var catalogue = CatalogueLoader.Load(context);
        var name = fact.Domain is { } domain && catalogue.Match(domain) is { Found: true } match ? catalogue.Services[match.ServiceIndex].Name : catalogue.Find(fact.System)?.Name;
        return fact.Ruling == RulingKind.Permitted ? name : null;
    }
}
