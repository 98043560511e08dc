using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Traffic.Text;

namespace Rosewood.PolicyAdmin.Traffic;

/// <summary>
/// Which of two numbers is the day. The config says it, or a date in the log that can be read in one way only proves it; it is never guessed.
/// </summary>
internal static class DateOrder
{
    /// <summary>What a log leaves open, with the order of its dates.</summary>
    /// <param name="format">The log's format.</param>
    /// <param name="options">What is known already.</param>
    /// <param name="head">The log's beginning.</param>
    /// <param name="path">Its path, for the fault.</param>
    /// <exception cref="FaultException"><c>LogDateOrderUnknown</c>.</exception>
    public static LogReaderOptions Settle(LogFormat format, LogReaderOptions options, ReadOnlySpan<byte> head, string path) =>
        !format.HasNumberDates || options.DayFirst is not null || !HasAny(head)
            ? options
            : options with { DayFirst = Proof(head) ?? throw LogFaults.DateOrderUnknown(path).ToException() };

    /// <summary>The order that dates prove; null when all of them can be read in both ways, when there are none, or when they contradict each other.</summary>
    internal static bool? Proof(ReadOnlySpan<byte> text)
    {
        bool? proof = null;
        for (var at = NextDate(text, 0); at >= 0; at = NextDate(text, at + 1))
        {
            if (LogTime.IsDayFirst(text[at..]) is { } isDayFirst)
            {
                if (proof is { } other && other != isDayFirst)
                {
                    return null;
                }

                proof = isDayFirst;
            }
        }

        return proof;
    }

    /// <summary>Whether there is a date with numbers only and its year behind them; a format may also write others.</summary>
    private static bool HasAny(ReadOnlySpan<byte> text) => NextDate(text, 0) >= 0;

    private static int NextDate(ReadOnlySpan<byte> text, int from)
    {
        for (var i = from; i < text.Length; i++)
        {
            var next = text[i..].IndexOfAnyInRange((byte)'0', (byte)'9');
            if (next < 0)
            {
                break;
            }

            // The later digits of a number are no date's beginning, nor is the inside of an address such as 10.20.11.5 or of a path.
            i += next;
            if ((i == 0 || (!char.IsAsciiDigit((char)text[i - 1]) && text[i - 1] is not ((byte)'.' or (byte)'/' or (byte)'-'))) && LogTime.IsNumberDate(text[i..]))
            {
                return i;
            }

            var end = text[i..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            i = end < 0 ? text.Length : i + end;
        }

        return -1;
    }
}
