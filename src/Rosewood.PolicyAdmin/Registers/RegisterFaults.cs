using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Registers;

/// <summary>What goes wrong at a register.</summary>
internal static class RegisterFaults
{
    public static Fault TextInvalid(string parameter, int longest) =>
        new("RegisterTextInvalid", FaultKind.InvalidArgument, parameter, $"-{parameter} is one line of at most {longest} characters that can all be seen. Shorten it, or take out what was pasted with it.");

    public static Fault TextMissing(string parameter, string example) =>
        new("RegisterTextMissing", FaultKind.InvalidArgument, parameter, $"Say -{parameter}, such as '{example}'. Whoever reads the register later has nothing else to go by.");

    public static Fault FamilyIdInvalid() =>
        new("FamilyIdInvalid", FaultKind.InvalidArgument, "FamilyId", "Give the school's own id of the family, as in the file of family contacts. An address, a phone number or a long number has no place there: the id is shown in reports.");

    public static Fault LeaderRequired(string parameter) =>
        new("RegisterLeaderRequired", FaultKind.InvalidArgument, parameter, $"Say with -{parameter} which member of SLT it is; who runs this command is none.");

    public static Fault LeaderNotSlt(string parameter, Person leader) =>
        new("RegisterLeaderNotSlt", FaultKind.NotAuthorised, leader.DisplayName, $"{leader.DisplayName} is no member of SLT today. Name one with -{parameter}.");

    public static Fault LeaderIsSubject(string parameter, Person leader) =>
        new("RegisterLeaderIsSubject", FaultKind.NotAuthorised, leader.DisplayName, $"Nobody declares to themself or agrees with themself. Name another member of SLT with -{parameter}.");

    public static Fault OfSelf(Person person) =>
        new("RegisterOfSelf", FaultKind.NotAuthorised, person.DisplayName, "Nobody records or closes this about themself. Ask another member of SLT.");

    public static Fault EndNotAfterStart() =>
        new("RegisterPeriodEmpty", FaultKind.InvalidArgument, "Until", "It would end before it begins. Give a -Until that is later than -From and than now.");

    public static Fault ReviewInPast() =>
        new("RegisterReviewInPast", FaultKind.InvalidArgument, "ReviewDate", "The review is due before today. Give a later day.");

    public static Fault NotFound(string id) =>
        new("RegisterEntryNotFound", FaultKind.NotFound, id, $"There is no '{id}' in this register. The Get- command shows what is there.");

    public static Fault AlreadyEnded(string id) =>
        new("RegisterEntryEnded", FaultKind.Conflict, id, $"{id} is over already.");

    public static Fault WordUnknown(string parameter, string typed, string known) =>
        new("RegisterWordUnknown", FaultKind.InvalidArgument, parameter, $"'{PlainText.Shorten(PlainText.Clean(typed))}' is none of the words for {parameter}. Write {known}.");

    public static Fault DateInFuture(string parameter) =>
        new("RegisterDateInFuture", FaultKind.InvalidArgument, parameter, $"-{parameter} lies after today, and only what has happened is recorded. Give the day on which it was.");

    public static Fault UserOrPath() =>
        new("RegisterUserOrPath", FaultKind.InvalidArgument, "User", "Say whom it is about, or name a file with -Path; not both.");

    public static Fault NothingToUpdate(string id, string parameters) =>
        new("RegisterNothingToUpdate", FaultKind.InvalidArgument, id, $"Nothing new was said about {id}. Give {parameters}.");

    public static Fault OfOthers(Person subject) =>
        new("AcknowledgementOfOthers", FaultKind.NotAuthorised, subject.DisplayName, "You may record and see your own acknowledgement. For others SLT, the admin team and technicians record it.");

    public static Fault PersonLinkedTwice(Person person, string id) =>
        new("RecruitmentPersonLinked", FaultKind.Conflict, person.DisplayName, $"{person.DisplayName} is the candidate of {id} already. Check the id, or the person.");

    public static Fault OutcomeNeedsPerson() =>
        new("RecruitmentPersonWithoutPost", FaultKind.InvalidArgument, "User", "Only who is appointed is on the roster. Leave out -User, or give -Outcome Appointed.");

    public static Fault SystemInvalid() =>
        new("RulingSystemInvalid", FaultKind.InvalidArgument, "System", "Give the system that the ruling is about as one name, or as a domain such as parentmail.example. An address or a number is none.");

    public static Fault SystemIsSchools(string domain) =>
        new("RulingSystemIsSchools", FaultKind.Conflict, domain, "That is the school's own domain, which needs no ruling. Name the outside system.");
}
