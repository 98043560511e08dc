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
        !format.HasNumberDates || options.DayFirst is not null
            ? options
            : options with { DayFirst = Proof(head) ?? throw LogFaults.DateOrderUnknown(path).ToException() };

    /// <summary>The order that dates prove; null when all of them can be read in both ways, when there are none, or when they contradict each other.</summary>
    internal static bool? Proof(ReadOnlySpan<byte> text)
    {
        bool? proof = null;
        for (var i = 0; i < text.Length; i++)
        {
            var next = text[i..].IndexOfAnyInRange((byte)'0', (byte)'9');
            if (next < 0)
            {
                break;
            }

            i += next;
            if (!IsWithin(text, i) && LogTime.IsDayFirst(text[i..]) is { } isDayFirst)
            {
                if (proof is { } other && other != isDayFirst)
                {
                    return null;
                }

                proof = isDayFirst;
            }

            // On to the end of this number: its later digits are no date's beginning.
            var end = text[i..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            i = end < 0 ? text.Length : i + end;
        }

        return proof;
    }

    /// <summary>Whether a number goes on with what stands before it, as the later ones of an address do: <c>172.1.20.15</c> holds no date.</summary>
    private static bool IsWithin(ReadOnlySpan<byte> text, int start) =>
        start > 0 && (text[start - 1] is (byte)'.' or (byte)'/' or (byte)'-' || char.IsAsciiLetter((char)text[start - 1]));
}
