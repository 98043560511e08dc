using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Enforcement;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Traffic;

namespace Rosewood.PolicyAdmin.Governance.Pages;

/// <summary>
/// What inspectors ask to be shown, without anybody's name but those of public roles: an authorisation is shown with who decided it and when,
/// and for whom by a number that stays the same within the pack.
/// </summary>
internal sealed class InspectionMaterial
{
    private readonly CommandContext _context;
    private readonly PeopleHistory _people;
    private readonly HashSet<string> _public;
    private readonly Dictionary<string, string> _numbers = new(StringComparer.Ordinal);

    public InspectionMaterial(CommandContext context)
    {
        _context = context;
        _people = context.LoadPeople();
        _public = _people.SpansFrom(long.MinValue).Where(static s => s.Value.Roles.Overlaps(RoleSet.Guarded)).Select(static s => s.Value.Id).ToHashSet(StringComparer.Ordinal);
        Facts = DpiaFacts.Read(context);
        Proof = AuditVerifier.Verify(context.Store, expectedHead: null);
        Controls = ControlReader.Read(context, Proof);
        Reviews = [.. context.Store.FilteringReviews.LoadAll().Select(r => FilteringReview.Of(r, _people, context) with
        {
            ReviewedBy = [.. r.ReviewerIds.Select(Name)],
            AcceptedBy = r.AcceptedById is { } id ? Name(id) : null,
            RecordedBy = Name(r.RecordedBy),
        })];
        Tests = [.. context.Store.Enforcement.Tests().Select(t => t with { By = "a member of staff", User = t.User is null ? null : "an account of the school", Device = "a device of the school" })];
        Targets = [.. context.Config.Enforcement.Targets.Select(t => new InspectionTarget(t.Name, t.Kind.ToString(), t.Enabled, Local(context.Store.Enforcement.LastProved(t.Name)), Local(context.Store.Enforcement.LastFailed(t.Name))))];
        Grants = [.. context.Store.Grants.Load().All.Select(Grant)];
        Gaps = CoverageReader.Read(context, context.Now.AddDays(-Back), context.Now);
    }

    /// <summary>How many days of holes in the evidence are shown.</summary>
    public static int Back => 90;

    /// <summary>The DPIA facts.</summary>
    public DpiaFacts Facts { get; }

    /// <summary>Each clause with what stands behind it.</summary>
    public IReadOnlyList<PolicyControl> Controls { get; }

    /// <summary>The audit trail's proof.</summary>
    public AuditProof Proof { get; }

    /// <summary>Reviews of filtering and monitoring.</summary>
    public IReadOnlyList<FilteringReview> Reviews { get; }

    /// <summary>Tests of the block.</summary>
    public IReadOnlyList<BlockTest> Tests { get; }

    /// <summary>Where the block is in force.</summary>
    public IReadOnlyList<InspectionTarget> Targets { get; }

    /// <summary>Exceptions from the block.</summary>
    public IReadOnlyList<InspectionGrant> Grants { get; }

    /// <summary>Holes in the evidence.</summary>
    public IReadOnlyList<CoverageFinding> Gaps { get; }

    private InspectionGrant Grant(Grant grant) => new(
        grant.Fact.Id,
        Name(grant.Fact.PersonId),
        [.. grant.Fact.Services],
        [.. grant.Fact.DeviceClasses.Select(static c => c.ToString())],
        Local(grant.Fact.From),
        Local(grant.Fact.Until),
        grant.Fact.AuthoriserId is { } id ? Name(id) : "standing authorisation (USE-3)",
        Local(grant.Fact.GrantedAt),
        grant.StatusAt(_context.Now.UtcTicks).ToString(),
        grant.ConfirmationAt(_context.Now.UtcTicks).ToString());

    private DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, _context.Workspace.Zone);

    private DateTimeOffset? Local(DateTimeOffset? at) => at is { } instant ? Local(instant) : null;

    private string Name(string id)
    {
        if (_public.Contains(id))
        {
            return PersonNames.Show(_people, id, _context.Now.UtcTicks);
        }

        if (!_numbers.TryGetValue(id, out var number))
        {
            _numbers.Add(id, number = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"member of staff {_numbers.Count + 1}"));
        }

        return number;
    }
}

/// <summary>A target of the block.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Enabled">Whether it is on.</param>
/// <param name="LastProved">When it was last shown to hold, or null.</param>
/// <param name="LastFailed">When a test last failed, or null.</param>
internal sealed record InspectionTarget(string Name, string Kind, bool Enabled, DateTimeOffset? LastProved, DateTimeOffset? LastFailed);

/// <summary>An exception from the block.</summary>
/// <param name="Id">The grant.</param>
/// <param name="User">For whom: a name only for public roles.</param>
/// <param name="Services">Services; empty: all.</param>
/// <param name="Devices">Classes of devices.</param>
/// <param name="From">From when.</param>
/// <param name="Until">Until when.</param>
/// <param name="AuthorisedBy">Who decided.</param>
/// <param name="GrantedAt">When.</param>
/// <param name="Status">How it stands.</param>
/// <param name="Confirmation">What the decider said themself.</param>
internal sealed record InspectionGrant(
    string Id,
    string User,
    IReadOnlyList<string> Services,
    IReadOnlyList<string> Devices,
    DateTimeOffset From,
    DateTimeOffset Until,
    string AuthorisedBy,
    DateTimeOffset GrantedAt,
    string Status,
    string Confirmation);
