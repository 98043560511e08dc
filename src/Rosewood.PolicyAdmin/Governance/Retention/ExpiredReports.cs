using System.IO.Enumeration;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Governance.Data;
using Rosewood.PolicyAdmin.Governance.Holds;
using Rosewood.PolicyAdmin.Reporting;
using Rosewood.PolicyAdmin.Storage.Expiry;

namespace Rosewood.PolicyAdmin.Governance.Retention;

/// <summary>Reports in the workspace's folder whose time is over: files that this program names so, and nothing else that lies there.</summary>
internal sealed class ExpiredReports(CommandContext context, HoldBook holds)
{
    private static readonly string[] Names = ["dpia-facts-*", "inspection-pack-*"];

    /// <summary>How many are over, and how many of them are held.</summary>
    public ExpiredRows Count(DateTimeOffset before)
    {
        var old = Old(before).ToList();
        return new ExpiredRows(old.Count, old.LongCount(IsHeld));
    }

    /// <summary>Removes those that are over and not held.</summary>
    public long Remove(DateTimeOffset before)
    {
        var free = Old(before).Where(f => !IsHeld(f)).ToList();
        free.ForEach(static f => f.Delete());
        return free.Count;
    }

    private IEnumerable<FileInfo> Old(DateTimeOffset before)
    {
        var folder = new DirectoryInfo(context.Workspace.Paths.Reports);
        return !folder.Exists ? [] : folder.EnumerateFiles()
            .Where(f => f.LinkTarget is null && f.LastWriteTimeUtc < before.UtcDateTime && IsOurs(f.Name));
    }

    private static bool IsOurs(string name) => ReportPeriod.IsReport(name) || Array.Exists(Names, n => FileSystemName.MatchesSimpleExpression(n, name));

    private bool IsHeld(FileInfo file) => holds.KeepsFile(DataClassName.Reports, DateTimeOffset.MinValue, new DateTimeOffset(file.LastWriteTimeUtc, TimeSpan.Zero).AddTicks(1));
}
