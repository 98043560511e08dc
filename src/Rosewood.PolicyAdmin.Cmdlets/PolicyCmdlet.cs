using System.Management.Automation;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Cmdlets;

/// <summary>The base of every cmdlet: runs its request through the engine and speaks PowerShell for it.</summary>
/// <typeparam name="TRequest">The engine's request.</typeparam>
public abstract class PolicyCmdlet<TRequest> : PSCmdlet, IDisposable
    where TRequest : PolicyRequest, new()
{
    private readonly CancellationTokenSource _cancellation = new();

    /// <summary>What the parameters fill.</summary>
    protected TRequest Request { get; } = new();

    /// <summary>The workspace's folder; else ROSEWOOD_WORKSPACE, else the platform's place.</summary>
    [Parameter]
    public string? Workspace { get; set; }

    /// <summary>
    /// Runs the request on a worker while this thread, the only one that may, writes what the worker has to say.
    /// </summary>
    protected override void ProcessRecord()
    {
        var paths = new PipelinePaths(SessionState.Path);
        paths.Resolve(Request);
        var host = CommandHost.ForProcess(Workspace is null ? null : paths.Resolve(Workspace));
        var started = TimeProvider.System.GetTimestamp();
        WriteVerbose($"{MyInvocation.MyCommand.Name} as {host.Account}, workspace {WorkspaceText(host)}");
        using var sink = new PipelineSink(_cancellation.Token);
        var work = Task.Run(() => RunAsync(host, sink));
        try
        {
            PipelineViews.Load(this);
            sink.Drain(this);
        }
        catch
        {
            // The pipeline was stopped under us (Select-Object -First, Ctrl+C): the worker ends before the cmdlet does.
            _cancellation.Cancel();
            Finish(work);
            throw;
        }

        if (Finish(work) is { } fault)
        {
            Tell(fault);
        }

        WriteVerbose($"{MyInvocation.MyCommand.Name} took {TimeProvider.System.GetElapsedTime(started).TotalSeconds:0.000} s");
    }

    /// <summary>Ctrl+C, or a pipeline that has enough: comes on another thread.</summary>
    protected override void StopProcessing() => _cancellation.Cancel();

    /// <summary>PowerShell calls it when the pipeline is done.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets go of what the cmdlet holds.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _cancellation.Dispose();
        }
    }

    private async Task RunAsync(CommandHost host, PipelineSink sink)
    {
        try
        {
            await CommandRunner.RunAsync(Request, host, sink, _cancellation.Token).ConfigureAwait(false);
        }
        finally
        {
            sink.Complete();
        }
    }

    /// <summary>
    /// A fault ends the command, so that <c>try</c> catches it. Of many piped objects one that can't be used keeps nobody from the next, as
    /// PowerShell's own commands do it; what would befall each of them ends the pipeline at once.
    /// </summary>
    private void Tell(FaultException fault)
    {
        if (fault.InnerException is { } cause)
        {
            WriteVerbose(cause.ToString());
        }

        var record = FaultRecords.Create(fault.Fault);
        if (!MyInvocation.ExpectingInput || !PipedFaults.IsOfOneObject(fault.Fault))
        {
            ThrowTerminatingError(record);
        }

        WriteError(record);
    }

    /// <summary>Waits for the worker; gives the fault that ended it, if one did.</summary>
    private FaultException? Finish(Task work)
    {
        try
        {
            work.GetAwaiter().GetResult();
            return null;
        }
        catch (FaultException e)
        {
            return e;
        }
        catch (OperationCanceledException) when (_cancellation.IsCancellationRequested)
        {
            return null;
        }
#pragma warning disable CA1031 // The last line of defence: people read a sentence, never a stack trace.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return CommandFaults.Unexpected(MyInvocation.MyCommand.Name, e).ToException(e);
        }
    }

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
}
