using System.Globalization;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Access;

/// <summary>What can be wrong with a grant, and what to do about it.</summary>
internal static class AccessFaults
{
    public static Fault EndGivenTwice() => new("GrantEndGivenTwice", FaultKind.InvalidArgument, "Until", "Both -Until and -For are given. Give one of them.");

    public static Fault NoUser() => new("GrantUserMissing", FaultKind.InvalidArgument, "User", "No user is named. Give -User a login name, a full name or a role such as deputy.");

    public static Fault EndsBeforeStart(DateTimeOffset from, DateTimeOffset until) => new(
        "GrantEndsBeforeStart",
        FaultKind.InvalidArgument,
        "Until",
        string.Create(CultureInfo.InvariantCulture, $"The grant would end at {until:yyyy-MM-dd HH:mm}, before it begins at {from:yyyy-MM-dd HH:mm}. A grant counts from now or later; give a later -Until, or -For with a duration."));

    public static Fault TooLong(TimeSpan asked, TimeSpan longest) => new(
        "GrantTooLong",
        FaultKind.InvalidArgument,
        "Until",
        string.Create(CultureInfo.InvariantCulture, $"The grant would last {Math.Ceiling(asked.TotalDays)} days; the school's limit is {longest.TotalDays:0.##}. Give an earlier end, or have SLT change access.longestDuration in policy.json."));

    public static Fault AuthoriserRequired(string user) => new(
        "GrantAuthoriserRequired",
        FaultKind.InvalidArgument,
        user,
        $"Access for {user} needs an authoriser (USE-1). Name the SLT member who authorised it with -AuthorisedBy, and the reason with -Reason.");

    public static Fault StandingIsForMobiles(string user) => new(
        "GrantAuthoriserRequired",
        FaultKind.InvalidArgument,
        user,
        $"Without -AuthorisedBy, {user}'s standing authorisation covers school mobiles only (USE-3). To open other devices too, name another SLT member with -AuthorisedBy and give -Reason.");

    public static Fault ReasonRequired(string user) => new(
        "GrantReasonRequired",
        FaultKind.InvalidArgument,
        user,
        $"Say why {user} is given access, with -Reason: the report to SLT shows it.");

    public static Fault SelfAuthorised(Person user) => new(
        "GrantSelfAuthorised",
        FaultKind.NotAuthorised,
        user.DisplayName,
        $"{user.DisplayName} can't authorise their own access. Name another member of the senior leadership team with -AuthorisedBy.");

    public static Fault AuthoriserNotSlt(Person authoriser, IEnumerable<Person> slt) => new(
        "GrantAuthoriserNotSlt",
        FaultKind.NotAuthorised,
        authoriser.DisplayName,
        $"{authoriser.DisplayName} is not in the senior leadership team, so can't authorise access (USE-1). Those who can: {string.Join(", ", slt.Select(p => p.DisplayName))}.");

    public static Fault NotEmployed(Person person, DateOnly date) => new(
        "GrantPersonNotEmployed",
        FaultKind.InvalidArgument,
        person.DisplayName,
        string.Create(CultureInfo.InvariantCulture, $"{person.DisplayName} is not employed on {date:yyyy-MM-dd}. Check StartDate and EndDate in the roster, or choose another time."));

    public static Fault NoLongerOnRoster(string id) => new(
        "PersonNotFound",
        FaultKind.NotFound,
        id,
        $"The roster changed meanwhile, and {id} is not on it at this moment. Look with Get-PolicyPerson, and give the command again.");

    public static Fault DeviceNotFound(string name) => new(
        "DeviceNotFound",
        FaultKind.NotFound,
        name,
        $"'{name}' is neither a device class (School, SchoolMobile, Personal) nor a device in the inventory. List devices with Get-PolicyDevice.");

    public static Fault AddressInvalid(string address) => new(
        "AddressInvalid",
        FaultKind.InvalidArgument,
        address,
        $"'{address}' is no IP address. Write it as 10.20.1.7 or 2001:db8::7, or name the device with -Device.");

    public static Fault GrantNotFound(string id) => new(
        "GrantNotFound",
        FaultKind.NotFound,
        id,
        $"There is no grant '{id}'. List grants with Get-SocialMediaAccess -IncludeEnded.");

    public static Fault NothingToRevoke(string user) => new(
        "GrantNotFound",
        FaultKind.NotFound,
        user,
        $"{user} has no grant in force or to come. List grants with Get-SocialMediaAccess -User '{user}' -IncludeEnded.");

    public static Fault AlreadyEnded(string id) => new(
        "GrantAlreadyEnded",
        FaultKind.Conflict,
        id,
        $"Grant {id} has ended already; nothing was changed.");

    public static Fault NotTheAuthoriser(string id, string authoriser) => new(
        "GrantNotYoursToConfirm",
        FaultKind.NotAuthorised,
        id,
        $"Grant {id} was recorded in the name of {authoriser}; only they, under their own account, can confirm or refuse it.");

    public static Fault AlreadyAnswered(string id) => new(
        "GrantAlreadyAnswered",
        FaultKind.Conflict,
        id,
        $"Grant {id} needs no answer: it has one, or none was asked for. To end it, use Revoke-SocialMediaAccess -Id {id}.");
}
