using System.Globalization;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Findings;

/// <summary>What can be wrong with the dismissal of a finding, and what to do about it.</summary>
internal static class SuppressionFaults
{
    public static Fault NoUser() => new("SuppressionUserMissing", FaultKind.InvalidArgument, "User", "No account is named. Give -User the account that the finding shows, or the person's name.");

    public static Fault ReasonRequired() => new("SuppressionReasonRequired", FaultKind.InvalidArgument, "Reason", "Say with -Reason why the finding is dismissed: whoever looks later must be able to follow it.");

    public static Fault ReasonTooLong(int longest) => new("SuppressionReasonInvalid", FaultKind.InvalidArgument, "Reason", $"The reason is longer than {longest} characters. Say it shorter, and refer to where the rest is kept.");

    public static Fault ReasonHidden(string hidden) => new("SuppressionReasonInvalid", FaultKind.InvalidArgument, "Reason", $"The reason holds the invisible character {hidden}. Type it anew.");

    public static Fault EndGivenTwice() => new("SuppressionEndGivenTwice", FaultKind.InvalidArgument, "Until", "Both -Until and -For are given. Give one of them.");

    public static Fault EndsInPast(DateTimeOffset until) => new(
        "SuppressionEndsInPast",
        FaultKind.InvalidArgument,
        "Until",
        string.Create(CultureInfo.InvariantCulture, $"The dismissal would end at {until:yyyy-MM-dd HH:mm}, which is over already. Give a later -Until, or -For with a duration."));

    public static Fault TooLong(DateTimeOffset latest) => new(
        "SuppressionTooLong",
        FaultKind.InvalidArgument,
        "Until",
        string.Create(CultureInfo.InvariantCulture, $"A dismissal lasts a year at most: until {latest:yyyy-MM-dd HH:mm} from today. Give an earlier end; when it is over, look again and dismiss it anew."));

    public static Fault EvidenceUnknown(string typed, FindingKind finding, IEnumerable<string> known) => new(
        "SuppressionEvidenceUnknown",
        FaultKind.InvalidArgument,
        PlainText.Shorten(typed),
        $"'{PlainText.Shorten(typed)}' is no kind of evidence of {finding}. Kinds are {string.Join(", ", known)}; leave -Evidence out to dismiss all.");

    public static Fault OfSelf(string account) => new(
        "SuppressionOfSelf",
        FaultKind.NotAuthorised,
        account,
        $"The finding is about you ({account}), and nobody dismisses a finding about themself. Ask another member of the senior leadership team or the safeguarding lead to look at it.");

    public static Fault AuthorisedForSelf(Person authoriser) => new(
        "SuppressionOfSelf",
        FaultKind.NotAuthorised,
        authoriser.DisplayName,
        $"The finding is about {authoriser.DisplayName}, who can't authorise its dismissal. Name another member of the senior leadership team with -AuthorisedBy.");

    public static Fault AuthoriserRequired(string account) => new(
        "SuppressionAuthoriserRequired",
        FaultKind.NotAuthorised,
        account,
        $"To dismiss a finding about {account} is for the senior leadership team or the safeguarding lead. Name the SLT member who decided it with -AuthorisedBy, or have one of them run the command.");

    public static Fault AuthoriserNotSlt(Person authoriser, IEnumerable<Person> slt) => new(
        "SuppressionAuthoriserNotSlt",
        FaultKind.NotAuthorised,
        authoriser.DisplayName,
        $"{authoriser.DisplayName} is not in the senior leadership team, so can't authorise this. Those who can: {string.Join(", ", slt.Select(p => p.DisplayName))}.");

    public static Fault NoLongerOnRoster(string id) => new(
        "PersonNotFound",
        FaultKind.NotFound,
        id,
        $"The roster changed meanwhile, and {id} is not on it at this moment. Look with Get-PolicyPerson, and give the command again.");

    public static Fault NoId() => new("SuppressionIdRequired", FaultKind.InvalidArgument, "Id", "No dismissal is named. Give its id with -Id; list them with Get-FindingSuppression.");

    public static Fault NotFound(string id) => new(
        "SuppressionNotFound",
        FaultKind.NotFound,
        PlainText.Shorten(id),
        $"There is no dismissal '{PlainText.Shorten(id)}'. List them with Get-FindingSuppression -IncludeEnded.");

    public static Fault AlreadyEnded(string id) => new(
        "SuppressionAlreadyEnded",
        FaultKind.Conflict,
        id,
        $"Dismissal {id} has ended already; nothing was changed.");
}
