namespace Rosewood.PolicyAdmin.Registers.Phones;

/// <summary>What is wrong with a work number.</summary>
public enum WorkPhoneFinding
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The head or a deputy has none.</summary>
    Missing,

    /// <summary>It is no phone number.</summary>
    Unreadable,

    /// <summary>A colleague has the same.</summary>
    SameAsColleague,

    /// <summary>It is a family's: more likely somebody's own than the school's.</summary>
    SameAsFamily,
}
