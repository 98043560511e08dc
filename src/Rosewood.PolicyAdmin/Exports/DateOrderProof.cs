namespace Rosewood.PolicyAdmin.Exports;

/// <summary>
/// Finds out whether the day comes first in a file's dates of numbers: by the first that can be read in one way only. It is never guessed;
/// records that contradict it later can't be read.
/// </summary>
internal sealed class DateOrderProof
{
    /// <summary>A file that begins with so many records without a date has none of numbers.</summary>
    private const int MostWithout = 1000;

    private int _without;

    /// <summary>What the dates prove; null: nothing.</summary>
    public bool? DayFirst { get; private set; }

    /// <summary>Whether the order matters and was not proved.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Looks at a record's time.</summary>
    /// <returns>False when no more is wanted.</returns>
    public bool Take(ReadOnlySpan<byte> written)
    {
        if (!RecordTime.TryNumbers(written, out var first, out var second))
        {
            // Other ways to write a date leave no choice, and a file has one way. What is no date at all says nothing.
            return written.IsEmpty && ++_without < MostWithout;
        }

        if (first > 12 != second > 12)
        {
            DayFirst = first > 12;
            IsOpen = false;
            return false;
        }

        IsOpen |= first != second;
        return true;
    }
}
