namespace Rosewood.PolicyAdmin.Governance.SubjectAccess;

/// <summary>
/// What a person is told that they are not given. It is said to everybody in the same words, whether there is anything or not: otherwise the
/// words themselves would tell of it.
/// </summary>
internal static class ExemptionTexts
{
    /// <summary>What may be withheld, with the ground.</summary>
    public static IReadOnlyList<string> Withheld { get; } =
    [
        "Records about safeguarding, and reports that somebody else made in confidence, are not part of this export, whether there are any about you or not. The Data Protection Act 2018 exempts what would be likely to harm a child or another person, or prejudice the prevention or detection of crime (Schedule 2 paragraph 2, Schedule 3 parts 3 to 5). The data protection officer decides about them separately.",
        "Incidents that are still being looked into, or that are answered by child protection, are not part of this export, whether there are any or not (the same paragraphs). Closed ones are.",
        "Records that name other people are given without them (Schedule 2 paragraph 16). Colleagues who acted in a public role, such as the head teacher, are named; others, and families, are not.",
        "What is covered by legal professional privilege, or kept for a legal claim, is not part of this export, whether there is anything or not (Schedule 2 paragraph 19).",
        "Families' addresses and numbers are held as keyed hashes only, so none can be given.",
    ];

    /// <summary>What a person may ask for.</summary>
    public static IReadOnlyList<string> Rights { get; } =
    [
        "You may ask for wrong data to be corrected, for data to be erased or their use restricted, and you may object to their use. The data protection officer answers within one month.",
        "If you are not content with the answer, you may complain to the Information Commissioner's Office: ico.org.uk, 0303 123 1113.",
        "Nothing here is decided by a machine alone: a finding is a reason for a person to ask, and never a verdict.",
    ];
}
