namespace Rosewood.PolicyAdmin.Access;

/// <summary>What the authoriser has said of a grant recorded in their name.</summary>
public enum ConfirmationState
{
    /// <summary>The authoriser recorded it under their own account, or USE-3 is its ground.</summary>
    NotNeeded,

    /// <summary>Recorded by somebody else; the authoriser has not answered.</summary>
    Unconfirmed,

    /// <summary>The authoriser said yes.</summary>
    Confirmed,

    /// <summary>The authoriser said no: the grant ended there, and it is a finding.</summary>
    Refused,
}
