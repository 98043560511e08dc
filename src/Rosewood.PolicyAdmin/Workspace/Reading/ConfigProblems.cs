using System.Globalization;
using System.Text;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Workspace.Reading;

/// <summary>Everything found wrong with a configuration, to be told at once.</summary>
internal sealed class ConfigProblems
{
    private const int Listed = 20;
    private readonly List<(int Offset, string Path, string Message)> _found = [];

    public int Count => _found.Count;

    public void Add(ConfigNode node, string message) => Add(node.Offset, node.Path, message);

    public void Add(int offset, string path, string message) => _found.Add((offset, path, message));

    /// <summary>One fault that lists the problems in the file's order; the first one's place is its target.</summary>
    public Fault ToFault(string file, ReadOnlySpan<byte> utf8)
    {
        var ordered = _found.OrderBy(static p => p.Offset).ToList();
        var message = new StringBuilder();
        message.Append(CultureInfo.InvariantCulture, $"{file} can't be used: {(ordered.Count == 1 ? "one problem" : $"{ordered.Count} problems")}.");
        foreach (var (offset, path, text) in ordered.Take(Listed))
        {
            message.Append('\n').Append(ConfigPlace.Of(utf8, offset).In(file)).Append(' ').Append(path).Append(": ").Append(text);
        }

        if (ordered.Count > Listed)
        {
            message.Append(CultureInfo.InvariantCulture, $"\nand {ordered.Count - Listed} more.");
        }

        message.Append("\nCorrect the file and run the command again; policy.schema.json beside it lets an editor check as you type.");
        return new Fault("ConfigInvalid", FaultKind.InvalidArgument, ConfigPlace.Of(utf8, ordered[0].Offset).In(file), message.ToString());
    }

    /// <summary>Text from the file as it may be shown: short, and without what could steer a terminal.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">How much of it is shown, in characters.</param>
    public static string Shown(string text, int most = 60)
    {
        var shown = new StringBuilder(Math.Min(text.Length, most));
        foreach (var rune in text.EnumerateRunes())
        {
            if (shown.Length >= most)
            {
                return shown.Append('…').ToString();
            }

            var hidden = Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
            shown.Append(hidden ? "\uFFFD" : rune.ToString());
        }

        return shown.ToString();
    }
}
