using System.Collections.Concurrent;
using System.Management.Automation;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Cmdlets;

/// <summary>Carries what a handler says on its worker to the pipeline thread, in order, and answers back.</summary>
/// <param name="stopped">Set when the pipeline stops: then every call ends the handler.</param>
internal sealed class PipelineSink(CancellationToken stopped) : ICommandSink, IDisposable
{
    /// <summary>A handler that is quicker than the pipeline waits here, so that memory stays bounded.</summary>
    private const int Capacity = 256;

    private static readonly TimeSpan ProgressPause = TimeSpan.FromMilliseconds(100);

    private readonly BlockingCollection<Action<Cmdlet>> _queue = new(Capacity);
    private long _progressShown;

    public void Write(object value) => Post(c => c.WriteObject(value));

    public void Warn(string message) => Post(c => c.WriteWarning(VisibleText.Lines(message)));

    public void Report(Fault fault) => Post(c => c.WriteError(FaultRecords.Create(fault)));

    public void Progress(CommandProgress progress)
    {
        if (!progress.Completed && _progressShown != 0 && TimeProvider.System.GetElapsedTime(_progressShown) < ProgressPause)
        {
            return;
        }

        _progressShown = TimeProvider.System.GetTimestamp();
        Post(c => c.WriteProgress(Record(progress)));
    }

    public bool ShouldProcess(string target, string action)
    {
        var answer = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        Post(c => answer.SetResult(c.ShouldProcess(VisibleText.Lines(target), VisibleText.Lines(action))));
        answer.Task.Wait(stopped);
        return answer.Task.Result;
    }

    public string? Ask(string question, bool isSecret)
    {
        var answer = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        Post(c => answer.SetResult(HostQuestion.Ask((PSCmdlet)c, question, isSecret)));
        answer.Task.Wait(stopped);
        return answer.Task.Result;
    }

    /// <summary>The handler has ended.</summary>
    public void Complete() => _queue.CompleteAdding();

    /// <summary>Writes what comes until the handler has ended. On the pipeline thread only.</summary>
    public void Drain(Cmdlet cmdlet)
    {
        foreach (var message in _queue.GetConsumingEnumerable())
        {
            message(cmdlet);
        }
    }

    public void Dispose() => _queue.Dispose();

    private static ProgressRecord Record(CommandProgress progress) => new(0, VisibleText.Lines(progress.Activity), progress.Status.Length > 0 ? VisibleText.Lines(progress.Status) : " ")
    {
        PercentComplete = progress.Total > 0 ? (int)Math.Clamp(100 * progress.Done / progress.Total, 0, 100) : -1,
        RecordType = progress.Completed ? ProgressRecordType.Completed : ProgressRecordType.Processing,
    };

    private void Post(Action<Cmdlet> message) => _queue.Add(message, stopped);
}
