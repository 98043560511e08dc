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

    /// <summary>The format's name, see <c>Get-FirewallLogFormat</c>. Default: <c>Auto</c>, recognised from the first lines.</summary>
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
    public override async Task HandleAsync(ImportFirewallLog request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var formats = LogFormats.For(context.Config.Logs);
        var options = new ImportOptions
        {
            Formats = formats,
            Format = LogInput.FormatOf(request.Format, formats),
            Reader = LogInput.Options(request.TimeZone, request.Year, context),
        };
        var paths = LogPaths.Expand(request.Path).Where(p => sink.ShouldProcess(p, "Import its new lines")).ToList();
        if (request.Follow)
        {
            await new LogFollower(context, sink, options, paths).RunAsync(cancellationToken);
            return;
        }

        var warm = Task.Run(BlockScanner.WarmUp, cancellationToken);
        using var held = await ImportLock.TakeAsync(context.Workspace.Paths.ImportLock, sink, cancellationToken);
        var importer = new LogImporter(context, sink, options, CatalogueLoader.Load(context), AccessStateLoader.LoadBoundaries(context));
        await warm;
        foreach (var path in paths)
        {
            try
            {
                using var file = LogFile.Open(path);
                sink.Write(importer.Import(file, cancellationToken));
            }
            catch (FaultException e) when (paths.Count > 1)
            {
                // One bad log among several must not keep the others from being read.
                sink.Report(e.Fault);
            }
        }
    }
}
