using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Traffic.Gaps;
using Rosewood.PolicyAdmin.Traffic.Import;

namespace Rosewood.PolicyAdmin.Traffic;

/// <summary>
/// Compares the catalogue with the hosts that logs show beside a service, and proposes those that are missing from it. Reads the logs
/// once, stores nothing, and names no person: only hosts that several people's visits show are told.
/// </summary>
/// <example><code>Find-SocialMediaServiceGap -Path /var/log/squid/access.log*</code>What the catalogue does not know yet, likeliest first.</example>
/// <example><code>Find-SocialMediaServiceGap access.log -MinimumSessions 20</code>Only what twenty visits or more show.</example>
public sealed class FindSocialMediaServiceGap : PolicyRequest
{
    /// <summary>Log files, plain or gzip; patterns (<c>access.log*</c>) and folders give the files in them.</summary>
    [FilePath]
    public string[] Path { get; set; } = [];

    /// <summary>The format's name, see <c>Get-FirewallLogFormat</c>. Default: <c>Auto</c>, recognised from the first lines.</summary>
    public string? Format { get; set; }

    /// <summary>The IANA zone of times without offset, and of the days that are counted. Default: the school's.</summary>
    public string? TimeZone { get; set; }

    /// <summary>The year of dates without one. Default: from the log's own order.</summary>
    public int? Year { get; set; }

    /// <summary>How many visits to the service must show a host beside it. Default: 5; at least 2.</summary>
    public int MinimumSessions { get; set; } = 5;

    /// <summary>How many people must have shown it, each in at least two visits. Default: 2, and never fewer, so that nobody's own browsing is told.</summary>
    public int MinimumPeople { get; set; } = 2;

    /// <inheritdoc/>
    public override void Validate()
    {
        LogInput.Validate(Path, TimeZone, Year);
        if (MinimumSessions is < 2 or > 100_000)
        {
            throw new Fault("GapMinimumInvalid", FaultKind.InvalidArgument, "MinimumSessions", "Give a number of visits from 2 to 100000: one visit shows nothing.").ToException();
        }

        if (MinimumPeople is < 2 or > GapPair.MostPeople)
        {
            throw new Fault("GapMinimumInvalid", FaultKind.InvalidArgument, "MinimumPeople", $"Give a number of people from 2 to {GapPair.MostPeople}: below 2 it would tell what one person alone reads.").ToException();
        }
    }
}

internal sealed class FindSocialMediaServiceGapHandler : CommandHandler<FindSocialMediaServiceGap>
{
    public override Task HandleAsync(FindSocialMediaServiceGap request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var catalogue = CatalogueLoader.Load(context, out var warning);
        if (warning is not null)
        {
            sink.Warn(warning);
        }

        var options = LogInput.Options(request.TimeZone, request.Year, context);
        var formats = LogFormats.For(context.Config.Logs);
        var format = LogInput.FormatOf(request.Format, formats);
        var scan = new GapScan(catalogue, options.Zone);
        var paths = LogPaths.Expand(request.Path);
        foreach (var path in paths)
        {
            try
            {
                using var file = LogFile.Open(path);
                scan.Read(file, format, formats, options, cancellationToken);
            }
            catch (FaultException e) when (paths.Count > 1)
            {
                // One bad log among several must not keep the others from being read.
                sink.Report(e.Fault);
            }
        }

        foreach (var gap in GapFinder.Find(scan.Tally, catalogue, request.MinimumSessions, request.MinimumPeople))
        {
            sink.Write(gap);
        }

        Warn(scan, sink);
        return Task.CompletedTask;
    }

    private static void Warn(GapScan scan, ICommandSink sink)
    {
        if (scan.Malformed > 0)
        {
            sink.Warn($"{scan.Malformed} {(scan.Malformed == 1 ? "line" : "lines")} could not be read and were passed over.");
        }

        if (scan.Tally.Forgot)
        {
            sink.Warn("These logs name more hosts than are remembered at a time, so rare ones may be missing here. Give fewer days.");
        }

        if (scan.Tally.ServicesVisited == 0)
        {
            sink.Warn("These logs show no visit that was let through to a service in the catalogue, so there is nothing to compare. Give logs of a time when some were open.");
        }
    }
}
