using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Traffic;

namespace Rosewood.PolicyAdmin.Reporting;

/// <summary>
/// What a report counts of the visits, in one pass and in bounded memory. Nobody is named here who is not on the roster: such visits
/// reach the counts only.
/// </summary>
internal sealed class VisitTally
{
    /// <summary>The most unexplained visits that the report lists one by one.</summary>
    public const int MostVisits = 200;

    private const int MostAccounts = 100_000;
    private readonly DateOnly _firstDay;
    private readonly VerdictTally[] _days;
    private readonly HashSet<string> _accounts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, VerdictTally> _named;

    public VisitTally(ReportPeriod period, IEnumerable<string> namedServices)
    {
        _firstDay = period.FirstDay;
        _days = new VerdictTally[period.LastDay.DayNumber - _firstDay.DayNumber + 1];
        for (var i = 0; i < _days.Length; i++)
        {
            _days[i] = new VerdictTally();
        }

        _named = namedServices.Distinct(StringComparer.Ordinal).ToDictionary(s => s, _ => new VerdictTally(), StringComparer.Ordinal);
    }

    public IReadOnlyList<VerdictTally> Days => _days;

    public VerdictTally Total { get; } = new();

    public VisitGroups Unexplained { get; } = new();

    public LongestVisits UnexplainedVisits { get; } = new(MostVisits);

    public VisitGroups InSession { get; } = new();

    public VisitGroups Standing { get; } = new();

    public OutlivedTally Outlived { get; } = new();

    public VerdictTally NoUser { get; } = new();

    public VerdictTally NotOnRoster { get; } = new();

    /// <summary>How many unexplained visits came from devices that neither the inventory nor a network knows: they count as school devices.</summary>
    public long UnknownDevices { get; private set; }

    /// <summary>Visits of logins that fit more than one member of staff.</summary>
    public VerdictTally Ambiguous { get; } = new();

    public long Accounts => _accounts.Count;

    public IEnumerable<NamedServiceCount> NamedServices => _named.Select(n => new NamedServiceCount(n.Key, n.Value.ToCounts()));

    /// <summary>Whether a visit is listed by name: a person on the roster, and nothing that the policy leaves to them.</summary>
    public static bool IsListed(Visit visit) =>
        visit is { OnRoster: true, User: not null, Verdict: Verdict.Unexplained or Verdict.PersonalInSession or Verdict.BlockedAttempt or Verdict.Authorised };

    public void Add(Visit visit)
    {
        if (visit.Verdict == Verdict.NotInScope)
        {
            return;
        }

        Total.Add(visit.Verdict);
        UnknownDevices += visit.IsFromUnknownDevice ? 1 : 0;
        var day = DateOnly.FromDateTime(visit.Start.DateTime).DayNumber - _firstDay.DayNumber;
        _days[Math.Clamp(day, 0, _days.Length - 1)].Add(visit.Verdict);
        AddNamed(visit);
        Outlived.Add(visit);
        if (visit is { OnRoster: true, User: not null })
        {
            AddPerson(visit);
        }
        else
        {
            AddUnnamed(visit);
        }
    }

    private void AddNamed(Visit visit)
    {
        if (!visit.NamedInPolicy)
        {
            return;
        }

        if (!_named.TryGetValue(visit.Service, out var tally))
        {
            _named.Add(visit.Service, tally = new VerdictTally());
        }

        tally.Add(visit.Verdict);
    }

    private void AddPerson(Visit visit)
    {
        switch (visit.Verdict)
        {
            case Verdict.Unexplained:
                Unexplained.Add(visit);
                UnexplainedVisits.Add(visit);
                break;
            case Verdict.PersonalInSession:
                InSession.Add(visit);
                break;
            case Verdict.Authorised when visit.Reason == ReasonCode.StandingAuthorisation:
                Standing.Add(visit);
                break;
        }
    }

    private void AddUnnamed(Visit visit)
    {
        if (visit.User is null)
        {
            NoUser.Add(visit.Verdict);
            return;
        }

        if (visit.IsAmbiguous)
        {
            Ambiguous.Add(visit.Verdict);
            return;
        }

        NotOnRoster.Add(visit.Verdict);
        if (_accounts.Count < MostAccounts)
        {
            _accounts.Add(visit.User);
        }
    }
}
