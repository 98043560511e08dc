using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Console.Binding;

namespace Rosewood.PolicyAdmin.Console.Running;

/// <summary><c>-WhatIf</c> and <c>-Confirm</c>: says what would be done, or asks a person before it is.</summary>
internal sealed class Confirmation(BoundCommand command, ConsoleStreams streams, Messages messages, CancellationToken cancellationToken)
{
    private bool? _forAll;

    /// <summary>Whether a person said no.</summary>
    public bool WasDeclined { get; private set; }

    /// <summary>Whether <c>-WhatIf</c> met a change that would be made.</summary>
    public bool HasPending { get; private set; }

    /// <summary>Whether a change is to be made.</summary>
    /// <exception cref="FaultException"><c>ConfirmationImpossible</c>: there is nobody to ask.</exception>
    public bool Ask(string target, string action)
    {
        if (command.Options.WhatIf)
        {
            HasPending = true;
            messages.Note("What if", $"Performing the operation \"{action}\" on target \"{target}\".");
            return false;
        }

        if (!(command.Options.Confirm ?? command.Syntax.AsksByDefault))
        {
            return true;
        }

        if (!streams.InIsTerminal)
        {
            throw new Fault("ConfirmationImpossible", FaultKind.InvalidArgument, target, $"{command.Syntax.Name} asks before it does this ({action}), and nobody can answer here. Add -Confirm:false where that is meant, or run it in a terminal.").ToException();
        }

        var agreed = _forAll ?? Answer(target, action);
        WasDeclined |= !agreed;
        return agreed;
    }

    /// <summary>Ctrl+C at the question ends the command, though the read itself can't be called off.</summary>
    private string? ReadAnswer() => Task.Run(streams.ReadAnswer, cancellationToken).WaitAsync(cancellationToken).GetAwaiter().GetResult();

    private bool Answer(string target, string action)
    {
        while (true)
        {
            messages.Ask($"{action}: {target}. [Y] Yes  [A] Yes to all  [N] No  [L] No to all: ");
            switch (ReadAnswer()?.Trim().ToUpperInvariant())
            {
                case "Y" or "YES":
                    return true;
                case "A":
                    _forAll = true;
                    return true;
                case "N" or "NO" or null:
                    return false;
                case "L":
                    _forAll = false;
                    return false;
            }
        }
    }
}
