using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Devices;
using Rosewood.PolicyAdmin.Graph;
using Rosewood.PolicyAdmin.Graph.Slices;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.SignIns.Absences;
using Rosewood.PolicyAdmin.SignIns.Detection;
using Rosewood.PolicyAdmin.SignIns.Model;
using Rosewood.PolicyAdmin.SignIns.Reading;
using Rosewood.PolicyAdmin.SignIns.Timeline;

namespace Rosewood.PolicyAdmin.SignIns;

/// <summary>Brings together what a detection reads: files of sign-ins, the imported traffic, absences and dismissals.</summary>
internal sealed class SignInMaterial
{
    private const int ReportEvery = 8 << 20;
    private static readonly TenantSource[] OfTenant = [TenantSource.SignIns, TenantSource.NonInteractiveSignIns];
    private readonly CommandContext _context;
    private readonly List<SignInFile> _files = [];
    private readonly DeviceDirectory _devices;
    private readonly AbsenceRegister _absences;

    /// <summary>Opens the workspace's facts.</summary>
    public SignInMaterial(CommandContext context, PeopleHistory people)
    {
        _context = context;
        var inventory = context.Store.Devices.Load();
        _devices = new DeviceDirectory(inventory, context.Config.Networks);
        _absences = context.Config.SignIns.UseAbsences ? context.Store.Absences.Load() : AbsenceRegister.Empty;
        Timeline = new SignInTimeline(people, inventory, context.Config.Networks, context.Now);
    }

    /// <summary>All sign-ins that were read.</summary>
    public SignInTimeline Timeline { get; }

    /// <summary>The files that were read.</summary>
    public IReadOnlyList<SignInFile> Files => _files;

    /// <summary>Visits of named users that were read from the imported traffic.</summary>
    public long Visits { get; private set; }

    /// <summary>The first of these visits; null when there is none.</summary>
    public DateTimeOffset? FirstVisit { get; private set; }

    /// <summary>The last of these visits; null when there is none.</summary>
    public DateTimeOffset? LastVisit { get; private set; }

    /// <summary>Sources that ReadTenant found were never fetched.</summary>
    public IReadOnlyList<TenantSource> NeverFetched { get; private set; } = [];

    /// <summary>Reads files; the first that cannot be read ends it, for a finding from half of the evidence would look like a whole one.</summary>
    public void ReadFiles(IReadOnlyList<string> paths, ICommandSink sink, CancellationToken cancellationToken)
    {
        var options = new SignInReadOptions(_context.Workspace.Zone, _context.Config.Logs.DayFirst);
        foreach (var path in paths)
        {
            var activity = $"Reading {Path.GetFileName(path)}";
            var length = new FileInfo(path) is { Exists: true } file ? file.Length : 0;
            var next = (long)ReportEvery;
            _files.Add(SignInLog.Read(path, options, Timeline.Add, done =>
            {
                if (done >= next)
                {
                    next = done + ReportEvery;
                    sink.Progress(new CommandProgress(activity, done, length, ""));
                }
            }, cancellationToken));
            sink.Progress(new CommandProgress(activity, length, length, "", Completed: true));
        }
    }

    /// <summary>Reads what Sync-PolicyTenant fetched; a damaged slice ends it, as a damaged file does.</summary>
    /// <returns>Up to when the tenant was asked; of two sources the older time.</returns>
    /// <exception cref="FaultException"><c>TenantNotSynchronised</c>: nothing was fetched yet.</exception>
    public DateTimeOffset ReadTenant(ICommandSink sink, CancellationToken cancellationToken)
    {
        var options = new SignInReadOptions(_context.Workspace.Zone, _context.Config.Logs.DayFirst);
        var slices = new TenantSlices(new TenantPaths(_context.Workspace.Paths));
        var kept = OfTenant.SelectMany(slices.Of).ToList();
        for (var i = 0; i < kept.Count; i++)
        {
            using var text = slices.Open(kept[i]);
            _files.Add(SignInLog.ReadEntra(Path.GetFileName(kept[i].Path), text, options, Timeline.Add, cancellationToken));
            sink.Progress(new CommandProgress("Reading the tenant's sign-ins", i + 1, kept.Count, "", i + 1 == kept.Count));
        }

        var fetched = OfTenant.Select(s => (Source: s, At: slices.LastFetch(s))).ToList();
        NeverFetched = [.. fetched.Where(static f => f.At is null).Select(static f => f.Source)];
        return fetched.Min(static f => f.At)
            ?? throw TenantFaults.NeverSynchronised("Sign-ins", TenantSource.SignIns).ToException();
    }

    /// <summary>Reads names and devices that stood together in the imported traffic: the visits that a person made.</summary>
    public void ReadTraffic(CancellationToken cancellationToken)
    {
        foreach (var visit in _context.Store.Visits.Read(0, DateTimeOffset.MaxValue.UtcTicks))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (visit.User is not { Length: > 0 } user || visit.PersonAllowed + visit.PersonBlocked == 0)
            {
                continue;
            }

            var device = _devices.Resolve(visit.Address, visit.DeviceText, visit.Start.UtcTicks);
            Visits++;
            FirstVisit = FirstVisit < visit.Start ? FirstVisit : visit.Start;
            LastVisit = LastVisit > visit.Start ? LastVisit : visit.Start;
            Timeline.Add(new SignIn
            {
                Source = SignInSource.Traffic,
                UtcTicks = visit.Start.UtcTicks,
                Account = user,
                Outcome = SignInOutcome.Success,
                Activity = SignInActivity.Interactive,
                DeviceName = device.Name ?? visit.DeviceText,
                Address = visit.Address,
            });
        }
    }

    /// <summary>What the detector is told.</summary>
    public DetectionOptions Options(DateTimeOffset? from, DateTimeOffset? to, bool withTimeline) => new()
    {
        Config = _context.Config.SignIns,
        Zone = _context.Workspace.Zone,
        FromTicks = from?.UtcTicks ?? long.MinValue,
        UntilTicks = to?.UtcTicks ?? long.MaxValue,
        WithTimeline = withTimeline,
        Absences = _absences,
        Suppressions = _context.Store.Suppressions.Load(_context.Now.UtcTicks),
    };

    /// <summary>What could not be seen.</summary>
    public IReadOnlyList<string> Blind(DateTimeOffset? from, DateTimeOffset? to) => SignInBlindness.Of(
        this,
        _context.Config.SignIns.UseAbsences,
        _absences.All.Count,
        Timeline.Devices.Any(d => d.AssignedUser is not null),
        from,
        to,
        _context.Now);
}
