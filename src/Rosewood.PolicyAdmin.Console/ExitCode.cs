namespace Rosewood.PolicyAdmin.Console;

/// <summary>What the program tells its caller.</summary>
internal enum ExitCode
{
    /// <summary>Done.</summary>
    Done = 0,

    /// <summary>The command reported a fault.</summary>
    Fault = 1,

    /// <summary>The command was written wrongly; nothing ran.</summary>
    Usage = 2,

    /// <summary>A person was asked and said no; or, where the command says so, <c>-WhatIf</c> found something to change.</summary>
    Declined = 3,

    /// <summary>Ctrl+C or SIGTERM.</summary>
    Interrupted = 130,
}
