using System.Globalization;
using Rosewood.PolicyAdmin.Governance.Retention;
using Rosewood.PolicyAdmin.Storage;

namespace Rosewood.PolicyAdmin.Workspace.Health;

/// <summary>Whether data whose time is over are removed (GOV-1).</summary>
internal static class RetentionChecks
{
    /// <summary>Nothing can be over before a workspace is this old: a day is the shortest time, a month what people notice.</summary>
    private static readonly TimeSpan Young = RetentionState.Overdue;

    private const string Remedy = "Run Remove-ExpiredPolicyData -WhatIf to see what is over, then Remove-ExpiredPolicyData, and let a timer do it each week.";

    public static HealthCheck Runs(PolicyStore store, DateTimeOffset now, TimeZoneInfo zone)
    {
        const string Name = "Retention";
        if (RetentionState.IsCompactionPending(store))
        {
            return HealthCheck.Weak(Name, "A removal was not finished: parts of removed rows may still be in store.db or its write-ahead log.", "Run Remove-ExpiredPolicyData again.");
        }

        if (RetentionState.LastRun(store) is { } last)
        {
            var detail = string.Create(CultureInfo.InvariantCulture, $"Data whose time is over were last removed on {TimeZoneInfo.ConvertTime(last, zone):yyyy-MM-dd}.");
            return now - last > RetentionState.Overdue ? HealthCheck.Weak(Name, detail, Remedy) : HealthCheck.Good(Name, detail);
        }

        return store.Audit.Read().Select(static r => (DateTimeOffset?)r.At).FirstOrDefault() is { } first && now - first > Young
            ? HealthCheck.Weak(Name, "Data whose time is over have never been removed.", Remedy)
            : HealthCheck.Good(Name, "The workspace is too young for anything to be over.");
    }
}
