namespace Rosewood.PolicyAdmin.Governance.SubjectAccess;

/// <summary>What <c>Export-PersonData</c> wrote.</summary>
/// <param name="User">Whom it is about.</param>
/// <param name="Path">The folder.</param>
/// <param name="Page">The page for people, within it.</param>
/// <param name="Files">The files of each class, for machines.</param>
/// <param name="Records">How many records they hold.</param>
/// <param name="NotRead">What could not be read, with why; empty when all was.</param>
public sealed record PersonDataExport(string User, string Path, string Page, IReadOnlyList<string> Files, long Records, IReadOnlyList<string> NotRead);
