using System.Text.Json;
using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Devices;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.SchoolDay;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Enforcement.Snapshot;

/// <summary>The facts of a snapshot: the one decision decides from them as from the store's. Immutable.</summary>
/// <param name="Access">People, grants, catalogue, school day, and the decision.</param>
/// <param name="Devices">Inventory and networks.</param>
internal sealed record SnapshotFacts(AccessState Access, DeviceDirectory Devices)
{
    /// <summary>Longer names are no names.</summary>
    private const int LongestGrantId = 32;

    /// <summary>Reads a body.</summary>
    /// <exception cref="InvalidDataException">It is not as this program writes it.</exception>
    public static SnapshotFacts Read(ReadOnlySpan<byte> body)
    {
        try
        {
            return From(JsonSerializer.Deserialize(body, SnapshotJson.Default.SnapshotBody) ?? throw new InvalidDataException("The body is empty."));
        }
        catch (Exception e) when (e is JsonException or ArgumentException or OverflowException or Commands.FaultException)
        {
            throw new InvalidDataException(e.Message, e);
        }
    }

    private static SnapshotFacts From(SnapshotBody body)
    {
        RequireWhole(body);
        if (!SchoolZone.TryFind(body.Zone, out var zone))
        {
            throw new InvalidDataException($"This system does not know the time zone {body.Zone}.");
        }

        var people = new PeopleHistory(body.People.Select(PersonOf), zone);
        var access = new AccessState(people, LedgerOf(body.Grants), CatalogueOf(body), new SchoolCalendar(DayOf(body.SchoolDay), zone), zone, body.StandingAuthorisation).ForBlock(body.MailDomains);
        var inventory = new DeviceHistory(body.Devices.SelectMany(VersionsOf));
        return new(access, new DeviceDirectory(inventory, [.. body.Networks.Select(static n => new NetworkConfig(n.Cidr, n.Class, Name: null))]));
    }

    /// <summary>The serialiser minds the properties, but not what stands in lists, nor numbers for words.</summary>
    private static void RequireWhole(SnapshotBody body)
    {
        Require(body.People.All(static p => p is not null && AreTexts(p.Logins) && (p.Roles ?? []).All(Enum.IsDefined)));
        Require(body.Grants.All(static g => g is not null && AreTexts(g.Services) && AreTexts(g.Devices) && (g.Classes ?? []).All(Enum.IsDefined) && IsGrantId(g.Id)));
        Require(body.Devices.All(static d => d is not null && AreTexts(d.Addresses) && Enum.IsDefined(d.Class)));
        Require(body.Networks.All(static n => n is not null && Enum.IsDefined(n.Class)));
        Require(body.Services.All(static s => s is not null && s.Hosts.All(static h => h is not null && Enum.IsDefined(h.Role))));
        Require(AreTexts(body.OwnHosts) && AreTexts(body.MailDomains));
        Require(body.SchoolDay.Terms.Concat(body.SchoolDay.Closures).All(static d => d is not null));
        Require(body.SchoolDay.Sessions.Concat(body.SchoolDay.Breaks).All(static h => h is not null && h.Days.All(Enum.IsDefined)));

        static bool AreTexts(IReadOnlyList<string>? texts) => texts is null || texts.All(static t => t is not null);

        // It is written into answers as it stands.
        static bool IsGrantId(string id) => id.Length is > 0 and <= LongestGrantId && id.All(static c => char.IsAsciiLetterOrDigit(c) || c == '-');
    }

    private static void Require(bool isSo)
    {
        if (!isSo)
        {
            throw new InvalidDataException("A list holds what does not belong there.");
        }
    }

    private static PersonVersion PersonOf(SnapshotPerson p) => new(
        p.From,
        new Person(p.Id, p.Upn, DisplayName: "", RoleSet.Of([.. p.Roles ?? []]), p.Logins, PersonalAddresses: [], WorkPhone: null, p.Start, p.End));

    /// <summary>All of them were recorded before the snapshot was made, and nobody asks it about earlier times: when is not in it.</summary>
    private static AccessLedger LedgerOf(IReadOnlyList<SnapshotGrant> grants) => new(
        grants.Select(static g => new GrantFact(
            g.Id,
            g.Person,
            g.Services ?? [],
            g.Classes ?? [],
            g.Devices ?? [],
            At(g.From),
            At(g.Until),
            Reason: "",
            AuthoriserId: g.Standing ? null : "",
            GrantedBy: "",
            GrantedAt: DateTimeOffset.MinValue,
            Reference: null,
            g.Waits)),
        grants.Where(static g => g.Ended is not null).Select(static g => new GrantEnding(g.Id, At(g.Ended!.Value), By: "", Reason: null)),
        grants.Where(static g => g.Confirmed is not null).Select(static g => new GrantAnswer(g.Id, At(g.Confirmed!.Value), By: "", Refused: false)));

    private static DateTimeOffset At(long utcTicks) => new(utcTicks, TimeSpan.Zero);

    private static IEnumerable<DeviceVersion> VersionsOf(SnapshotDevice d)
    {
        var device = new Device(d.Id, d.Name, d.Class, d.Addresses ?? [], d.Mac, SerialNumber: null, AssignedUser: null);
        yield return new(d.From, device);
        if (d.Until is { } until)
        {
            yield return new(until, device, Removed: true);
        }
    }

    private static ServiceCatalogue CatalogueOf(SnapshotBody body) => ServiceCatalogue
        .Of([.. body.Services.Select(static s => new SocialMediaService(
            s.Name,
            ServiceKind.Other,
            [.. s.Hosts.Select(static h => new ServiceHost(h.Host, h.Role))],
            NamedInPolicy: false,
            Aliases: [],
            DateOnly.MinValue,
            s.School ? ServiceSource.School : ServiceSource.BuiltIn))])
        .With([], [], body.OwnHosts);

    private static SchoolDayConfig DayOf(SnapshotSchoolDay day) => new(
        [.. day.Terms.Select(static t => new TermConfig("", t.From, t.To))],
        [.. day.Sessions.Select(static s => new SessionConfig("", s.Days, s.From, s.Until))],
        [.. day.Closures.Select(static c => new ClosureConfig("", c.From, c.To))])
    {
        Breaks = [.. day.Breaks.Select(static b => new BreakConfig("", b.Days, b.From, b.Until))],
    };
}
