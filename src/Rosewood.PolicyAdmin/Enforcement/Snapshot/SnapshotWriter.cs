using System.Text.Json;
using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Devices;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Enforcement.Snapshot;

/// <summary>Puts what decisions from an instant on need into a snapshot's body. The same facts give the same bytes.</summary>
internal static class SnapshotWriter
{
    /// <summary>The body.</summary>
    public static byte[] Write(EnforcementFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return Write(facts.Access, facts.Inventory, facts.Config, facts.At.UtcTicks);
    }

    /// <summary>The body.</summary>
    /// <param name="access">People, grants and the catalogue.</param>
    /// <param name="inventory">The devices.</param>
    /// <param name="config">Networks, the school day, the zone, mail domains and whether USE-3 holds.</param>
    /// <param name="utcTicks">The instant from which on it is asked.</param>
    public static byte[] Write(AccessState access, DeviceHistory inventory, PolicyConfig config, long utcTicks) =>
        JsonSerializer.SerializeToUtf8Bytes(BodyOf(access, inventory, config, utcTicks), SnapshotJson.Default.SnapshotBody);

    private static SnapshotBody BodyOf(AccessState access, DeviceHistory inventory, PolicyConfig config, long at) => new(
        config.School.TimeZone,
        config.Access.StandingAuthorisation,
        [.. access.People.SpansFrom(at).Select(s => PersonOf(s, at))],
        [.. SnapshotGrants.From(access.Ledger, at).Select(GrantOf)],
        [.. inventory.SpansFrom(at).Select(s => DeviceOf(s, at))],
        [.. config.Networks.Select(n => new SnapshotNetwork(n.Cidr, n.Class))],
        [.. access.Catalogue.Services.Select(ServiceOf)],
        access.Catalogue.OwnHosts,
        config.School.MailDomains,
        SchoolDayOf(config.SchoolDay));

    /// <summary>What began in the past is told from no other beginning in the past.</summary>
    private static long Beginning(long from, long at) => from <= at ? 0 : from;

    private static SnapshotPerson PersonOf(VersionSpan<Person> span, long at)
    {
        var person = span.Value;
        var roles = person.Roles.Intersect(RoleSet.StandingAuthorisation);
        return new(person.Id, person.UserPrincipalName, person.LoginNames, Beginning(span.From, at), roles.IsEmpty ? null : [.. roles], person.StartDate, person.EndDate);
    }

    private static SnapshotGrant GrantOf(Grant grant)
    {
        var fact = grant.Fact;
        return new(
            fact.Id,
            fact.PersonId,
            fact.From.UtcTicks,
            fact.Until.UtcTicks,
            OrNull(fact.Services),
            OrNull(fact.DeviceClasses),
            OrNull(fact.DeviceNames),
            Standing: fact.AuthoriserId is null,
            Waits: fact.RequiresConfirmation,
            Confirmed: fact.RequiresConfirmation && grant.Answer is { Refused: false } answer ? answer.At.UtcTicks : null,
            Ended: grant.Ending?.At.UtcTicks);
    }

    private static SnapshotDevice DeviceOf(VersionSpan<Device> span, long at)
    {
        var device = span.Value;
        return new(device.Id, device.Name, device.Class, Beginning(span.From, at), span.Until == long.MaxValue ? null : span.Until, device.Mac, OrNull(device.Addresses));
    }

    private static SnapshotService ServiceOf(SocialMediaService service) =>
        new(service.Name, [.. service.Hosts.Select(h => new SnapshotHost(h.Host, h.Role))], service.Source == ServiceSource.School);

    private static SnapshotSchoolDay SchoolDayOf(SchoolDayConfig day) => new(
        [.. day.Terms.Select(t => new SnapshotDays(t.From, t.To))],
        [.. day.Closures.Select(c => new SnapshotDays(c.From, c.To))],
        [.. day.Sessions.Select(s => new SnapshotHours(s.Days, s.From, s.Until))],
        [.. day.Breaks.Select(b => new SnapshotHours(b.Days, b.From, b.Until))]);

    private static IReadOnlyList<T>? OrNull<T>(IReadOnlyList<T> list) => list.Count == 0 ? null : list;
}
