using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Samples;

/// <summary>One step of the demo: why, the command, and what to look at in what it prints.</summary>
/// <param name="Heading">What it is for, in a line.</param>
/// <param name="Arguments">The command with its parameters, as <c>rosewood</c> takes them.</param>
/// <param name="LookAt">What to see in the output.</param>
/// <param name="IsRefused">Whether the command is meant to end with a fault.</param>
public sealed record DemoStep(string Heading, IReadOnlyList<string> Arguments, string LookAt, bool IsRefused = false)
{
    /// <summary>Whose part the demo plays here, by login, since they alone may do it; null: whoever runs the demo.</summary>
    public string? By { get; init; }

    /// <summary>The same command as a request, where the demo plays somebody's part.</summary>
    internal PolicyRequest? Request { get; init; }
}
