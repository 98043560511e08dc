namespace Rosewood.PolicyAdmin.Traffic;

/// <summary>What became of a request.</summary>
public enum LogAction
{
    /// <summary>The filter let it through, whatever the far end answered.</summary>
    Allowed,

    /// <summary>The filter refused it.</summary>
    Blocked,

    /// <summary>No act of a person's that could count: a request to log in, the proxy's own errors and housekeeping.</summary>
    Other,
}
