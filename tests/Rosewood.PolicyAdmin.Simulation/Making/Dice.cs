using System.Globalization;

namespace Rosewood.PolicyAdmin.Simulation.Making;

/// <summary>
/// Chance from a key: the seed, a purpose and numbers. Each purpose throws dice of its own, so that a behaviour that is switched on changes
/// nothing else in the school.
/// </summary>
internal sealed class Dice
{
    private ulong _state;

    private Dice(ulong state) => _state = state;

    public static Dice Of(ulong seed, string purpose, long a = 0, long b = 0, long c = 0)
    {
        var hash = 14695981039346656037UL ^ seed;
        foreach (var letter in purpose)
        {
            hash = (hash ^ letter) * 1099511628211UL;
        }

        hash = Mix(hash ^ Mix((ulong)a + 0x9E3779B97F4A7C15UL));
        hash = Mix(hash ^ Mix((ulong)b + 0xD1B54A32D192ED03UL));
        return new Dice(Mix(hash ^ Mix((ulong)c + 0x8CB92BA72F3D8DD7UL)));
    }

    /// <summary>0 to 1, exclusive.</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool Chance(double probability) => Share() < probability;

    /// <summary>Both ends inclusive.</summary>
    public int Between(int least, int most) => least + (int)(Share() * (most - least + 1));

    public long Between(long least, long most) => least + (long)(Share() * (most - least + 1));

    /// <summary>Mostly about the middle of ± spread.</summary>
    public double About(double middle, double spread) => middle + (spread * (Share() + Share() + Share() - 1.5) / 1.5);

    /// <summary>The wait until something that happens at random with this mean.</summary>
    public double Wait(double mean) => -mean * Math.Log(1 - Share());

    public T Pick<T>(IReadOnlyList<T> items) => items[Between(0, items.Count - 1)];

    public string Guid()
    {
        var (high, low) = (Next(), Next());
        return string.Create(CultureInfo.InvariantCulture, $"{high >> 32:x8}-{(high >> 16) & 0xFFFF:x4}-4{high & 0xFFF:x3}-{0x8000 | ((low >> 48) & 0x3FFF):x4}-{low & 0xFFFF_FFFF_FFFF:x12}");
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15UL;
        return Mix(_state);
    }
}
