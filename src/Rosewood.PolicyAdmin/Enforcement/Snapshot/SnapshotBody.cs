using System.Text.Json.Serialization;
using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Devices;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Enforcement.Snapshot;

/// <summary>
/// What decisions from an instant on need, and nothing else: no display names, reasons, references, private addresses, telephone or
/// serial numbers, nor who granted. Times are UTC ticks, days are local; an absent value is left out.
/// </summary>
/// <param name="Zone">The school's zone, IANA id.</param>
/// <param name="StandingAuthorisation">Whether USE-3's standing authorisation holds.</param>
/// <param name="People">Versions of people; one person's in order of time.</param>
/// <param name="Grants">Grants in the order in which they were recorded.</param>
/// <param name="Devices">Versions of devices, in the order in which a look-up tries them.</param>
/// <param name="Networks">The school's networks.</param>
/// <param name="Services">The whole catalogue, in its order.</param>
/// <param name="OwnHosts">Hosts of the school's own services.</param>
/// <param name="MailDomains">The school's mail domains: the realms in which a login is one of its own.</param>
/// <param name="SchoolDay">Terms, sessions and closures.</param>
internal sealed record SnapshotBody(
    string Zone,
    bool StandingAuthorisation,
    IReadOnlyList<SnapshotPerson> People,
    IReadOnlyList<SnapshotGrant> Grants,
    IReadOnlyList<SnapshotDevice> Devices,
    IReadOnlyList<SnapshotNetwork> Networks,
    IReadOnlyList<SnapshotService> Services,
    IReadOnlyList<string> OwnHosts,
    IReadOnlyList<string> MailDomains,
    SnapshotSchoolDay SchoolDay);

/// <summary>A person from one moment on.</summary>
/// <param name="Id">Their id.</param>
/// <param name="Upn">Their account.</param>
/// <param name="Logins">Their login names.</param>
/// <param name="From">From when on; 0: the earliest time that is of use.</param>
/// <param name="Roles">Roles that a decision looks at; null: none of them.</param>
/// <param name="Start">First day, or null.</param>
/// <param name="End">Last day, or null.</param>
internal sealed record SnapshotPerson(string Id, string Upn, IReadOnlyList<string> Logins, long From = 0, IReadOnlyList<Role>? Roles = null, DateOnly? Start = null, DateOnly? End = null);

/// <summary>A grant that counts, will count, or still gives the reason for a refusal.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Person">Whose.</param>
/// <param name="From">First instant.</param>
/// <param name="Until">First instant no longer.</param>
/// <param name="Services">Service names; null: every service.</param>
/// <param name="Classes">Device classes; null: none.</param>
/// <param name="Devices">Device names; null: none.</param>
/// <param name="Standing">Whether USE-3 alone is its ground.</param>
/// <param name="Waits">Whether it counts only once it is confirmed.</param>
/// <param name="Confirmed">When it was confirmed, or null.</param>
/// <param name="Ended">When it was revoked or refused, or null.</param>
internal sealed record SnapshotGrant(
    string Id,
    string Person,
    long From,
    long Until,
    IReadOnlyList<string>? Services = null,
    IReadOnlyList<DeviceClass>? Classes = null,
    IReadOnlyList<string>? Devices = null,
    bool Standing = false,
    bool Waits = false,
    long? Confirmed = null,
    long? Ended = null);

/// <summary>A device in a span of time.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Class">Whose it is.</param>
/// <param name="From">From when on; 0: the earliest time that is of use.</param>
/// <param name="Until">First instant no longer; null: for good.</param>
/// <param name="Mac">Its MAC address, or null.</param>
/// <param name="Addresses">Its fixed addresses; null: none.</param>
internal sealed record SnapshotDevice(string Id, string Name, DeviceClass Class, long From = 0, long? Until = null, string? Mac = null, IReadOnlyList<string>? Addresses = null);

/// <summary>A network.</summary>
/// <param name="Cidr">The network.</param>
/// <param name="Class">Whose devices are in it.</param>
internal sealed record SnapshotNetwork(string Cidr, DeviceClass Class);

/// <summary>A service of the catalogue.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Hosts">Its hosts.</param>
/// <param name="School">Whether the school added or changed it: then it wins a host that two services name.</param>
internal sealed record SnapshotService(string Name, IReadOnlyList<SnapshotHost> Hosts, bool School = false);

/// <summary>A host of a service.</summary>
/// <param name="Host">The host.</param>
/// <param name="Role">What it is to the service.</param>
internal sealed record SnapshotHost(string Host, HostRole Role);

/// <summary>The school day.</summary>
/// <param name="Terms">Terms.</param>
/// <param name="Closures">Closed days inside them.</param>
/// <param name="Sessions">Sessions.</param>
/// <param name="Breaks">Breaks inside sessions.</param>
internal sealed record SnapshotSchoolDay(IReadOnlyList<SnapshotDays> Terms, IReadOnlyList<SnapshotDays> Closures, IReadOnlyList<SnapshotHours> Sessions, IReadOnlyList<SnapshotHours> Breaks);

/// <summary>Days, both inclusive.</summary>
/// <param name="From">The first.</param>
/// <param name="To">The last.</param>
internal sealed record SnapshotDays(DateOnly From, DateOnly To);

/// <summary>Hours of the wall clock on days of the week, half-open.</summary>
/// <param name="Days">The days of the week.</param>
/// <param name="From">Begin.</param>
/// <param name="Until">End.</param>
internal sealed record SnapshotHours(IReadOnlyList<DayOfWeek> Days, TimeOnly From, TimeOnly Until);

/// <summary>Reads and writes the body strictly, without reflection: the helper starts faster so.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UseStringEnumConverter = true,
    MaxDepth = 8)]
[JsonSerializable(typeof(SnapshotBody))]
internal sealed partial class SnapshotJson : JsonSerializerContext;
