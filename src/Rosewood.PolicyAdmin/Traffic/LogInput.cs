using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Storage;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Traffic;

/// <summary>What commands that read logs ask in the same way: paths, format, time zone and year.</summary>
internal static class LogInput
{
    private const string Unread = "The school's own log formats are left out and times without zone are taken as UTC, since its configuration can't be read";

    /// <summary>Whether these can be right, without opening anything.</summary>
    /// <exception cref="FaultException">They can't.</exception>
    public static void Validate(string[] path, string? timeZone, int? year)
    {
        if (path.Length == 0 || Array.Exists(path, string.IsNullOrWhiteSpace))
        {
            throw new Fault("LogPathMissing", FaultKind.InvalidArgument, "Path", "Name the log to read with -Path, such as /var/log/squid/access.log.").ToException();
        }

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
    public static LogFormat? FormatOf(string? name, LogFormatSet formats) =>
        name is null || string.Equals(name, "Auto", StringComparison.OrdinalIgnoreCase) ? null : formats.Find(name);

    /// <summary>
    /// The formats, and what a log leaves open, where a command needs no workspace: the school's where its configuration can be read; the
    /// built-in formats and UTC where there is none.
    /// </summary>
    public static (LogFormatSet Formats, LogReaderOptions Reader) Settings(CommandContext context, ICommandSink sink)
    {
        if (context.HasWorkspace)
        {
            return (LogFormats.For(context.Config.Logs), Options(timeZone: null, year: null, context));
        }

        try
        {
            var path = new WorkspacePaths(WorkspaceLocator.Locate(context.WorkspacePath)).Config;
            if (PrivateFiles.IsThere(path))
            {
                var config = PolicyConfigReader.Read(path);
                return (LogFormats.For(config.Logs), new LogReaderOptions(SchoolZone.Find(config.School.TimeZone), Year: null) { DayFirst = config.Logs.DayFirst });
            }
        }
        catch (FaultException e)
        {
            sink.Warn($"{Unread}. {e.Fault.Message}");
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            sink.Warn($"{Unread}: {e.Message}");
        }

        return (LogFormats.BuiltIn, LogReaderOptions.Default);
    }

    /// <summary>What a log leaves open, from what was asked and from the school.</summary>
    public static LogReaderOptions Options(string? timeZone, int? year, CommandContext context) =>
        new(timeZone is null ? context.Workspace.Zone : TimeZoneInfo.FindSystemTimeZoneById(timeZone), year) { DayFirst = context.Config.Logs.DayFirst };
}
