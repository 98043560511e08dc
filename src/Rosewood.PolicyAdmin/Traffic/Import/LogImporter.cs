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
        if (file.Head.IsEmpty)
        {
            throw (file.Length == 0 ? LogFaults.Empty(file.Path) : LogFaults.Truncated(file.Path, 0)).ToException();
        }

        var recognition = LogRecognition.Of(file, _context.Store.Logs, cancellationToken);
        var known = recognition.Known;
        var format = known is not null ? _options.Formats.Find(known.Format) : _options.Format ?? _options.Formats.RecogniseFile(file);
        var progress = new LogProgress(_context, _sink, _options, file, _catalogue, _visits, known ?? NewSource(file, format), recognition.Tail);
        if (recognition.IsShorterCopy)
        {
            _sink.Warn($"{file.Path} is a shorter copy of {known!.Path}, which was read further already: nothing in it is new.");
            return progress.Result();
        }

        using var text = recognition.Text!;
        try
        {
            Scan(text, format, file, progress, cancellationToken);
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

        return progress.Result();
    }

    private void Scan(Stream text, LogFormat format, LogFile file, LogProgress progress, CancellationToken cancellationToken)
    {
        var source = new LogBlockSource(text, progress.Offset, _options.BlockSize, file.IsArchive ? file.IsWhole : null) { LastHeader = format.LastHeader, Header = progress.Header };
        var workers = progress.IsSmall ? 1 : _options.Workers;
        var readers = LogFormats.ReadersFor(file, format, _options.Reader, isAsked: _options.Format is not null);
        using var scan = new ParallelScan(source, () => new BlockScanner(readers(), _catalogue, format.CategoryVendor), workers, _options.BlockSize);
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
