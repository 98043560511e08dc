using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Devices;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Traffic;

/// <summary>Visits to social media with their verdicts. By default those that need a person's eyes.</summary>
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
    private static readonly Verdict[] NeedEyes = [Verdict.Unexplained, Verdict.PersonalInSession];

    public override Task HandleAsync(FindSocialMediaUse request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var zone = context.Workspace.Zone;
        var from = request.From?.ToStart(zone) ?? DateTimeOffset.MinValue;
        var to = request.To?.ToEnd(zone) ?? DateTimeOffset.MaxValue;
        if (to <= from)
        {
            throw new Fault("PeriodEmpty", FaultKind.InvalidArgument, "To", "The period ends before it begins. Give a -To that is later than -From.").ToException();
        }

        var users = Users(request, context);
        var services = Services(request, context);
        var verdicts = request.All ? null : request.Verdict.Length > 0 ? request.Verdict : NeedEyes;
        var found = VisitReader.Read(context, from, to)
            .Where(v => verdicts is null || verdicts.Contains(v.Verdict))
            .Where(v => users.Count == 0 || (v.User is not null && users.Contains(v.User)))
            .Where(v => services.Count == 0 || services.Contains(v.Service))
            .Where(v => request.Device.Length == 0 || request.Device.Any(d => IsDevice(v, d)))
            .OrderBy(v => v.Start);
        foreach (var visit in found)
        {
            cancellationToken.ThrowIfCancellationRequested();
            sink.Write(visit);
        }

        WarnOfGaps(context, sink, request.From is null ? null : from, request.To is null ? null : to);
        return Task.CompletedTask;
    }

    private static void WarnOfGaps(CommandContext context, ICommandSink sink, DateTimeOffset? from, DateTimeOffset? to)
    {
        var findings = CoverageReader.Read(context, from ?? DateTimeOffset.MinValue, to ?? context.Now);
        if (findings.Count > 0)
        {
            sink.Warn($"The evidence has {(findings.Count == 1 ? "a hole" : $"{findings.Count} holes")}: what happened there is not known. See Get-FirewallLogCoverage.");
        }
    }

    private static bool IsDevice(Visit visit, string wanted) =>
        string.Equals(visit.Device, wanted, StringComparison.OrdinalIgnoreCase)
        || string.Equals(visit.Address, wanted, StringComparison.OrdinalIgnoreCase)
        || (Enum.TryParse<DeviceClass>(wanted, ignoreCase: true, out var named) && named == visit.DeviceClass);

    /// <summary>The names as visits show them; a login that the roster does not know is looked for as the log has it.</summary>
    private static HashSet<string> Users(FindSocialMediaUse request, CommandContext context)
    {
        var people = context.LoadPeople();
        var now = context.Now.UtcTicks;
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var typed in request.User)
        {
            try
            {
                names.Add(PersonNames.Show(people, people.Resolve(typed, now), now));
            }
            catch (FaultException e) when (e.Fault.Kind == FaultKind.NotFound && context.Store.Visits.HasUser(LoginName.Normalize(typed)))
            {
                names.Add(LoginName.Normalize(typed));
            }
        }

        return names;
    }

    private static HashSet<string> Services(FindSocialMediaUse request, CommandContext context)
    {
        var catalogue = CatalogueLoader.Load(context);
        return request.Service
            .Select(s => catalogue.Find(s)?.Name ?? throw AccessFaults.ServiceNotFound(s, catalogue).ToException())
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
    }
}
