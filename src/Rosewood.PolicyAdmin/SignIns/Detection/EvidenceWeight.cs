namespace Rosewood.PolicyAdmin.SignIns.Detection;

/// <summary>
/// What one class of evidence is worth: how often its days come among innocent accounts and among shared ones. Both rates differ from
/// account to account, so each is a gamma distribution by its mean and shape, and the number of days among those observed follows a
/// negative binomial one. The logarithm of the two probabilities' ratio is the evidence: few days among many say little, a steady habit
/// says much, and no number of days says everything (<see cref="Most"/>).
/// </summary>
/// <param name="InnocentRate">Days with it per active day of an innocent account, as long as the school's own history does not say otherwise.</param>
/// <param name="InnocentShape">The smaller, the more innocent accounts differ.</param>
/// <param name="SharedRate">Days with it per active day of a shared account.</param>
/// <param name="SharedShape">The smaller, the more shared accounts differ.</param>
/// <param name="Most">The most that the class can say, as a natural logarithm.</param>
internal readonly record struct EvidenceWeight(double InnocentRate, double InnocentShape, double SharedRate, double SharedShape, double Most)
{
    /// <summary>The logarithm of the likelihood ratio of so many days with evidence among so many observed; never below 0.</summary>
    /// <param name="days">Days with it.</param>
    /// <param name="observed">Days on which it could have been seen, at least <paramref name="days"/>.</param>
    /// <param name="innocentRate">The rate among this school's ordinary accounts; the table's where none is given.</param>
    public double LogLikelihoodRatio(int days, int observed, double? innocentRate = null)
    {
        if (days == 0)
        {
            return 0;
        }

        observed = Math.Max(observed, days);
        var ratio = LogProbability(days, observed, SharedRate, SharedShape) - LogProbability(days, observed, innocentRate ?? InnocentRate, InnocentShape);
        return Math.Clamp(ratio, 0, Most);
    }

    /// <summary>Without the factorial of the days, which is the same for both.</summary>
    private static double LogProbability(int days, int observed, double rate, double shape)
    {
        var scale = shape / rate;
        var sum = shape * Math.Log(scale / (scale + observed));
        for (var i = 0; i < days; i++)
        {
            sum += Math.Log((shape + i) / (scale + observed));
        }

        return sum;
    }
}
