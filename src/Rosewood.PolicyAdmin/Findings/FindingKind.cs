namespace Rosewood.PolicyAdmin.Findings;

/// <summary>The sorts of findings that a person may dismiss. Stored by name: a name is never changed.</summary>
public enum FindingKind
{
    /// <summary>A login that more than one person uses (LOG-1), as <c>Find-SharedCredentialUse</c> shows it.</summary>
    SharedCredentialUse,

    /// <summary>Correspondence past the school's systems (COM-1), as <c>Find-UnofficialCorrespondence</c> shows it.</summary>
    UnofficialCorrespondence,

    /// <summary>A text to a family from somebody who may not send it (COM-3), as <c>Find-TextMessageMisuse</c> shows it.</summary>
    TextMessageMisuse,
}
