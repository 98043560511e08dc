namespace Rosewood.PolicyAdmin.Commands;

/// <summary>Where a handler sends what it has to say. Hosts implement it; handlers may call it from one thread at a time.</summary>
public interface ICommandSink
{
    /// <summary>One output object. Public, immutable, with PascalCase properties.</summary>
    void Write(object value);

    /// <summary>Something that the person should know, though the command goes on.</summary>
    void Warn(string message);

    /// <summary>A fault about one item; the command goes on with the next, and the host's exit code is 1.</summary>
    void Report(Fault fault);

    /// <summary>How far a long command is.</summary>
    void Progress(CommandProgress progress);

    /// <summary>
    /// ShouldProcess: false under <c>-WhatIf</c>, or when the person declines; the handler then changes nothing.
    /// </summary>
    /// <param name="target">What is changed, such as <c>Dee Puty</c>.</param>
    /// <param name="action">What is done to it, such as <c>Grant access to Facebook until 18 December</c>.</param>
    bool ShouldProcess(string target, string action);

    /// <summary>Asks the person for a line of text; what is secret is not shown while it is typed. Nothing asked here stands in a shell's history.</summary>
    /// <param name="question">What is asked for, such as <c>Passphrase</c>.</param>
    /// <param name="isSecret">Whether the answer must not be seen.</param>
    /// <returns>The answer; null where nobody can be asked.</returns>
    string? Ask(string question, bool isSecret) => null;
}
