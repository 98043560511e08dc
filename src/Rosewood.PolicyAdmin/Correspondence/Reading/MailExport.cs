using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Correspondence.Model;
using Rosewood.PolicyAdmin.Exports;
using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Traffic.Import;

namespace Rosewood.PolicyAdmin.Correspondence.Reading;

/// <summary>
/// Reads an export of mail: JSON (an array, Graph's pages, JSON lines) or a table; plain or gzip, UTF-8 or UTF-16. It is known by what is in
/// it. Only a window of it is ever in memory.
/// </summary>
internal static class MailExport
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="meaning">Says what its records mean, and gives them on. What it gave is void when this ends with a fault.</param>
    /// <param name="options">What exports leave open.</param>
    /// <param name="progress">Told how many bytes on disk were read so far; null: nobody asks.</param>
    /// <param name="cancellationToken">Ends it between blocks.</param>
    /// <exception cref="FaultException">It can't be opened, is another sort of file, broken or cut off, or the order of its dates is open.</exception>
    public static MailExportFile Read(string path, MailMeaning meaning, MailReadOptions options, Action<long>? progress, CancellationToken cancellationToken)
    {
        try
        {
            using var file = LogFile.Open(path);
            if (file.Length > 0 && file.Head.IsEmpty)
            {
                throw LogFaults.Damaged(path).ToException();
            }

            return Read(ExportSource.Of(file), meaning, options, progress, cancellationToken);
        }
        catch (InvalidDataException e)
        {
            throw LogFaults.Damaged(path).ToException(e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw CsvFaults.Unreadable(path, e).ToException(e);
        }
    }

    /// <summary>Reads a stream that can go back to its beginning, such as one that was decrypted; it stays open.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="name">What it is called in messages.</param>
    /// <param name="meaning">Says what its records mean, and gives them on.</param>
    /// <param name="options">What exports leave open.</param>
    /// <param name="cancellationToken">Ends it between blocks.</param>
    /// <exception cref="FaultException">It is another sort of export, broken or cut off, or the order of its dates is open.</exception>
    public static MailExportFile Read(Stream stream, string name, MailMeaning meaning, MailReadOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return Read(ExportSource.Of(stream, name), meaning, options, progress: null, cancellationToken);
        }
        catch (InvalidDataException e)
        {
            throw LogFaults.Damaged(name).ToException(e);
        }
    }

    /// <summary>Reads JSON lines that come from no file of their own and can be read once only, such as a sealed slice; none is none.</summary>
    /// <param name="text">The lines, UTF-8; it stays open.</param>
    /// <param name="name">What they are called in messages.</param>
    /// <param name="meaning">Says what their records mean, and gives them on.</param>
    /// <param name="options">What exports leave open.</param>
    /// <param name="cancellationToken">Ends it between blocks.</param>
    /// <exception cref="FaultException">They are broken or cut off.</exception>
    public static MailExportFile ReadSlice(Stream text, string name, MailMeaning meaning, MailReadOptions options, CancellationToken cancellationToken)
    {
        meaning.Time = new RecordTime(TimeZoneInfo.Utc, options.DayFirst);
        var tally = new MailTally(meaning, "record");
        new JsonMailRecords(meaning, tally, name).Read(new TextWindow(text, options.BlockSize, onRead: null, cancellationToken));
        return tally.File(name, $"{meaning.Shape.Kind} (tenant)");
    }

    private static MailExportFile Read(ExportSource source, MailMeaning meaning, MailReadOptions options, Action<long>? progress, CancellationToken cancellationToken)
    {
        var head = source.ReadHead().AsSpan().TrimStart(" \t\r\n"u8);
        if (source.IsEmpty || head.IsEmpty)
        {
            throw MailExportFaults.Empty(source.Name).ToException();
        }

        if (head[0] is (byte)'{' or (byte)'[')
        {
            meaning.Time = new RecordTime(TimeZoneInfo.Utc, options.DayFirst);
            var tally = new MailTally(meaning, "record");
            Run(source, new JsonMailRecords(meaning, tally, source.Name).Read, options, progress, cancellationToken);
            return End(source, meaning, tally, $"{meaning.Shape.Kind} (JSON)");
        }

        return ExportText.IsBinary(head)
            ? throw MailExportFaults.Binary(source.Name, meaning.Shape).ToException()
            : ReadTable(source, CsvHeader.Read(head), meaning, options, progress, cancellationToken);
    }

    private static MailExportFile ReadTable(ExportSource source, CsvHeader header, MailMeaning meaning, MailReadOptions options, Action<long>? progress, CancellationToken cancellationToken)
    {
        var slots = meaning.Shape.SlotsOf(header.Names);
        if (header.Names.Count < 2)
        {
            throw MailExportFaults.Unknown(source.Name, meaning.Shape).ToException();
        }

        if (!meaning.Shape.Required.All(r => r.Any(f => slots.Contains((int)f))))
        {
            throw MailExportFaults.ColumnsMissing(source.Name, meaning.Shape, header.Names).ToException();
        }

        var time = Array.FindIndex(slots, static s => s is (int)MailField.Time or (int)MailField.OtherTime);
        var zone = time < 0 ? TimeZoneInfo.Utc : MailColumns.ZoneOf(header.Names[time], options.Zone);
        meaning.Time = new RecordTime(zone, options.DayFirst ?? (time < 0 ? null : DayFirst(source, slots, header, options, cancellationToken)));
        var tally = new MailTally(meaning, "line");
        Run(source, new CsvMailRecords(slots, header, tally.Take, tally.Refuse).Read, options, progress, cancellationToken);
        return End(source, meaning, tally, $"{meaning.Shape.Kind} (CSV)");
    }

    private static MailExportFile End(ExportSource source, MailMeaning meaning, MailTally tally, string kind) => tally.IsOther
        ? throw MailExportFaults.Unknown(source.Name, meaning.Shape).ToException()
        : tally.File(source.Name, kind);

    /// <summary>Whether the day comes first in a table's dates of numbers: never guessed, only proved.</summary>
    private static bool? DayFirst(ExportSource source, int[] slots, CsvHeader header, MailReadOptions options, CancellationToken cancellationToken)
    {
        var order = new DateOrderProof();
        Run(source, new CsvMailRecords(slots, header, (v, _) => order.Take(v.First((int)MailField.Time) is { IsEmpty: false } t ? t : v.First((int)MailField.OtherTime)), static (_, _) => true).Read, options, progress: null, cancellationToken);
        return order.IsOpen ? throw LogFaults.DateOrderUnknown(source.Name).ToException() : order.DayFirst;
    }

    private static void Run(ExportSource source, Action<TextWindow> read, MailReadOptions options, Action<long>? progress, CancellationToken cancellationToken)
    {
        using var text = source.Open();
        var window = new TextWindow(text.Stream, options.BlockSize, progress is null ? null : () => progress(source.Position), cancellationToken);
        read(window);
        if (window.AtEnd && !text.IsWhole)
        {
            throw LogFaults.Damaged(source.Name).ToException();
        }
    }
}
