using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Rosewood.PolicyAdmin.Commands;

/// <summary>
/// Unicode normalisation form C (Unicode Standard Annex 15). The program runs in invariant globalisation mode, where the runtime's own
/// <see cref="string.Normalize()"/> gives its input back unchanged; a name typed with combining accents must still match the roster's,
/// and in every host alike.
/// </summary>
internal static class Nfc
{
    /// <summary>No character below this one changes under form C.</summary>
    private const char FirstThatMayChange = '\u0300';

    private const int SBase = 0xAC00;
    private const int LBase = 0x1100;
    private const int VBase = 0x1161;
    private const int TBase = 0x11A7;
    private const int LCount = 19;
    private const int VCount = 21;
    private const int TCount = 28;
    private const int SCount = LCount * VCount * TCount;

    private static readonly Lazy<Tables> Data = new(Tables.Read);

    /// <summary>The text in form C; the same instance when nothing changes below the quick check.</summary>
    public static string Normalize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.AsSpan().IndexOfAnyInRange(FirstThatMayChange, char.MaxValue) < 0 ? text : Compose(Decompose(text, Data.Value), Data.Value);
    }

    /// <summary>The text in form D: letters, and their marks behind them.</summary>
    public static string Decompose(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Ascii.IsValid(text) ? text : string.Concat(Decompose(text, Data.Value).Select(char.ConvertFromUtf32));
    }

    private static List<int> Decompose(string text, Tables tables)
    {
        var points = new List<int>(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            AddDecomposed(points, rune.Value, tables);
        }

        Order(points, tables);
        return points;
    }

    private static void AddDecomposed(List<int> points, int point, Tables tables)
    {
        var s = point - SBase;
        if (s is >= 0 and < SCount)
        {
            points.Add(LBase + (s / (VCount * TCount)));
            points.Add(VBase + (s % (VCount * TCount) / TCount));
            if (s % TCount != 0)
            {
                points.Add(TBase + (s % TCount));
            }
        }
        else if (tables.Decompositions.TryGetValue(point, out var parts))
        {
            foreach (var part in parts)
            {
                AddDecomposed(points, part, tables);
            }
        }
        else
        {
            points.Add(point);
        }
    }

    /// <summary>Canonical ordering: each run of combining marks, sorted by class and otherwise left in order.</summary>
    private static void Order(List<int> points, Tables tables)
    {
        for (var start = 0; start < points.Count; start++)
        {
            var end = start;
            while (end < points.Count && tables.ClassOf(points[end]) != 0)
            {
                end++;
            }

            if (end - start > 1)
            {
                var sorted = points.GetRange(start, end - start).OrderBy(tables.ClassOf).ToList();
                for (var i = 0; i < sorted.Count; i++)
                {
                    points[start + i] = sorted[i];
                }
            }

            start = end;
        }
    }

    private static string Compose(List<int> points, Tables tables)
    {
        var result = new List<int>(points.Count);
        var starter = -1;
        var lastClass = 0;
        foreach (var point in points)
        {
            var pointClass = tables.ClassOf(point);
            var blocked = starter >= 0 && result.Count - 1 > starter && lastClass >= pointClass;
            if (starter >= 0 && !blocked && Pair(result[starter], point, tables) is { } composed)
            {
                result[starter] = composed;
                continue;
            }

            if (pointClass == 0)
            {
                starter = result.Count;
            }

            lastClass = pointClass;
            result.Add(point);
        }

        var text = new StringBuilder(result.Count);
        foreach (var point in result)
        {
            text.Append(new Rune(point).ToString());
        }

        return text.ToString();
    }

    private static int? Pair(int first, int second, Tables tables)
    {
        if (first - LBase is >= 0 and < LCount && second - VBase is >= 0 and < VCount)
        {
            return SBase + ((((first - LBase) * VCount) + second - VBase) * TCount);
        }

        if (first - SBase is >= 0 and < SCount && (first - SBase) % TCount == 0 && second - TBase is > 0 and < TCount)
        {
            return first + second - TBase;
        }

        return tables.Compositions.TryGetValue(((long)first << 32) | (uint)second, out var composed) ? composed : null;
    }

    /// <summary>The Unicode Character Database's part that form C needs; read on the first text that is not plain Latin.</summary>
    private sealed record Tables(Dictionary<int, int[]> Decompositions, Dictionary<long, int> Compositions, Dictionary<int, byte> Classes)
    {
        public int ClassOf(int point) => point < FirstThatMayChange ? 0 : Classes.GetValueOrDefault(point);

        public static Tables Read()
        {
            using var stream = typeof(Nfc).Assembly.GetManifestResourceStream("Rosewood.PolicyAdmin.Commands.unicode-nfc.json")!;
            using var document = JsonDocument.Parse(stream);
            var decompositions = Rows(document, "decompositions").ToDictionary(r => Hex(r[0]), r => Array.ConvertAll(r[1..], Hex));
            var excluded = Rows(document, "excluded").Select(r => Hex(r[0])).ToHashSet();
            var compositions = decompositions
                .Where(d => d.Value.Length == 2 && !excluded.Contains(d.Key))
                .ToDictionary(d => ((long)d.Value[0] << 32) | (uint)d.Value[1], d => d.Key);
            var classes = new Dictionary<int, byte>();
            foreach (var row in Rows(document, "classes"))
            {
                for (var point = Hex(row[0]); point <= Hex(row[1]); point++)
                {
                    classes[point] = byte.Parse(row[2], CultureInfo.InvariantCulture);
                }
            }

            return new Tables(decompositions, compositions, classes);
        }

        private static IEnumerable<string[]> Rows(JsonDocument document, string name) =>
            document.RootElement.GetProperty(name).GetString()!.Split(',').Select(r => r.Split(' '));

        private static int Hex(string text) => int.Parse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
    }
}
