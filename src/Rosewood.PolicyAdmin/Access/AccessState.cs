using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Devices;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.SchoolDay;

namespace Rosewood.PolicyAdmin.Access;

/// <summary>
/// The facts that a decision needs, and the decision: one pure function for the live block, the audit, <c>Test-SocialMediaAccess</c>
/// and the report. Immutable, safe to share between threads, allocates nothing per decision.
/// </summary>
public sealed class AccessState
{
    private readonly TimeZoneInfo _zone;
    private readonly bool _standingAuthorisation;
    private LoginDomains? _loginDomains;

    /// <summary>Puts the facts together.</summary>
    public AccessState(PeopleHistory people, AccessLedger ledger, ServiceCatalogue catalogue, SchoolCalendar calendar, TimeZoneInfo zone, bool standingAuthorisation)
    {
        People = people;
        Ledger = ledger;
        Catalogue = catalogue;
        Calendar = calendar;
        _zone = zone;
        _standingAuthorisation = standingAuthorisation;
    }

    /// <summary>The roster.</summary>
    public PeopleHistory People { get; }

    /// <summary>The school day.</summary>
    public SchoolCalendar Calendar { get; }

    /// <summary>The grants.</summary>
    public AccessLedger Ledger { get; }

    /// <summary>The catalogue.</summary>
    public ServiceCatalogue Catalogue { get; }

    /// <summary>
    /// The same facts for a live block: a login with a domain that is not the school's is nobody's, however much of it is somebody's.
    /// </summary>
    /// <param name="mailDomains">The school's mail domains.</param>
    internal AccessState ForBlock(IEnumerable<string> mailDomains) =>
        new(People, Ledger, Catalogue, Calendar, _zone, _standingAuthorisation) { _loginDomains = new LoginDomains(People, mailDomains) };

    /// <summary>Decides one access.</summary>
    public AccessDecision Decide(in AccessQuery query)
    {
        if (query.Host.IsSchoolService)
        {
            return new(Allowed: true, Verdict.NotInScope, ReasonCode.SchoolService, "", GrantId: null);
        }

        if (!query.Host.Found)
        {
            return new(Allowed: true, Verdict.NotInScope, ReasonCode.NotSocialMedia, "", GrantId: null);
        }

        return query.Host.Role switch
        {
            HostRole.Widget or HostRole.SharedInfrastructure => new(Allowed: true, Verdict.Embedded, ReasonCode.HostNotBlocked, ClauseOf(query.DeviceClass), GrantId: null),
            HostRole.Background => new(Allowed: true, Verdict.Background, ReasonCode.HostNotBlocked, ClauseOf(query.DeviceClass), GrantId: null),
            _ => Decide(query.Who, query.DeviceClass, query.DeviceName, Catalogue.Services[query.Host.ServiceIndex].Name, query.AtUtcTicks),
        };
    }

    /// <summary>Decides a person's use of a service, by the service's name.</summary>
    /// <param name="who">Login name in normal form, or null.</param>
    /// <param name="deviceClass">The device's class at that instant.</param>
    /// <param name="deviceName">The inventory's name, or null.</param>
    /// <param name="service">The service's display name.</param>
    /// <param name="utcTicks">The instant.</param>
    public AccessDecision Decide(string? who, DeviceClass deviceClass, string? deviceName, string service, long utcTicks)
    {
        var person = FindPerson(who, utcTicks, out var missing);
        var coverage = person is null ? (Reason: missing, GrantId: null) : FindCover(person, TreatedAs(deviceClass), deviceName, service, utcTicks);
        if (coverage.Reason is ReasonCode.Grant)
        {
            return new(Allowed: true, Verdict.Authorised, ReasonCode.Grant, ClauseOf(deviceClass), coverage.GrantId);
        }

        if (IsOwn(deviceClass))
        {
            return Calendar.InSession(utcTicks)
                ? new(Allowed: false, Verdict.PersonalInSession, ReasonCode.InSession, Clauses.OwnDevices, coverage.GrantId)
                : new(Allowed: true, Verdict.PersonalPermitted, ReasonCode.OutsideSession, Clauses.OwnDevices, GrantId: null);
        }

        return coverage.Reason is ReasonCode.StandingAuthorisation
            ? new(Allowed: true, Verdict.Authorised, ReasonCode.StandingAuthorisation, Clauses.StandingAuthorisation, GrantId: null)
            : new(Allowed: false, Verdict.BlockedAttempt, coverage.Reason, Clauses.SchoolDevices, coverage.GrantId);
    }

    /// <summary>
    /// Where the cover that a grant gives at an instant ends: with the grant, with the last of several that overlap or follow each other,
    /// or with its holder's employment.
    /// </summary>
    /// <param name="who">Login name in normal form, or null.</param>
    /// <param name="deviceClass">The device's class at that instant.</param>
    /// <param name="deviceName">The inventory's name, or null.</param>
    /// <param name="service">The service's display name.</param>
    /// <param name="utcTicks">The instant.</param>
    /// <param name="before">An end at this instant or later is not looked for.</param>
    /// <returns>
    /// Null when no grant covers the instant, when the cover holds until <paramref name="before"/>, or when the access is allowed without a
    /// grant from its end on: by the standing authorisation, or on an own device outside a session.
    /// </returns>
    internal CoverEnd? FindCoverEnd(string? who, DeviceClass deviceClass, string? deviceName, string service, long utcTicks, long before)
    {
        var person = FindPerson(who, utcTicks, out _);
        string? grantId = null;
        for (var at = utcTicks; person is not null && at < before; at = NextGrantBoundary(person, at))
        {
            // The person, not the login: a login may change hands while a connection stays open.
            person = People.At(person.Id, at) ?? person;
            var (reason, coveredBy) = PeopleHistory.IsEmployed(person, LocalDate(at))
                ? FindCover(person, TreatedAs(deviceClass), deviceName, service, at)
                : (ReasonCode.PersonNotEmployed, null);
            if (reason != ReasonCode.Grant)
            {
                var isAllowed = reason == ReasonCode.StandingAuthorisation || (IsOwn(deviceClass) && !Calendar.InSession(at));
                return grantId is null || isAllowed ? null : new CoverEnd(grantId, at);
            }

            grantId = coveredBy;
        }

        return null;
    }

    /// <summary>Whether a class is a person's own device, judged by the time of use.</summary>
    public static bool IsOwn(DeviceClass deviceClass) => deviceClass is DeviceClass.Personal or DeviceClass.Guest;

    /// <summary>The class whose rule a device falls under: unknown devices, servers, VPN and proxies count as school devices.</summary>
    public static DeviceClass TreatedAs(DeviceClass deviceClass) => deviceClass switch
    {
        DeviceClass.SchoolMobile => DeviceClass.SchoolMobile,
        DeviceClass.Personal or DeviceClass.Guest => DeviceClass.Personal,
        _ => DeviceClass.School,
    };

    private static string ClauseOf(DeviceClass deviceClass) => IsOwn(deviceClass) ? Clauses.OwnDevices : Clauses.SchoolDevices;

    /// <summary>How near a grant that does not cover came to it; the nearest gives the reason.</summary>
    private static int Nearness(ReasonCode reason) => reason switch
    {
        ReasonCode.GrantPending => 6,
        ReasonCode.GrantRevoked => 5,
        ReasonCode.GrantEnded => 4,
        ReasonCode.GrantNotYetBegun => 3,
        ReasonCode.GrantOtherDevice => 2,
        ReasonCode.GrantOtherService => 1,
        _ => 0,
    };

    private Person? FindPerson(string? who, long utcTicks, out ReasonCode missing)
    {
        if (string.IsNullOrEmpty(who))
        {
            missing = ReasonCode.NoUser;
            return null;
        }

        if (_loginDomains is { } domains && !domains.Has(LoginName.IsNormal(who) ? who : LoginName.Normalize(who), utcTicks))
        {
            missing = ReasonCode.UserNotOnRoster;
            return null;
        }

        var match = People.FindByLogin(who, utcTicks);
        if (match.Person is null)
        {
            missing = match.Ambiguous ? ReasonCode.UserAmbiguous : ReasonCode.UserNotOnRoster;
            return null;
        }

        if ((match.Person.StartDate is not null || match.Person.EndDate is not null)
            && !PeopleHistory.IsEmployed(match.Person, LocalDate(utcTicks)))
        {
            missing = ReasonCode.PersonNotEmployed;
            return null;
        }

        missing = default;
        return match.Person;
    }

    private (ReasonCode Reason, string? GrantId) FindCover(Person person, DeviceClass treatedAs, string? deviceName, string service, long utcTicks)
    {
        var standing = _standingAuthorisation && person.Roles.Overlaps(RoleSet.StandingAuthorisation);
        if (standing && treatedAs == DeviceClass.SchoolMobile)
        {
            return (ReasonCode.StandingAuthorisation, null);
        }

        (ReasonCode Reason, string? GrantId) nearest = (ReasonCode.NoGrant, null);
        foreach (var grant in Ledger.Of(person.Id))
        {
            var reason = grant.Judge(service, treatedAs, deviceName, utcTicks);
            if (grant.Fact.AuthoriserId is null)
            {
                // It rests on the standing authorisation, which would have covered by itself: without that ground it is no grant, and with
                // it none for a device that is no school mobile (any longer).
                if (!standing)
                {
                    continue;
                }

                reason = reason == ReasonCode.Grant ? ReasonCode.GrantOtherDevice : reason;
            }

            if (reason == ReasonCode.Grant)
            {
                return (reason, grant.Fact.Id);
            }

            if (Nearness(reason) > Nearness(nearest.Reason))
            {
                nearest = (reason, grant.Fact.Id);
            }
        }

        return nearest;
    }

    /// <summary>The first instant after another at which a grant of the person begins or stops to count, or their employment ends.</summary>
    private long NextGrantBoundary(Person person, long utcTicks)
    {
        var next = long.MaxValue;
        if (person.EndDate is { } lastDay && lastDay < DateOnly.MaxValue)
        {
            var midnight = lastDay.AddDays(1).ToDateTime(TimeOnly.MinValue);
            var left = midnight.Ticks - _zone.GetUtcOffset(midnight).Ticks;
            next = left > utcTicks ? left : next;
        }

        foreach (var grant in Ledger.Of(person.Id))
        {
            foreach (var boundary in grant.Boundaries())
            {
                next = boundary > utcTicks ? Math.Min(next, boundary) : next;
            }
        }

        return next;
    }

    private DateOnly LocalDate(long utcTicks)
    {
        var utc = new DateTime(utcTicks, DateTimeKind.Utc);
        return DateOnly.FromDateTime(utc + _zone.GetUtcOffset(utc));
    }
}
