using System.Runtime.InteropServices;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Console.Binding;
using Rosewood.PolicyAdmin.Console.Input;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Console.Running;

/// <summary>Runs a request as <see cref="CommandRunner.RunAsync"/> does.</summary>
internal delegate Task RunRequest(PolicyRequest request, CommandHost host, ICommandSink sink, CancellationToken cancellationToken);

/// <summary>Runs a command line that was understood, once or for each piped object, and finds its exit code.</summary>
internal sealed class CommandExecution(BoundCommand command, ConsoleStreams streams, Messages messages, RunRequest run)
{
    /// <summary>Whether changes that <c>-WhatIf</c> finds to be made are told by the exit code.</summary>
    public bool TellsPending { get; init; }

    public async Task<ExitCode> RunAsync()
    {
        using var cancellation = new CancellationTokenSource();
        var interrupted = false;
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);
        using var sink = new ConsoleSink(command, streams, messages, cancellation);
        var started = TimeProvider.System.GetTimestamp();
        try
        {
            await RunAllAsync(sink, cancellation.Token);
        }
        catch (FaultException e)
        {
            sink.Report(e.Fault);
            Explain(e.InnerException);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Interrupted or nobody reads: the exit code tells.
        }
#pragma warning disable CA1031 // The last line of defence: people read a sentence, never a stack trace.
        catch (Exception e)
#pragma warning restore CA1031
        {
            sink.Report(CommandFaults.Unexpected(command.Syntax.Name, e));
            Explain(e);
        }

        sink.End();
        if (command.Options.Verbose)
        {
            messages.Note("verbose", $"{command.Syntax.Name} took {TimeProvider.System.GetElapsedTime(started).TotalSeconds:0.000} s");
        }

        var isOpen = sink.WasDeclined || (sink.HasPending && TellsPending);
        return interrupted ? ExitCode.Interrupted : sink.HasFaults ? ExitCode.Fault : isOpen ? ExitCode.Declined : ExitCode.Done;

        // The first time asks the command to stop; the second ends the program the system's way.
        void Interrupt(PosixSignalContext context)
        {
            context.Cancel = !interrupted;
            interrupted = true;
            cancellation.Cancel();
        }
    }

    private async Task RunAllAsync(ConsoleSink sink, CancellationToken cancellationToken)
    {
        var host = CommandHost.ForProcess(command.Options.Workspace);
        if (command.Options.Verbose)
        {
            messages.Note("verbose", $"{command.Syntax.Name} as {host.Account}, workspace {WorkspaceText(host)}");
        }

        if (command.Options.InputJson is not { } source)
        {
            await run(command.CreateRequest(), host, sink, cancellationToken);
            return;
        }

        using var document = await InputJsonReader.ReadAsync(source, streams.In, cancellationToken);
        var number = 0;
        foreach (var item in InputJsonReader.Items(document))
        {
            try
            {
                await run(PipelineBinder.Bind(command, item, ++number), host, sink, cancellationToken);
            }
            catch (FaultException e) when (PipedFaults.IsOfOneObject(e.Fault))
            {
                // As in a PowerShell pipeline: one object that can't be used does not keep the next from it.
                sink.Report(e.Fault);
                Explain(e.InnerException);
            }
        }
    }

    /// <summary>The folder that counts; what stands in its place where that is no path, which is for the command to tell if it needs one.</summary>
    private static string WorkspaceText(CommandHost host)
    {
        try
        {
            return WorkspaceLocator.Locate(host.WorkspacePath);
        }
        catch (FaultException e)
        {
            return e.Fault.Target;
        }
    }

    private void Explain(Exception? cause)
    {
        if (command.Options.Verbose && cause is not null)
        {
            messages.Note("verbose", cause.ToString());
        }
    }
}
