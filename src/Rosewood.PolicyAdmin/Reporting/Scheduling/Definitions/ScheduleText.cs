using System.Text;

namespace Rosewood.PolicyAdmin.Reporting.Scheduling.Definitions;

/// <summary>Texts that go into timers' definitions, quoted as each takes them.</summary>
internal static class ScheduleText
{
    private const int LongestName = 40;

    /// <summary>Whether a text can be a schedule's name.</summary>
    public static bool IsName(string text) =>
        text.Length is > 0 and <= LongestName && char.IsAsciiLetterOrDigit(text[0]) && text.All(static c => char.IsAsciiLetterOrDigit(c) || c == '-');

    /// <summary>Whether a text can be an account's name in all definitions.</summary>
    public static bool IsAccount(string text) =>
        text.Length is > 0 and <= 100 && text.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-' or '\\' or '@' or '$') && text[0] != '-';

    /// <summary>An argument in a systemd unit: in double quotes, without specifiers and variables.</summary>
    public static string Systemd(string text) => $"\"{Escape(text).Replace("$", "$$", StringComparison.Ordinal)}\"";

    /// <summary>A path in a systemd unit's list of paths.</summary>
    public static string SystemdPath(string text) => $"\"{Escape(text)}\"";

    /// <summary>An argument in a crontab: single quotes for the shell, and no bare per cent sign, which cron takes for a line break.</summary>
    public static string Cron(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'".Replace("%", "\\%", StringComparison.Ordinal);

    /// <summary>An argument on a Windows command line.</summary>
    public static string Windows(string text)
    {
        var result = new StringBuilder("\"");
        var slashes = 0;
        foreach (var c in text)
        {
            slashes = c == '\\' ? slashes + 1 : 0;
            if (c == '"')
            {
                result.Append('\\');
            }

            result.Append(c);
        }

        // Backslashes before the closing quote would escape it.
        return result.Append('\\', slashes).Append('"').ToString();
    }

    private static string Escape(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal)
        .Replace("%", "%%", StringComparison.Ordinal)
        .ReplaceLineEndings(" ");
}
