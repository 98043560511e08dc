namespace Rosewood.PolicyAdmin.Workspace;

/// <summary>A workspace that was made.</summary>
/// <param name="Path">Its folder.</param>
/// <param name="SchoolName">The school's name.</param>
/// <param name="Operator">The account that made it: its first technician.</param>
/// <param name="NextSteps">What to do now, in order.</param>
public sealed record WorkspaceCreated(string Path, string SchoolName, string Operator, IReadOnlyList<string> NextSteps);
