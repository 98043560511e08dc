using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Storage;

namespace Rosewood.PolicyAdmin.Governance;

/// <summary>Evidence that a control stands on only while it is fresh.</summary>
/// <param name="Evidence">How much there is, and the newest instant that it reaches to.</param>
/// <param name="Age">How long ago that is; null where there is none.</param>
internal readonly record struct AgedEvidence(Evidence Evidence, TimeSpan? Age)
{
    /// <summary>Evidence seen from a time.</summary>
    public static AgedEvidence Of(Evidence evidence, DateTimeOffset now) => new(evidence, now - evidence.LastAt);

    /// <summary>The evidence of reviews: how far each reaches, the reviews that looked at nothing with a time left out.</summary>
    /// <param name="reviews">When each was run, and the latest record that it looked at.</param>
    /// <param name="now">The instant at which this is said.</param>
    public static AgedEvidence OfReviews(IEnumerable<(DateTimeOffset At, DateTimeOffset? Until)> reviews, DateTimeOffset now)
    {
        // A record of the future, by a wrong clock, must not make a review fresh for ever.
        var reach = reviews.Where(static r => r.Until is not null).Select(static r => r.Until < r.At ? r.Until.Value : r.At).ToList();
        return Of(reach.Count == 0 ? default : new Evidence(reach.Count, reach.Max()), now);
    }

    /// <summary>What it comes to for a clause.</summary>
    /// <param name="most">How many whole days it stays fresh.</param>
    /// <param name="none">What to say where there is none.</param>
    /// <param name="overdue">What to say where it is older; given its age in words.</param>
    /// <param name="fresh">What to say while it is fresh.</param>
    public ControlFinding Judge(int most, string none, Func<string, string> overdue, string fresh) => Age switch
    {
        null => new ControlFinding(ControlStatus.NotCovered, none),
        { } age when age.TotalDays > most => new ControlFinding(ControlStatus.NotCovered, overdue(Days(age)), Evidence.LastAt),
        _ => new ControlFinding(ControlStatus.Audited, fresh, Evidence.LastAt),
    };

    private static string Days(TimeSpan span) => PlainText.Count((long)span.TotalDays, "day", "days");
}
