namespace Rosewood.PolicyAdmin.Traffic.Formats.SquidCustom;

/// <summary>A code of a <c>logformat</c> with the text behind it.</summary>
/// <param name="Code">What it says.</param>
/// <param name="Shape">What its text looks like.</param>
/// <param name="Quoting">How its characters are protected.</param>
internal sealed record SquidToken(SquidCode Code, SquidShape Shape, SquidQuoting Quoting)
{
    /// <summary>The text between it and the next code.</summary>
    public byte[] Literal { get; set; } = [];

    /// <summary>Whether blanks may stand before the value: it has a width, or a blank comes before it.</summary>
    public bool MayBePadded { get; set; }

    /// <summary>Whether blanks may stand behind the value.</summary>
    public bool MayBePaddedBehind { get; init; }

    /// <summary>How a time is written.</summary>
    public StrftimePattern? Time { get; init; }
}
