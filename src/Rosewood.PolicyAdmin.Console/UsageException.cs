namespace Rosewood.PolicyAdmin.Console;

/// <summary>The command line can't be understood: one sentence on what is wrong, one on what to try.</summary>
/// <param name="message">What is wrong.</param>
/// <param name="hint">What to type instead.</param>
internal sealed class UsageException(string message, string hint) : Exception(message)
{
    public string Hint { get; } = hint;
}
