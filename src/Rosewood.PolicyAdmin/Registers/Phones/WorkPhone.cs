namespace Rosewood.PolicyAdmin.Registers.Phones;

/// <summary>A work number on the roster (COM-2), or that one is missing.</summary>
/// <param name="User">Whose.</param>
/// <param name="Number">The number as the roster has it; null where there is none.</param>
/// <param name="MayBeShared">Whether it may be given to families for contact out of hours: the head's and the deputies'.</param>
/// <param name="Finding">What is wrong with it.</param>
/// <param name="With">Whose else it is: colleagues by name, families as <c>family:F-1042</c>.</param>
/// <param name="Explanation">What to do about it; null where nothing is wrong.</param>
public sealed record WorkPhone(string User, string? Number, bool MayBeShared, WorkPhoneFinding Finding, IReadOnlyList<string> With, string? Explanation);
