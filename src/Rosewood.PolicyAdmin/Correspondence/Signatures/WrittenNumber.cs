using System.Text.RegularExpressions;
using Rosewood.PolicyAdmin.Correspondence.Addresses;

namespace Rosewood.PolicyAdmin.Correspondence.Signatures;

/// <summary>A phone number as a line of text has it.</summary>
/// <param name="E164">The number, E.164.</param>
/// <param name="Start">Where it begins in the line.</param>
/// <param name="Length">How long it is there.</param>
internal readonly partial record struct WrittenNumber(string E164, int Start, int Length)
{
    private const string UnitedKingdom = "+44";

    /// <summary>A mobile number, or one of another country: no school line is either. 070 is for forwarding, 076 for pagers, but 07624 the Isle of Man's mobiles.</summary>
    public bool IsMobileOrForeign => !E164.StartsWith(UnitedKingdom, StringComparison.Ordinal)
        || (E164[3] == '7' && E164[4] != '0' && (E164[4] != '6' || E164.StartsWith("+447624", StringComparison.Ordinal)));

    /// <summary>The number so that only who knows it recognises it: <c>07…123</c>, <c>+35…567</c>.</summary>
    public static string Masked(string e164) =>
        e164.StartsWith(UnitedKingdom, StringComparison.Ordinal) ? $"0{e164[3]}…{e164[^3..]}" : $"{e164[..3]}…{e164[^3..]}";

    /// <summary>The numbers of a line, in their order.</summary>
    public static IEnumerable<WrittenNumber> FindIn(string line)
    {
        foreach (Match run in Run().Matches(line))
        {
            var groups = Group().Matches(run.Value).ToList();
            for (var first = 0; first < groups.Count; first++)
            {
                // Numbers may follow one another with a single blank between: the longest that is one counts.
                for (var last = groups.Count - 1; last >= first; last--)
                {
                    var start = groups[first].Index;
                    var length = groups[last].Index + groups[last].Length - start;
                    if (IsGrouped(groups, first, last) && PhoneNumber.ToE164(run.Value.Substring(start, length)) is { } number)
                    {
                        yield return new WrittenNumber(number, run.Index + start, length);
                        first = last;
                        break;
                    }
                }
            }
        }
    }

    /// <summary>Whether the first group behind country and nought is long enough for an area: <c>07-11-2026-123</c> is a date, and no number.</summary>
    private static bool IsGrouped(List<Match> groups, int first, int last)
    {
        const int Area = 3;
        var group = groups.Skip(first).Take(last - first + 1).Select(static g => g.Value.Trim('+', '(', ')')).FirstOrDefault(static g => g is not ("44" or "0044" or "0"), "");
        return group.Length >= Area || groups[first].Value.Contains('+', StringComparison.Ordinal) || group.StartsWith("00", StringComparison.Ordinal);
    }

    /// <summary>Groups of digits with at most one sign between, and a blank on either side of it; no part of a word, an address or a larger number.</summary>
    [GeneratedRegex(@"(?<![\w+@.=#-]|[^\d\s]/)\+?\(?\d(?:[ \u00A0]?[().\-\u2010-\u2013][ \u00A0]?[()]?\d|[ \u00A0]\d|\d){6,40}(?![\w@])", LinePattern.Exact, LinePattern.Patience)]
    private static partial Regex Run();

    [GeneratedRegex(@"\+?\(?\d+\)?", LinePattern.Exact, LinePattern.Patience)]
    private static partial Regex Group();
}
