namespace Rosewood.PolicyAdmin.Samples;

/// <summary>
/// SplitMix64, written out so that the demo's traffic is the same on every platform and runtime. Integers only: no floating point
/// whose last bit could differ. Not for anything that has to be secret.
/// </summary>
internal sealed class DemoRandom
{
    private const ulong Golden = 0x9E3779B97F4A7C15;
    private ulong _state;

    /// <summary>A stream of its own for each pair of key and day, so that one person's day never shifts another's.</summary>
    public DemoRandom(ulong seed, string key, int day)
    {
        _state = seed;
        foreach (var c in key)
        {
            _state = (_state ^ c) * 0x100000001B3;
        }

        _state ^= (ulong)day * Golden;
        NextBits();
    }

    /// <summary>0 ≤ result &lt; <paramref name="limit"/>.</summary>
    public int Below(int limit) => (int)((NextBits() >> 33) % (ulong)limit);

    /// <summary>Both ends included.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    /// <summary>As <see cref="Between"/>, but small values are more likely, as sizes and durations are.</summary>
    public int Skewed(int least, int most)
    {
        // The product of three shares in 1024, exactly, in integers.
        var share = (long)Below(1025) * Below(1025) * Below(1025);
        return least + (int)((most - least) * share / (1024L * 1024 * 1024));
    }

    /// <summary>True in <paramref name="percent"/> of a hundred cases.</summary>
    public bool Chance(int percent) => Below(100) < percent;

    /// <summary>One of them.</summary>
    public T Pick<T>(ReadOnlySpan<T> items) => items[Below(items.Length)];

    private ulong NextBits()
    {
        var z = _state += Golden;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
