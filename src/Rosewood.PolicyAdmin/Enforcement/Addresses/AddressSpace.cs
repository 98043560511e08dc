namespace Rosewood.PolicyAdmin.Enforcement.Addresses;

/// <summary>
/// Networks inside networks, cut into pieces that do not overlap: formats that let single networks through have no word for
/// <c>but not this part of it</c>.
/// </summary>
internal static class AddressSpace
{
    /// <summary>The pieces and what counts in each, by the longest network that holds it.</summary>
    /// <param name="networks">Networks with their values; of the same network twice the last counts.</param>
    /// <param name="elsewhere">What counts outside all of them; pieces with this value are left out.</param>
    /// <returns>The fewest pieces, IPv4 first, in order of their addresses.</returns>
    public static IReadOnlyList<(AddressPrefix Prefix, T Value)> Cut<T>(IEnumerable<(AddressPrefix Prefix, T Value)> networks, T elsewhere)
        where T : IEquatable<T>
    {
        var all = networks.ToList();
        var pieces = new List<(AddressPrefix, T)>();
        foreach (var isV6 in new[] { false, true })
        {
            Cut(AddressPrefix.Everything(isV6), [.. all.Where(n => n.Prefix.Address.IsV6 == isV6)], elsewhere, pieces);
        }

        return [.. pieces.Where(p => !p.Item2.Equals(elsewhere))];
    }

    private static void Cut<T>(AddressPrefix region, List<(AddressPrefix Prefix, T Value)> inside, T value, List<(AddressPrefix Prefix, T Value)> pieces)
        where T : IEquatable<T>
    {
        foreach (var (prefix, own) in inside)
        {
            value = prefix == region ? own : value;
        }

        var below = inside.Where(n => n.Prefix != region).ToList();
        if (below.Count == 0)
        {
            pieces.Add((region, value));
            return;
        }

        var first = pieces.Count;
        var (lower, upper) = region.Halves();
        Cut(lower, [.. below.Where(n => lower.Contains(n.Prefix))], value, pieces);
        Cut(upper, [.. below.Where(n => upper.Contains(n.Prefix))], value, pieces);

        // Two halves that came out alike are one again.
        if (pieces.Count == first + 2 && pieces[first].Prefix == lower && pieces[first + 1].Prefix == upper && pieces[first].Value.Equals(pieces[first + 1].Value))
        {
            pieces[first] = (region, pieces[first].Value);
            pieces.RemoveAt(first + 1);
        }
    }
}
