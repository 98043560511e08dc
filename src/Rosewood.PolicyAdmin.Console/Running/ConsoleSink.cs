using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Console.Binding;
using Rosewood.PolicyAdmin.Console.Output;

namespace Rosewood.PolicyAdmin.Console.Running;

/// <summary>Where a handler's output goes in the console.</summary>
internal sealed class ConsoleSink : ICommandSink, IDisposable
{
    private static readonly TimeSpan FlushAfter = TimeSpan.FromMilliseconds(100);

    private readonly BoundCommand _command;
    private readonly Messages _messages;
    private readonly BufferedStream _output;
    private readonly IResultWriter _results;
    private readonly Confirmation _confirmation;
    private readonly Action _stop;
    private readonly Func<string, bool, string?> _ask;
    private long _flushed;
    private bool _closed;

    /// <param name="command">The command line.</param>
    /// <param name="streams">The surroundings.</param>
    /// <param name="messages">Where messages go.</param>
    /// <param name="cancellation">Cancelled from outside when a person interrupts, and from here when nobody reads the results any more.</param>
    public ConsoleSink(BoundCommand command, ConsoleStreams streams, Messages messages, CancellationTokenSource cancellation)
    {
        _command = command;
        _messages = messages;
        _output = new BufferedStream(streams.Out, 32 * 1024);
        _results = ResultWriters.Create(command.Options.As, command.Syntax.OutputType, streams, _output);
        _confirmation = new Confirmation(command, streams, messages, cancellation.Token);
        _stop = cancellation.Cancel;
        _ask = (question, isSecret) => Answer(streams, messages, question, isSecret, cancellation.Token);
    }

    /// <summary>Whether a fault was reported.</summary>
    public bool HasFaults { get; private set; }

    /// <summary>Whether a person said no to a change.</summary>
    public bool WasDeclined => _confirmation.WasDeclined;

    /// <summary>Whether <c>-WhatIf</c> met a change that would be made.</summary>
    public bool HasPending => _confirmation.HasPending;

    public void Write(object value)
    {
        _messages.ClearProgress();
        Guarded(() =>
        {
            _results.Write(value);
            if (_flushed == 0 || TimeProvider.System.GetElapsedTime(_flushed) > FlushAfter)
            {
                _output.Flush();
                _flushed = TimeProvider.System.GetTimestamp();
            }
        });
    }

    public void Warn(string message) => _messages.Warning(message);

    public void Report(Fault fault)
    {
        HasFaults = true;
        _messages.Fault(fault);
    }

    public void Progress(CommandProgress progress) => _messages.Progress(progress);

    public bool ShouldProcess(string target, string action) => _confirmation.Ask(target, action);

    public string? Ask(string question, bool isSecret) => _ask(question, isSecret);

    /// <summary>Prints what is still kept.</summary>
    public void End()
    {
        _messages.ClearProgress();
        Guarded(() =>
        {
            _results.End();
            _output.Flush();
        });
    }

    /// <summary>Lets go of the buffer; the stream below it is the process's own.</summary>
    public void Dispose() => Guarded(_output.Flush);

    /// <summary>Ctrl+C at the question ends the command, though the read itself can't be called off.</summary>
    private static string? Answer(ConsoleStreams streams, Messages messages, string question, bool isSecret, CancellationToken cancellationToken)
    {
        if (!streams.InIsTerminal)
        {
            return null;
        }

        messages.Ask($"{question}: ");
        return Task.Run(isSecret ? streams.ReadSecret : streams.ReadAnswer, cancellationToken).WaitAsync(cancellationToken).GetAwaiter().GetResult();
    }

    /// <summary>
    /// A closed pipe (<c>| head</c>) ends a command that only reads, quietly. One that changes something goes on without output: it is
    /// not to be cut off halfway because nobody looks.
    /// </summary>
    private void Guarded(Action write)
    {
        if (_closed)
        {
            return;
        }

        try
        {
            write();
        }
        catch (IOException e)
        {
            _closed = true;
            if (!ClosedPipe.Is(e))
            {
                // Results that are lost are a fault: what was written is not whole.
                Report(CommandFaults.From(e)!);
            }

            if (!_command.Syntax.SupportsShouldProcess)
            {
                _stop();
            }
        }
    }
}
