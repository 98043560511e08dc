namespace Rosewood.PolicyAdmin.Governance.Pages;

/// <summary>A file for people outside of the daily work: what <c>New-PolicyDpiaFacts</c> and <c>New-PolicyInspectionPack</c> give.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Path">Where it is.</param>
/// <param name="Files">What is in it; empty where it is one file.</param>
/// <param name="Sha256">Its SHA-256, hexadecimal.</param>
/// <param name="AuditHead">The audit trail's head before it was written.</param>
public sealed record GovernanceFile(string Kind, string Path, IReadOnlyList<string> Files, string Sha256, string AuditHead);
