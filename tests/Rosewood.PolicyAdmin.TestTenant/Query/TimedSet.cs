namespace Rosewood.Tenancy.Query;

/// <summary>
/// Records of moments, the newest first: a mass that is made when it is read, and single ones that a test put in.
/// Looking for a time takes no more than a few comparisons.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
internal sealed class TimedSet<T>(Func<T, IEntity> wrap, Func<T, DateTimeOffset> timeOf)
{
    private readonly List<T> single = [];
    private int count;
    private Func<int, DateTimeOffset> massTime = _ => default;
    private Func<int, T> massAt = _ => throw new InvalidOperationException("No mass was made.");
    private int[]? order;

    /// <summary>Adds one record.</summary>
    public void Add(T record)
    {
        single.Add(record);
        order = null;
    }

    /// <summary>Sets the mass.</summary>
    /// <param name="howMany">The number of its records.</param>
    /// <param name="time">The moment by number; must not rise.</param>
    /// <param name="at">The record by number; the same each time.</param>
    public void SetMass(int howMany, Func<int, DateTimeOffset> time, Func<int, T> at)
    {
        (count, massTime, massAt, order) = (howMany, time, at, null);
    }

    /// <summary>The records from one moment to another, both included; a view of this moment.</summary>
    public IReadOnlyList<IEntity> Between(DateTimeOffset from, DateTimeOffset to)
    {
        order ??= Merge();
        var first = Search(to, after: false);
        var last = Search(from, after: true);
        return new View(this, order, first, Math.Max(0, last - first));
    }

    /// <summary>All records.</summary>
    public IEnumerable<T> All => (order ??= Merge()).Select(At);

    private int[] Merge()
    {
        var sorted = Enumerable.Range(0, single.Count).OrderByDescending(i => timeOf(single[i])).ToArray();
        var merged = new int[count + sorted.Length];
        var (mass, one) = (0, 0);
        for (var i = 0; i < merged.Length; i++)
        {
            var takeMass = one == sorted.Length || (mass < count && massTime(mass) >= timeOf(single[sorted[one]]));
            merged[i] = takeMass ? mass++ : ~sorted[one++];
        }

        return merged;
    }

    /// <summary>The first place whose moment is at or before <paramref name="moment"/>, or, with <paramref name="after"/>, before it.</summary>
    private int Search(DateTimeOffset moment, bool after)
    {
        var (low, high) = (0, order!.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var time = order[middle] >= 0 ? massTime(order[middle]) : timeOf(single[~order[middle]]);
            if (after ? time < moment : time <= moment)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }

    private T At(int index) => index >= 0 ? massAt(index) : single[~index];

    private sealed class View(TimedSet<T> set, int[] order, int first, int count) : IReadOnlyList<IEntity>
    {
        public int Count => count;

        public IEntity this[int index] => set.Wrap(set.At(order[first + index]));

        public IEnumerator<IEntity> GetEnumerator()
        {
            for (var i = 0; i < count; i++)
            {
                yield return this[i];
            }
        }

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private IEntity Wrap(T record) => wrap(record);
}
