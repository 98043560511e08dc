namespace Rosewood.PolicyAdmin.Registers.Recruitment;

/// <summary>What became of a candidate. Records and files name them: a name is never changed.</summary>
public enum RecruitmentOutcome
{
    /// <summary>It is not decided.</summary>
    Open,

    /// <summary>They are appointed.</summary>
    Appointed,

    /// <summary>They are not.</summary>
    Unsuccessful,

    /// <summary>They drew back.</summary>
    Withdrawn,
}
