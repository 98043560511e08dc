using Rosewood.PolicyAdmin.Governance.Data;

namespace Rosewood.PolicyAdmin.Governance.Retention;

/// <summary>What <c>Remove-ExpiredPolicyData</c> found and did in a class of data. Counts only, never what was in it.</summary>
/// <param name="Class">The class.</param>
/// <param name="Kept">How long it is kept.</param>
/// <param name="Before">What was last used before this was over, in the school's local time.</param>
/// <param name="Expired">Rows or files that were over.</param>
/// <param name="Held">How many of them a legal hold keeps.</param>
/// <param name="Removed">How many were removed; 0 with <c>-WhatIf</c>.</param>
public sealed record ExpiredData(DataClassName Class, TimeSpan Kept, DateTimeOffset Before, long Expired, long Held, long Removed);
