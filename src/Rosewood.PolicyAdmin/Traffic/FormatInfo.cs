namespace Rosewood.PolicyAdmin.Traffic;

/// <summary>A log format: what <c>Get-FirewallLogFormat</c> gives.</summary>
/// <param name="Name">The name that <c>-Format</c> takes.</param>
/// <param name="Description">What it is.</param>
/// <param name="Certainty">How surely the file is in it, 0 to 1; null when no file was given.</param>
/// <param name="Why">Why, in words; null when no file was given.</param>
public sealed record FormatInfo(string Name, string Description, double? Certainty, string? Why);
