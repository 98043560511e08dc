using System.Globalization;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Governance.Data;

/// <summary>A class of data in words for people.</summary>
internal static class DataClassWords
{
    /// <summary>How long it is kept, and counted from what.</summary>
    public static string Kept(DataClass data, RetentionConfig retention) => data.Kept is { } kept
        ? string.Create(CultureInfo.InvariantCulture, $"{Days(kept(retention))} from {data.CountedFrom} (retention.{data.RetentionKey})")
        : data.CountedFrom;

    /// <summary>The roles that may read it through a command.</summary>
    public static string Readers(DataClass data)
    {
        var roles = RoleSet.None;
        foreach (var command in data.Commands)
        {
            roles = roles.Union(CommandTable.All.First(c => c.Name.Equals(command, StringComparison.Ordinal)).Roles);
        }

        return roles.IsEmpty ? "anyone who may open the workspace" : string.Join(", ", roles);
    }

    /// <summary>Its name in words.</summary>
    public static string Title(DataClassName name)
    {
        var text = new System.Text.StringBuilder();
        foreach (var c in name.ToString())
        {
            text.Append(char.IsUpper(c) && text.Length > 0 ? " " : "").Append(text.Length > 0 ? char.ToLowerInvariant(c) : c);
        }

        return text.ToString();
    }

    private static string Days(TimeSpan span) => (span.TotalDays % 365) switch
    {
        0 when span.TotalDays >= 365 => PlainText.Count((long)span.TotalDays / 365, "year", "years"),
        _ => PlainText.Count((long)span.TotalDays, "day", "days"),
    };
}
