using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Governance.Holds;

/// <summary>What can be wrong with a legal hold.</summary>
internal static class LegalHoldFaults
{
    public static Fault ScopeMissing() => new("LegalHoldScopeMissing", FaultKind.InvalidArgument, "User", "Say whose records are kept with -User, which class with -Class, or both. A hold on everything would switch retention off.");

    public static Fault PeriodEmpty() => new("LegalHoldPeriodEmpty", FaultKind.InvalidArgument, "To", "The records' time ends before it begins. Give a -To that is later than -From.");

    public static Fault NotFound(string id) => new("LegalHoldNotFound", FaultKind.NotFound, PlainText.Shorten(id), $"There is no legal hold '{PlainText.Shorten(id)}'. List them with Get-PolicyLegalHold -IncludeCleared.");

    public static Fault AlreadyCleared(string id) => new("LegalHoldCleared", FaultKind.Conflict, id, $"Legal hold {id} was cleared already; nothing was changed.");

    public static Fault OfSelf(string id) => new("LegalHoldOfSelf", FaultKind.NotAuthorised, id, $"Legal hold {id} keeps records about you, and nobody clears such a hold themself. Ask the data protection officer or another member of the senior leadership team.");
}
