using System.Security.Cryptography;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Storage;

namespace Rosewood.PolicyAdmin.Traffic.Import;

/// <summary>
/// Finds out whether a log was read before, by its content: its first bytes, and those before the place up to which it was read.
/// A renamed, compressed or copied log is the same log; another log under the same name is not.
/// </summary>
internal sealed record LogRecognition
{
    /// <summary>The log as the store knows it; null when it is new.</summary>
    public LogSource? Known { get; private init; }

    /// <summary>Whether it holds less than was read of it already.</summary>
    public bool IsShorterCopy { get; private init; }

    /// <summary>The text, at the place where reading goes on; null for a shorter copy.</summary>
    public Stream? Text { get; private init; }

    /// <summary>The bytes before that place.</summary>
    public TailWindow Tail { get; private init; } = new();

    /// <summary>Looks a log up.</summary>
    /// <exception cref="FaultException"><c>LogChanged</c>: it was edited before the place up to which it was read.</exception>
    public static LogRecognition Of(LogFile file, LogRecords logs, CancellationToken cancellationToken)
    {
        LogSource? changed = null;
        LogSource? longer = null;
        foreach (var known in Candidates(file, logs))
        {
            var text = file.OpenText();
            var tail = new TailWindow();
            if (!file.TrySkip(text, known.Offset, tail, cancellationToken))
            {
                longer = known;
            }
            else if (tail.Hash().AsSpan().SequenceEqual(known.TailHash))
            {
                return new LogRecognition { Known = known, Text = text, Tail = tail };
            }
            else
            {
                changed = known;
            }

            text.Dispose();
        }

        if (changed is not null)
        {
            throw LogFaults.Changed(file.Path, changed.Path, changed.Lines).ToException();
        }

        return longer is not null
            ? new LogRecognition { Known = longer, IsShorterCopy = true }
            : new LogRecognition { Text = file.OpenText() };
    }

    /// <summary>How a log's beginning is remembered.</summary>
    public static (int Length, byte[] Hash) HeadOf(LogFile file)
    {
        var head = file.Head.Span[..Math.Min(file.Head.Length, TailWindow.Size)];
        return (head.Length, SHA256.HashData(head));
    }

    private static IEnumerable<LogSource> Candidates(LogFile file, LogRecords logs) =>
        logs.HeadLengths()
            .Where(length => length <= file.Head.Length)
            .SelectMany(length => logs.WithHead(length, SHA256.HashData(file.Head.Span[..length])));
}
