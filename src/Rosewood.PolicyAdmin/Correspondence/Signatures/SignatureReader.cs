using System.Text.RegularExpressions;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Correspondence.Signatures;

/// <summary>
/// Reads which numbers in a message its writer gives as their own. A taxi's, a parent's, a club's number in the text is none of them: only what
/// the text calls the writer's, and what stands in a signature alone or behind a label.
/// </summary>
internal static partial class SignatureReader
{
    /// <summary>A signature reaches from so many lines above the writer's name …</summary>
    private const int LinesAbove = 1;

    /// <summary>… to so many below it, or below the closing.</summary>
    private const int LinesBelow = 8;

    /// <summary>A longer line, or part of one, with the writer's name is a sentence.</summary>
    private const int LongestNamePart = 60;

    /// <summary>What may stand between "my number" and the number.</summary>
    private const string Joining = "( (is|now|has|changed|to|if|needed|in|case|on|for|emergencies))*";

    /// <summary>The numbers, each with its surest sign.</summary>
    /// <param name="text">The message's text, plain.</param>
    /// <param name="writer">Who wrote it.</param>
    public static IReadOnlyDictionary<string, OwnershipSign> Read(string text, Person writer)
    {
        var found = new Dictionary<string, OwnershipSign>(StringComparer.Ordinal);
        var lines = OwnText.LinesOf(text);
        var numbers = lines.SelectMany(static (l, i) => WrittenNumber.FindIn(l).Select(n => (Line: i, Number: n))).ToList();
        if (numbers.Count == 0)
        {
            // Most messages have none.
            return found;
        }

        var names = NamesOf(writer);
        var name = Last(lines, l => l.Split('|', '•', '·').Any(p => p.Length <= LongestNamePart && WordsOf(p).Any(names.Contains)));
        var closing = Last(lines, static l => Closing().IsMatch(l));
        foreach (var (line, number) in numbers)
        {
            if (SignOf(number, line) is { } sign && (!found.TryGetValue(number.E164, out var known) || sign > known))
            {
                found[number.E164] = sign;
            }
        }

        return found;

        OwnershipSign? SignOf(WrittenNumber number, int line)
        {
            var before = lines[line][..number.Start];
            if (OfSchool().IsMatch(before))
            {
                return null;
            }

            if ((number.IsMobileOrForeign && Offer().IsMatch(before)) || OwnLine().IsMatch(before))
            {
                return OwnershipSign.Said;
            }

            if (!number.IsMobileOrForeign || !(Label().IsMatch(before) || IsAlone(lines[line], names)))
            {
                return null;
            }

            return name >= 0 && line >= name - LinesAbove && line <= name + LinesBelow ? OwnershipSign.Signature
                : closing >= 0 && line > closing && line <= closing + LinesBelow ? OwnershipSign.Closing
                : null;
        }
    }

    /// <summary>Whether a line holds nothing but numbers, addresses, labels and the writer's name.</summary>
    private static bool IsAlone(string line, HashSet<string> names)
    {
        var rest = line;
        foreach (var number in WrittenNumber.FindIn(line).Reverse())
        {
            rest = rest.Remove(number.Start, number.Length);
        }

        return WordsOf(Links().Replace(rest, " ")).All(w => names.Contains(w) || LabelWord().IsMatch(w));
    }

    private static int Last(IReadOnlyList<string> lines, Predicate<string> isIt)
    {
        for (var i = lines.Count - 1; i >= 0; i--)
        {
            if (isIt(lines[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private static HashSet<string> NamesOf(Person person) =>
        WordsOf(person.DisplayName).Where(static w => w.Length > 1).ToHashSet(StringComparer.Ordinal);

    /// <summary>The words of a text as names are compared; O'Brien is one.</summary>
    private static IEnumerable<string> WordsOf(string text) => Word().Matches(PersonName.KeyOf(text)).Select(static m => m.Value);

    [GeneratedRegex(@"[\p{L}\p{M}']+", LinePattern.Exact, LinePattern.Patience)]
    private static partial Regex Word();

    /// <summary>The writer offers the number that follows: "my mobile number is", "text me any time on".</summary>
    [GeneratedRegex(@"\b(my (own |new |personal |private |home )?(mobile|cell|phone|number|no|tel|whatsapp)( number| no)?\b" + Joining + @"|(call|ring|phone|text|message|reach|contact|whatsapp) me( \w+){0,3} (on|at|via|using)( my| this)?( own| new| personal| private| home)?( mobile| cell| phone| number)*)\s*[:.,(–-]*\s*$", LinePattern.AnyCase, LinePattern.Patience)]
    private static partial Regex Offer();

    /// <summary>A land line counts only where it is called private.</summary>
    [GeneratedRegex(@"\bmy (own|personal|private|home) (mobile|cell|phone|number|no|tel|land ?line)( number| no)?\b" + Joining + @"\s*[:.,(–-]*\s*$", LinePattern.AnyCase, LinePattern.Patience)]
    private static partial Regex OwnLine();

    /// <summary>Whose line it is, the text says: the school's.</summary>
    [GeneratedRegex(@"\b(work|school|office|class|trip)('s)? (mobile|cell|phone|number|no|tel)\b[^\d]{0,20}$", LinePattern.AnyCase, LinePattern.Patience)]
    private static partial Regex OfSchool();

    /// <summary>A label at the beginning of the line, or behind a sign that parts a signature's items.</summary>
    [GeneratedRegex(@"(^|[|,;•·/–-]|\d|\s{2})\s*(m|mob|mobile|c|cell|p|ph|phone|t|tel|telephone|w|whatsapp|personal|home)( ?(no|number|phone|mobile))?\.?\s*[:.)|–-]?\s*$", LinePattern.AnyCase, LinePattern.Patience)]
    private static partial Regex Label();

    [GeneratedRegex(@"^(m|mob|mobile|c|cell|p|ph|phone|t|tel|telephone|e|email|w|web|whatsapp|personal|home|no|number|or|and)$", LinePattern.Exact, LinePattern.Patience)]
    private static partial Regex LabelWord();

    [GeneratedRegex(@"\S+@\S+|\bhttps?://\S+|\bwww\.\S+", LinePattern.AnyCase, LinePattern.Patience)]
    private static partial Regex Links();

    [GeneratedRegex(@"^((kind|kindest|best|warm|warmest|many)\s+(regards|wishes|thanks)|regards|thanks|thank you|cheers|all the best|best|yours(\s+(sincerely|faithfully|truly))?)\b[\s,.!]*$", LinePattern.AnyCase, LinePattern.Patience)]
    private static partial Regex Closing();
}
