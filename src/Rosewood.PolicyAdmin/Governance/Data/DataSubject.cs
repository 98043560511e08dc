namespace Rosewood.PolicyAdmin.Governance.Data;

/// <summary>Whose data a class holds.</summary>
public enum DataSubject
{
    /// <summary>Members of staff, present and past.</summary>
    Staff,

    /// <summary>Families of pupils.</summary>
    Families,

    /// <summary>People who applied for a post.</summary>
    Candidates,

    /// <summary>Pupils, where a log or an account of theirs shows in what is read.</summary>
    Pupils,
}
