namespace Rosewood.PolicyAdmin.Samples;

/// <summary>One step of the demo: why, the command, and what to look at in what it prints.</summary>
/// <param name="Heading">What it is for, in a line.</param>
/// <param name="Arguments">The command with its parameters, as <c>rosewood</c> takes them.</param>
/// <param name="LookAt">What to see in the output.</param>
/// <param name="IsRefused">Whether the command is meant to end with a fault.</param>
public sealed record DemoStep(string Heading, IReadOnlyList<string> Arguments, string LookAt, bool IsRefused = false);
