namespace Rosewood.PolicyAdmin.Access;

/// <summary>The clauses that decisions on access name; all clauses are in <c>Governance</c>.</summary>
public static class Clauses
{
    /// <summary>No social media from school devices unless SLT authorised it.</summary>
    public const string SchoolDevices = "USE-1";

    /// <summary>Own devices outside session times.</summary>
    public const string OwnDevices = "USE-2";

    /// <summary>Head and deputy through school mobiles.</summary>
    public const string StandingAuthorisation = "USE-3";
}
