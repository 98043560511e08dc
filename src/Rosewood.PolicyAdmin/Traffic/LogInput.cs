using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Traffic;

/// <summary>What commands that read logs ask in the same way: paths, format, time zone and year.</summary>
internal static class LogInput
{
    /// <summary>Whether these can be right, without opening anything.</summary>
    /// <exception cref="FaultException">They can't.</exception>
    public static void Validate(string[] path, string? format, string? timeZone, int? year)
    {
        if (path.Length == 0 || Array.Exists(path, string.IsNullOrWhiteSpace))
        {
            throw new Fault("LogPathMissing", FaultKind.InvalidArgument, "Path", "Name the log to read with -Path, such as /var/log/squid/access.log.").ToException();
        }

        FormatOf(format);
        if (timeZone is not null && !TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out _))
        {
            throw new Fault("TimeZoneUnknown", FaultKind.InvalidArgument, timeZone, $"There is no time zone '{timeZone}'. Write it as the IANA database does, such as Europe/London.").ToException();
        }

        if (year is < 1990 or > 2100)
        {
            throw new Fault("YearInvalid", FaultKind.InvalidArgument, "Year", "Give the year with four digits, from 1990 to 2100.").ToException();
        }
    }

    /// <summary>The format of that name; null when it is to be recognised.</summary>
    /// <exception cref="FaultException"><c>LogFormatUnknown</c>.</exception>
    public static LogFormat? FormatOf(string? name) =>
        name is null || string.Equals(name, "Auto", StringComparison.OrdinalIgnoreCase) ? null : LogFormats.Find(name);

    /// <summary>What a log leaves open, from what was asked and from the school.</summary>
    public static LogReaderOptions Options(string? timeZone, int? year, CommandContext context) =>
        new(timeZone is null ? context.Workspace.Zone : TimeZoneInfo.FindSystemTimeZoneById(timeZone), year) { DayFirst = context.Config.Logs.DayFirst };
}
