namespace Rosewood.PolicyAdmin.Commands;

/// <summary>What sort of thing went wrong; each host maps it once (PowerShell: <c>ErrorCategory</c>).</summary>
public enum FaultKind
{
    /// <summary>The named thing does not exist.</summary>
    NotFound,

    /// <summary>The name fits more than one thing; the message lists them.</summary>
    Ambiguous,

    /// <summary>A value is malformed, out of range or contradicts another.</summary>
    InvalidArgument,

    /// <summary>The operator's roles do not allow it.</summary>
    NotAuthorised,

    /// <summary>A file, store or service can't be reached now.</summary>
    Unavailable,

    /// <summary>Stored or given data is damaged.</summary>
    Corrupt,

    /// <summary>Another change got there first, or the state forbids it.</summary>
    Conflict,
}
