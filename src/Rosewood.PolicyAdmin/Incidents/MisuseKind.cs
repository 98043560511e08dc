namespace Rosewood.PolicyAdmin.Incidents;

/// <summary>The first axis of misuse (MIS-1).</summary>
public enum MisuseKind
{
    /// <summary>What comes from others, or goes to them.</summary>
    Contact,

    /// <summary>What somebody does.</summary>
    Conduct,

    /// <summary>What is looked at, kept or passed on.</summary>
    Content,
}
