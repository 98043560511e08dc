namespace Rosewood.PolicyAdmin.SignIns.Detection;

/// <summary>
/// How probable it is that something happens on so many of the days on which it could, where people differ in how often it happens to
/// them: the share is a beta distribution by its mean and its weight in days.
/// </summary>
/// <param name="Mean">The mean share, above 0 and below 1.</param>
/// <param name="Weight">The larger, the more alike people are.</param>
internal readonly record struct BetaBinomial(double Mean, double Weight)
{
    /// <summary>The logarithm of the probability of one given set of days of that number.</summary>
    /// <param name="days">Days on which it happened.</param>
    /// <param name="observed">Days on which it could, at least <paramref name="days"/>.</param>
    public double LogProbability(int days, int observed)
    {
        var sum = 0.0;
        for (var i = 0; i < observed; i++)
        {
            var past = i < days ? (Mean * Weight) + i : ((1 - Mean) * Weight) + i - days;
            sum += Math.Log(past / (Weight + i));
        }

        return sum;
    }
}
