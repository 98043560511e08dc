namespace Rosewood.PolicyAdmin.Commands.Completion;

/// <summary>A value that may be typed, as a host offers it.</summary>
/// <param name="Text">What is put on the line, without quotes.</param>
/// <param name="Note">A few words about it; the text itself where there is nothing to say.</param>
/// <param name="OtherNames">What it is also known by: it is offered for these too.</param>
public sealed record KnownValue(string Text, string Note, IReadOnlyList<string> OtherNames)
{
    /// <summary>A value without other names.</summary>
    /// <param name="text">What is put on the line.</param>
    /// <param name="note">A few words about it.</param>
    public KnownValue(string text, string note)
        : this(text, note, [])
    {
    }

    /// <summary>How well what was typed fits, 0 best; null where it does not: the beginning of the text, of another name, or of a word within.</summary>
    /// <param name="typed">What stands on the line so far.</param>
    public int? Fit(string typed) =>
        Text.StartsWith(typed, StringComparison.OrdinalIgnoreCase) ? 0
        : OtherNames.Any(n => n.StartsWith(typed, StringComparison.OrdinalIgnoreCase)) ? 1
        : Text.Split(' ').Any(w => w.StartsWith(typed, StringComparison.OrdinalIgnoreCase)) ? 2
        : null;
}
