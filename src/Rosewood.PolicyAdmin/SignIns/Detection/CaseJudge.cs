using System.Globalization;
using Rosewood.PolicyAdmin.Findings;
using Rosewood.PolicyAdmin.SignIns.Timeline;

namespace Rosewood.PolicyAdmin.SignIns.Detection;

/// <summary>Weighs one case.</summary>
internal sealed class CaseJudge(SignInTimeline timeline, DetectionOptions options, SchoolNorms norms)
{
    private const int FewestAlternations = 2;

    /// <summary>Nothing here is certain.</summary>
    private const double MostLikely = 0.9999;

    /// <summary>One wrong entry in the register of absence explains one day.</summary>
    private const int FewestAbsences = 2;

    /// <summary>Findings that a person's dismissal held back.</summary>
    public int Dismissed { get; private set; }

    /// <summary>The finding that a case comes to; null when it comes to none.</summary>
    public SharedCredentialUse? Judge(AccountCase account)
    {
        var found = Weigh(account);
        var all = found.Where(e => Counts(account.Account, e.Kind)).ToList();
        if (all.Count < found.Count && VerdictOf(found) is { } whole && VerdictOf(all) != whole)
        {
            Dismissed++;
        }

        if (VerdictOf(all) is not { } verdict)
        {
            return null;
        }

        var slots = all.SelectMany(e => e.Observations).Select(o => o.Slot).ToList();
        return new SharedCredentialUse
        {
            Account = account.Account.Name,
            OnRoster = account.Account.Person is not null,
            SubjectId = account.Account.Id,
            Verdict = verdict,
            Likelihood = Math.Min(MostLikely, Math.Round(Likelihood(all), 4)),
            FirstSeen = LocalTime(slots.Min()),
            LastSeen = LocalTime(slots.Max()),
            Devices = [.. all.SelectMany(e => e.Observations).SelectMany(o => o.Devices).Select(d => d.Name).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)],
            Evidence = [.. all.OrderByDescending(e => e.Weight).Select(Show)],
            InnocentExplanations = Explanations.Of(account, all.Select(e => e.Kind).ToHashSet()),
            Timeline = options.WithTimeline ? new TimelineDrawer(timeline, options.Zone).Draw(account.Account, all) : [],
        };
    }

    private bool Counts(AccountTimeline account, SignInEvidenceKind kind) =>
        options.Suppressions.Find(FindingKind.SharedCredentialUse, account.Person?.Id, account.Account, kind.ToString()) is null;

    private List<WeighedEvidence> Weigh(AccountCase account)
    {
        var all = new List<WeighedEvidence>();
        foreach (var kind in new[] { SignInEvidenceKind.Overlap, SignInEvidenceKind.Alternation, SignInEvidenceKind.ForeignDevice, SignInEvidenceKind.Absence, SignInEvidenceKind.HandOver, SignInEvidenceKind.PhoneAway, SignInEvidenceKind.LaptopAway })
        {
            Add(kind, Observations(account, kind), extra: 0);
        }

        var phones = account.SharedPhones
            .Select(p => new Observation(SignInEvidenceKind.SecondFactor, (p.LastDay * Moment.SlotsPerDay) + (Moment.SlotsPerDay / 2), [], 0, $"answered on {p.Days} days by the phone that answers for {SubjectText.Of(p.Owner)}"))
            .ToList();
        Add(SignInEvidenceKind.SecondFactor, [.. phones, .. Observations(account, SignInEvidenceKind.SecondFactor)], phones.Count > 0 ? EvidenceWeights.SharedPhone : 0);
        if (all.Count > 0 && Observations(account, SignInEvidenceKind.Travel) is { Count: > 0 } travels)
        {
            all.Add(new WeighedEvidence(SignInEvidenceKind.Travel, travels, EvidenceDays.Of(account, SignInEvidenceKind.Travel).Count, EvidenceWeights.Travel));
        }

        return all;

        void Add(SignInEvidenceKind kind, IReadOnlyList<Observation> observations, double extra)
        {
            var days = EvidenceDays.Of(account, kind).Count;
            var ratio = RatioOf(account, kind, days) + extra;
            if (ratio > 0)
            {
                all.Add(new WeighedEvidence(kind, observations, Math.Max(days, observations.Select(o => o.Day).Distinct().Count()), Math.Min(ratio, EvidenceWeights.Most)));
            }
        }
    }

    private double RatioOf(AccountCase account, SignInEvidenceKind kind, int days)
    {
        if (kind is SignInEvidenceKind.Overlap or SignInEvidenceKind.Alternation)
        {
            // The days of a row weigh together, and each class has its part of it.
            var row = EvidenceDays.Row(account);
            var part = EvidenceDays.Of(account, kind).Count(row.Contains);
            var other = days - part;
            var heavier = account.Conflicts.Any(c => c.IsImpossible && EvidenceDays.IsBetweenPlaces(c)) ? EvidenceWeights.TwoPlaces : EvidenceWeights.ManyRooms;
            var ofRow = part == 0 ? 0 : heavier.LogLikelihoodRatio(row.Count, account.ActiveDays) * part / row.Count;
            return ofRow + (kind == SignInEvidenceKind.Alternation && other < FewestAlternations ? 0 : EvidenceWeights.Of(kind).LogLikelihoodRatio(other, account.ActiveDays, norms.RateOf(kind)));
        }

        if (kind == SignInEvidenceKind.Absence && days < FewestAbsences)
        {
            return 0;
        }

        return kind switch
        {
            SignInEvidenceKind.PhoneAway => PhoneRatio(account),
            SignInEvidenceKind.LaptopAway => LaptopRatio(account),
            SignInEvidenceKind.Absence => EvidenceWeights.Of(kind).LogLikelihoodRatio(days, account.AbsentDays),
            _ => EvidenceWeights.Of(kind).LogLikelihoodRatio(days, account.ObservedDays(kind), norms.RateOf(kind)),
        };
    }

    /// <summary>
    /// The phone at home: more often than people forget one; or on the very days that are in question for another reason, among which
    /// those of an innocent person are as rare as ever; or on the same days of each week.
    /// </summary>
    private double PhoneRatio(AccountCase account)
    {
        var weight = EvidenceWeights.Of(SignInEvidenceKind.PhoneAway);
        var days = EvidenceDays.Of(account, SignInEvidenceKind.PhoneAway);
        var absent = EvidenceDays.Of(account, SignInEvidenceKind.Absence).Where(account.PhoneLocated.Contains).ToList();
        var often = weight.LogLikelihoodRatio(days.Count, account.PhoneLocated.Count, norms.RateOf(SignInEvidenceKind.PhoneAway));
        var inQuestion = EvidenceWeights.AwayInQuestion.LogLikelihoodRatio(absent.Count(days.Contains), absent.Count);
        var weekly = days.Count == 0 ? 0 : WeekdayPattern.LogLikelihoodRatio(days, account.PhoneLocated);
        return Math.Min(weight.Most, Math.Max(often, Math.Max(inQuestion, weekly)));
    }

    /// <summary>
    /// The laptop missing on the days in question: those with the phone at home, those of absence, or both. Who came in on some days of an
    /// absence, laptop and all, may still have been replaced on other days.
    /// </summary>
    private static double LaptopRatio(AccountCase account)
    {
        var days = EvidenceDays.Of(account, SignInEvidenceKind.LaptopAway);
        return new[] { account.PhoneLeft, account.AbsentUsed, [.. account.PhoneLeft.Union(account.AbsentUsed)] }
            .Max(q => EvidenceWeights.LaptopRatio(days.Count(q.Contains), q.Count, account.LaptopShare));
    }

    private static IReadOnlyList<Observation> Observations(AccountCase account, SignInEvidenceKind kind) => kind is SignInEvidenceKind.Overlap or SignInEvidenceKind.Alternation
        ? [.. EvidenceDays.Conflicts(account, kind).Select(c => Describe(c, kind))]
        : [.. account.Others.Where(o => o.Kind == kind)];

    private static Observation Describe(Conflict c, SignInEvidenceKind kind)
    {
        var time = TimeSpan.FromSeconds(c.Slots * Moment.SlotSeconds);
        var span = time < TimeSpan.FromMinutes(1) ? "in less than a minute" : $"in {time.TotalMinutes:0} min";
        var (first, other) = c.Kind is ConflictKind.Rooms or ConflictKind.Colleague
            ? (c.Before.Device.Name, c.Between.Device.Name)
            : ($"{c.Before.Device.Name} ({PlaceText.Of(c.Before)})", $"{c.Between.Device.Name} ({PlaceText.Of(c.Between)})");
        var text = c.IsOneWay ? $"{first}, then {other} {span}" : $"{first}, then {other}, then {first} again {span}";
        return new Observation(kind, c.Between.Slot, [c.Before.Device, c.Between.Device], c.Slots, text) { Marks = [c.Before.Slot, c.Between.Slot, c.After.Slot] };
    }

    private double Likelihood(IEnumerable<WeighedEvidence> evidence)
    {
        var odds = Math.Log(options.Config.Prior / (1 - options.Config.Prior)) + evidence.Sum(e => e.Weight);
        return 1 / (1 + Math.Exp(-odds));
    }

    private SharedCredentialVerdict? VerdictOf(List<WeighedEvidence> evidence)
    {
        var likelihood = Likelihood(evidence);
        var classes = evidence.Count(e => e.Kind != SignInEvidenceKind.Travel && e.Weight >= EvidenceWeights.Counts);
        return likelihood >= options.Config.Thresholds.Shared && classes > 1 ? SharedCredentialVerdict.Shared
            : likelihood >= options.Config.Thresholds.Possible && classes > 0 ? SharedCredentialVerdict.Possible
            : null;
    }

    private SharedCredentialEvidence Show(WeighedEvidence evidence)
    {
        var best = evidence.Observations.OrderBy(o => o.Rank).ThenBy(o => o.Slot).First();
        var at = LocalTime(best.Slot).ToString(best.Devices.Count == 0 ? "d MMM yyyy" : "d MMM yyyy HH:mm", CultureInfo.InvariantCulture);
        return new SharedCredentialEvidence(evidence.Kind, evidence.Observations.Count, evidence.Days, Math.Round(evidence.Weight, 2), $"{best.Text} ({at})");
    }

    private DateTimeOffset LocalTime(int slot) => TimeZoneInfo.ConvertTime(timeline.TimeOf(slot), options.Zone);
}
