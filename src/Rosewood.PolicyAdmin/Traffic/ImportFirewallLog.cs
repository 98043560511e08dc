using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Traffic.Import;

namespace Rosewood.PolicyAdmin.Traffic;

/// <summary>
/// Reads what is new in the filter's logs. Each log is known by its content: importing it twice, after rotation, compressed, or after a
/// crash in the middle never loses a line and never counts one twice.
/// </summary>
/// <example><code>Import-FirewallLog -Path /var/log/squid/access.log*</code>Everything that Squid has logged and that was not read yet.</example>
/// <example><code>Import-FirewallLog -Path /var/log/squid/access.log -Follow</code>Goes on reading until Ctrl+C.</example>
public sealed class ImportFirewallLog : PolicyRequest
{
    /// <summary>Log files, plain or gzip; patterns (<c>access.log*</c>) and folders give the files in them.</summary>
    [FilePath]
    public string[] Path { get; set; } = [];

    /// <summary>
    /// The format's name, see <c>Get-FirewallLogFormat</c>. Default: <c>Auto</c>, recognised from the first lines; a log that was begun is read
    /// on in its format, and in no other.
    /// </summary>
    public string? Format { get; set; }

    /// <summary>The IANA zone of times without offset. Default: the school's. Squid's own format needs none.</summary>
    public string? TimeZone { get; set; }

    /// <summary>The year of dates without one. Default: from the log's own order.</summary>
    public int? Year { get; set; }

    /// <summary>Goes on reading as the logs grow, also across rotation, until cancelled.</summary>
    public bool Follow { get; set; }

    /// <inheritdoc/>
    public override void Validate()
    {
        LogInput.Validate(Path, TimeZone, Year);
    }
}

internal sealed class ImportFirewallLogHandler : CommandHandler<ImportFirewallLog>
{
    private const string Action = "Import its new lines";

    public override async Task HandleAsync(ImportFirewallLog request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var formats = LogFormats.For(context.Config.Logs);
        var options = new ImportOptions
        {
            Formats = formats,
            Format = LogInput.FormatOf(request.Format, formats),
            Reader = LogInput.Options(request.TimeZone, request.Year, context),
        };
        var paths = LogPaths.Expand(request.Path);
        if (request.Follow)
        {
            var followed = paths.Where(p => sink.ShouldProcess(p, Action)).ToList();
            if (followed.Count > 0)
            {
                await new LogFollower(context, sink, options, followed).RunAsync(cancellationToken);
            }

            return;
        }

        var warm = Task.Run(BlockScanner.WarmUp, cancellationToken);
        var chosen = Choose(paths, options, context, sink, cancellationToken);
        if (chosen.Count == 0)
        {
            return;
        }

        using var held = await ImportLock.TakeAsync(context.Workspace.Paths.ImportLock, sink, cancellationToken);
        var importer = new LogImporter(context, sink, options, CatalogueLoader.Load(context), AccessStateLoader.LoadBoundaries(context));
        await warm;
        foreach (var path in chosen)
        {
            Open(path, isOne: paths.Count == 1, sink, file => sink.Write(importer.Import(file, cancellationToken)));
        }
    }

    /// <summary>The logs to import. Faults are told before a person is asked, so that <c>-WhatIf</c> tells them too.</summary>
    private static List<string> Choose(IReadOnlyList<string> paths, ImportOptions options, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var chosen = new List<string>();
        foreach (var path in paths)
        {
            Open(path, isOne: paths.Count == 1, sink, file =>
            {
                if (!file.HasText())
                {
                    Nothing(file, isOne: paths.Count == 1, options, sink);
                    return;
                }

                LogAdmission.Check(file, context.Store.Logs, options, cancellationToken);
                if (sink.ShouldProcess(path, Action))
                {
                    chosen.Add(path);
                }
            });
        }

        return chosen;
    }

    /// <summary>An empty log among others was just rotated, as happens each night; alone it may be that nothing is logged at all.</summary>
    private static void Nothing(LogFile file, bool isOne, ImportOptions options, ICommandSink sink)
    {
        if (isOne)
        {
            sink.Warn($"{file.Path} is empty: nothing is known about the traffic. Check that the filter writes to this file, unless it was just rotated.");
        }

        sink.Write(LogImporter.Nothing(file, options));
    }

    /// <summary>One bad log among several must not keep the others from being read.</summary>
    private static void Open(string path, bool isOne, ICommandSink sink, Action<LogFile> use)
    {
        try
        {
            using var file = LogFile.Open(path);
            use(file);
        }
        catch (FaultException e) when (!isOne)
        {
            sink.Report(e.Fault);
        }
    }
}
