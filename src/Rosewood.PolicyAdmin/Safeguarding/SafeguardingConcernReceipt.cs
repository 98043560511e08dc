namespace Rosewood.PolicyAdmin.Safeguarding;

/// <summary>What whoever reported a concern gets back: its number, and no word of it.</summary>
/// <param name="Id">Its number, such as <c>SC-0001</c>; <c>SE-0001</c> where no safeguarding lead opens it.</param>
/// <param name="ReportedAt">When, in the school's local time.</param>
/// <param name="SealedFor">Who can open it.</param>
/// <param name="Next">What to do next.</param>
public sealed record SafeguardingConcernReceipt(string Id, DateTimeOffset ReportedAt, IReadOnlyList<string> SealedFor, string Next);
