using System.Globalization;
using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Traffic.Import;

/// <summary>Imports logs, one after the other, while the caller holds the import lock.</summary>
internal sealed class LogImporter
{
    private readonly CommandContext _context;
    private readonly ICommandSink _sink;
    private readonly ImportOptions _options;
    private readonly ServiceCatalogue _catalogue;
    private readonly IVisitBoundaries _boundaries;
    private VisitBuilder _visits;

    public LogImporter(CommandContext context, ICommandSink sink, ImportOptions options, ServiceCatalogue catalogue, IVisitBoundaries boundaries)
    {
        _context = context;
        _sink = sink;
        _options = options;
        _catalogue = catalogue;
        _boundaries = boundaries;
        _visits = StartVisits();
    }

    /// <summary>Imports what is new in a log.</summary>
    /// <exception cref="FaultException">It can't be read, or is not what it was.</exception>
    public LogImport Import(LogFile file, CancellationToken cancellationToken)
    {
        if (!file.HasText())
        {
            return Nothing(file, _options);
        }

        var log = LogAdmission.Of(file, _context.Store.Logs, _options, cancellationToken);
        var known = log.Recognition.Known;
        using var text = log.Recognition.Text ?? file.OpenText();
        var progress = new LogProgress(_context, _sink, _options, file, _catalogue, _visits, known ?? NewSource(file, log.Format), log.Recognition.Tail);
        if (log.Recognition.IsShorterCopy)
        {
            _sink.Warn($"{file.Path} is a shorter copy of {known!.Path}, which was read further already: nothing in it is new.");
            return progress.Result();
        }

        Forget(log, file);
        try
        {
            Scan(text, log, file, progress, cancellationToken);
        }
        catch
        {
            // What was taken in but not committed is with the next import again.
            _visits = StartVisits();
            throw;
        }

        if (progress.OpenVerdicts is > 0 and var open)
        {
            _sink.Warn($"{file.Path} has {open} {(open == 1 ? "line" : "lines")} without a known word for let through or refused, counted as neither. Look at them with ConvertFrom-FirewallLog: their Action is Other. Words of a CSV file of your own are named in policy.json, logs.csvFormats.");
        }

        if (known is null && progress.Overlapping() is { } other)
        {
            _sink.Warn($"{file.Path} covers part of the time of {other}, which was imported before. If both hold the same lines, these are counted twice: import each line from one log only.");
        }

        if (progress.UnknownCategories.Count > 0)
        {
            _sink.Warn($"{file.Path} has categories that are not known here, so that Find-ProhibitedContentAccess can't see what is in them: {string.Join(", ", progress.UnknownCategories.OrderByDescending(static c => c.Value).Select(static c => $"{PlainText.Shorten(c.Key, 60)} ({c.Value})"))}.");
        }

        var result = progress.Result();
        if (result.Malformed * 2 > result.Lines)
        {
            _sink.Warn(string.Create(CultureInfo.InvariantCulture, $"{file.Path}: {result.Malformed} of {result.Lines} new lines could not be read as {result.Format}. They are passed over and not read again; MalformedLines shows some of them, ConvertFrom-FirewallLog how the others are read."));
        }

        return result;
    }

    /// <summary>What comes of a log without text, such as one that was just rotated.</summary>
    public static LogImport Nothing(LogFile file, ImportOptions options) => new()
    {
        Path = file.Path,
        Format = options.Format?.Name ?? "",
        Lines = 0,
        Matched = 0,
        Malformed = 0,
        From = null,
        Until = null,
        Visits = 0,
        Elapsed = TimeSpan.Zero,
        BytesPerSecond = 0,
        MalformedLines = [],
    };

    /// <summary>Takes back that a log was read, where nothing of it was counted, so that it is read from its beginning.</summary>
    private void Forget(LogAdmission log, LogFile file)
    {
        foreach (var unread in log.Recognition.Unread)
        {
            _sink.Warn($"{file.Path} was read as {unread.Format} before, and not one of its lines could be: it is read again from its beginning, as {log.Format.Name}.");
            using var change = _context.BeginChange();
            _context.Store.Logs.Forget(change, unread.Id);
            change.Audit("USE-1", string.Create(CultureInfo.InvariantCulture, $"log:{unread.Id}"), new { unread.Format, unread.Offset, unread.Lines, unread.Malformed }, after: null);
            change.Commit();
        }
    }

    private void Scan(Stream text, LogAdmission log, LogFile file, LogProgress progress, CancellationToken cancellationToken)
    {
        var source = new LogBlockSource(text, progress.Offset, _options.BlockSize, file.IsArchive ? file.IsWhole : null) { LastHeader = log.Format.LastHeader, Header = progress.Header };
        var workers = progress.IsSmall ? 1 : _options.Workers;
        using var scan = new ParallelScan(source, () => new BlockScanner(log.Readers(), _catalogue, log.Format.CategoryVendor), workers, _options.BlockSize);
        try
        {
            scan.Run(progress.Take, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            progress.Commit();
            throw;
        }

        progress.Commit();
        if (source.Damage is not null || !file.IsWhole(source.TextLength))
        {
            throw LogFaults.Truncated(file.Path, progress.Result().Lines).ToException(source.Damage);
        }
    }

    private VisitBuilder StartVisits() => new(_boundaries, new StoreArchive(_context.Store.Visits, _catalogue));

    private static LogSource NewSource(LogFile file, LogFormat format)
    {
        var (length, hash) = LogRecognition.HeadOf(file);
        return new LogSource { Path = file.Path, Format = format.Name, HeadLength = length, HeadHash = hash };
    }
}
