namespace Rosewood.PolicyAdmin.Console.Output;

/// <summary>Breaks a text between words, so that it fits beside a name.</summary>
internal static class WrappedText
{
    private const string Hanging = "  ";

    /// <summary>The lines; all but the first are set in. A word wider than a line stays whole, for people copy words.</summary>
    /// <param name="text">One paragraph.</param>
    /// <param name="width">Columns.</param>
    public static IEnumerable<string> Lines(string text, int width)
    {
        var line = "";
        var hasWord = false;
        foreach (var word in text.Split(' '))
        {
            if (hasWord && DisplayWidth.Of(line) + 1 + DisplayWidth.Of(word) > width)
            {
                yield return line;
                line = Hanging + word;
            }
            else
            {
                line = hasWord ? line + " " + word : line + word;
            }

            hasWord = true;
        }

        yield return line;
    }
}
