using System.Globalization;
using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Traffic;

/// <summary>Finds visits to social media, with their verdicts. By default those that need a person's eyes.</summary>
/// <example><code>Find-SocialMediaUse -From 2026-11-09 -To 2026-11-13</code>What needs looking at in that week.</example>
/// <example><code>Find-SocialMediaUse -All -User 'Nell Ames' -Service Facebook</code>Every visit of one person to one service.</example>
public sealed class FindSocialMediaUse : PolicyRequest
{
    /// <summary>The beginning, school local time. Default: everything imported.</summary>
    public TimeInput? From { get; set; }

    /// <summary>The end; a date alone includes that day. Default: everything imported.</summary>
    public TimeInput? To { get; set; }

    /// <summary>People by name, login or role; an account that is not on the roster by its login as the log has it.</summary>
    public string[] User { get; set; } = [];

    /// <summary>Services by name or alias.</summary>
    public string[] Service { get; set; } = [];

    /// <summary>Device names, addresses or classes.</summary>
    public string[] Device { get; set; } = [];

    /// <summary>Verdicts. Default: Unexplained and PersonalInSession.</summary>
    public Verdict[] Verdict { get; set; } = [];

    /// <summary>Every visit, whatever its verdict.</summary>
    public bool All { get; set; }

    /// <inheritdoc/>
    public override void Validate()
    {
        if (All && Verdict.Length > 0)
        {
            throw new Fault("VerdictAndAll", FaultKind.InvalidArgument, "All", "Give -All or -Verdict, not both.").ToException();
        }
    }
}

internal sealed class FindSocialMediaUseHandler : CommandHandler<FindSocialMediaUse>
{
    public override Task HandleAsync(FindSocialMediaUse request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var zone = context.Workspace.Zone;
        var from = request.From?.ToStart(zone) ?? DateTimeOffset.MinValue;
        var to = request.To?.ToEnd(zone) ?? DateTimeOffset.MaxValue;
        if (to <= from)
        {
            throw new Fault("PeriodEmpty", FaultKind.InvalidArgument, "To", "The period ends before it begins. Give a -To that is later than -From.").ToException();
        }

        var state = AccessStateLoader.Load(context);
        var wanted = VisitFilter.Of(request, state, context);
        var found = VisitReader.Read(context, state, AccessStateLoader.LoadDevices(context), from, to)
            .Where(wanted.Matches)
            .OrderBy(v => v.Start);
        var outlived = new List<TimeSpan>();
        var fromUnknownDevices = 0;
        foreach (var visit in found)
        {
            cancellationToken.ThrowIfCancellationRequested();
            sink.Write(visit);
            if (visit.OutlivedGrantBy is { } time)
            {
                outlived.Add(time);
            }

            fromUnknownDevices += visit.IsFromUnknownDevice ? 1 : 0;
        }

        TellOfOutlived(outlived, sink);
        TellOfUnknownDevices(fromUnknownDevices, sink);
        WarnOfGaps(request, context, sink);
        return Task.CompletedTask;
    }

    /// <summary>A note beside the table, which has no room for it.</summary>
    private static void TellOfOutlived(List<TimeSpan> outlived, ICommandSink sink)
    {
        if (outlived.Count == 0)
        {
            return;
        }

        var longest = outlived.Max();
        var visits = outlived.Count == 1 ? "1 visit" : string.Create(CultureInfo.InvariantCulture, $"{outlived.Count:N0} visits");
        var time = longest < TimeSpan.FromMinutes(1) ? "under a minute" : string.Create(CultureInfo.InvariantCulture, $"{(outlived.Count == 1 ? "" : "up to ")}{longest.TotalMinutes:N0} min");
        sink.Warn($"In {visits} a connection that began under a grant was still open after the grant's end, for {time}: the proxy does not ask again inside an open connection. "
            + "This is about the proxy, not the person, and the verdict stays. See each visit's OutlivedGrantBy; docs/targets/open-connections.md says what closes them.");
    }

    /// <summary>What counts as a school device because nothing is known of it may be somebody's own phone.</summary>
    private static void TellOfUnknownDevices(int visits, ICommandSink sink)
    {
        if (visits > 0)
        {
            sink.Warn(string.Create(
                CultureInfo.InvariantCulture,
                $"{(visits == 1 ? "1 unexplained visit" : $"{visits:N0} unexplained visits")} came from devices of which nothing is known. They count as school devices, though some may be people's own phones: describe the school's networks (networks in policy.json), or add the devices with Import-PolicyDevice."));
        }
    }

    /// <summary>Counts the holes of a period that can be typed, so that the command that is named lists as many.</summary>
    private static void WarnOfGaps(FindSocialMediaUse request, CommandContext context, ICommandSink sink)
    {
        var zone = context.Workspace.Zone;
        var from = request.From ?? Typed(CoverageReader.Beginning(context) ?? context.Now, zone);
        var to = request.To ?? Typed(context.Now, zone);
        var findings = CoverageReader.Read(context, from.ToStart(zone), to.ToEnd(zone));
        if (findings is [{ Kind: CoverageKind.NothingImported } none])
        {
            sink.Warn(none.Explanation);
        }
        else if (findings.Count > 0)
        {
            var (holes, them) = findings.Count == 1 ? ("a hole", "it") : ($"{findings.Count} holes", "them");
            sink.Warn($"The evidence has {holes}: what happened there is not known. Get-FirewallLogCoverage -From {Argument(from)} -To {Argument(to)} lists {them}.");
        }
    }

    /// <summary>To the second, in school local time; with an offset where the clocks go back over it.</summary>
    private static TimeInput Typed(DateTimeOffset at, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone);
        return new(local.ToString(zone.IsAmbiguousTime(local.DateTime) ? "yyyy-MM-ddTHH:mm:sszzz" : "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture));
    }

    private static string Argument(TimeInput time) => time.Text.Contains(' ', StringComparison.Ordinal) ? $"'{time.Text}'" : time.Text;
}
