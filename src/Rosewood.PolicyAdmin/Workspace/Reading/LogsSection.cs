using Rosewood.PolicyAdmin.Traffic.Formats.GenericCsv;
using Rosewood.PolicyAdmin.Traffic.Formats.SquidCustom;

namespace Rosewood.PolicyAdmin.Workspace.Reading;

/// <summary>Log formats of the school's own.</summary>
internal static class LogsSection
{
    private static readonly ConfigValue<SquidFormatConfig> SquidFormat = ConfigObject.Of(static o =>
    {
        var format = new SquidFormatConfig(o.Required("name", ConfigValues.Name), o.Required("logFormat", ConfigValues.Line));
        if (o.IsSound && !format.LogFormat.Contains("%t", StringComparison.Ordinal))
        {
            o.Refuse("logFormat", "it holds no time code such as %ts or %tl. Copy what stands behind the name in squid.conf.");
        }
        else if (o.IsSound && SquidPattern.Compile(format.LogFormat, out var problem) is null)
        {
            o.Refuse("logFormat", problem!);
        }

        return format;
    });

    private static readonly ConfigValue<CsvColumnsConfig> Columns = ConfigObject.Of(static o =>
    {
        var columns = new CsvColumnsConfig
        {
            Time = o.Required("time", ConfigValues.Name),
            User = Column("user"),
            SourceAddress = Column("sourceAddress"),
            DestinationAddress = Column("destinationAddress"),
            Host = Column("host"),
            Url = Column("url"),
            Action = Column("action"),
            Bytes = Column("bytes"),
            Application = Column("application"),
            Category = Column("category"),
            Device = Column("device"),
        };
        if (o.IsSound && columns is { Host: null, Url: null })
        {
            o.Refuse("host", "neither host nor url has a column, so nothing could be found. Name one.");
        }

        return columns;

        string? Column(string key) => o.Optional(key, ConfigValues.Name, fallback: null!);
    });

    private static readonly ConfigValue<CsvFormatConfig> CsvFormat = ConfigObject.Of(static o =>
    {
        var format = new CsvFormatConfig(o.Required("name", ConfigValues.Name), o.Required("columns", Columns), o.Required("timeFormat", ConfigValues.TimeFormat))
        {
            Delimiter = o.Optional("delimiter", ConfigValues.Delimiter, ','),
            HasHeader = o.Optional("hasHeader", ConfigValues.Boolean, fallback: true),
            TimeZone = o.Optional("timeZone", ConfigValues.Zone, fallback: null!),
            AllowedWords = o.Texts("allowedWords", ConfigValues.Name),
            BlockedWords = o.Texts("blockedWords", ConfigValues.Name),
        };
        if (o.IsSound && Problem(format) is var (key, problem))
        {
            o.Refuse(key, problem);
        }

        return format;
    });

    /// <summary>What would make lines unreadable, or refused ones look let through.</summary>
    private static (string Key, string Problem)? Problem(CsvFormatConfig format)
    {
        var map = new CsvColumnMap(format.Columns);
        if (!format.HasHeader && map.HasNames)
        {
            return ("columns", "without a header columns are told by their number, such as #3 for the third.");
        }

        if (map.HasNumberZero)
        {
            return ("columns", "columns are counted from #1.");
        }

        return (format.Columns.Action, format.AllowedWords, format.BlockedWords) switch
        {
            (null, not [], _) or (null, _, not []) => ("columns", "there are words for let through or refused, but no action column in which they stand. Name it."),
            (not null, [], _) => ("allowedWords", "no word of the action column means let through, so that nothing would ever count. Add those that the file has."),
            _ => null,
        };
    }

    public static readonly ConfigValue<LogsConfig> Logs = ConfigObject.Of(static o =>
    {
        var squid = o.Entries("squidFormats", SquidFormat, most: 50);
        var csv = o.Entries("csvFormats", CsvFormat, most: 50);
        o.RefuseTwice([.. squid.Select(static s => new Placed<string>(s.Node, s.Value.Name)), .. csv.Select(static c => new Placed<string>(c.Node, c.Value.Name))], static n => n, "format");
        return new LogsConfig
        {
            StaleAfter = o.Optional("staleAfter", ConfigValues.Duration, new LogsConfig().StaleAfter),
            DayFirst = o.Optional("dayFirst", static (node, problems) => ConfigValues.Boolean(node, problems), fallback: (bool?)null),
            SquidFormats = [.. squid.Select(static s => s.Value)],
            CsvFormats = [.. csv.Select(static c => c.Value)],
        };
    });
}
