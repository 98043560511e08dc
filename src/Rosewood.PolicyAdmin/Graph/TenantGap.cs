using System.Globalization;

namespace Rosewood.PolicyAdmin.Graph;

/// <summary>A time of which nothing is known.</summary>
/// <param name="From">Its beginning.</param>
/// <param name="Until">Its end (half-open).</param>
/// <param name="Reason">Why, a sentence.</param>
public sealed record TenantGap(DateTimeOffset From, DateTimeOffset Until, string Reason)
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{From:yyyy-MM-dd HH:mm} to {Until:yyyy-MM-dd HH:mm}: {Reason}");
}
