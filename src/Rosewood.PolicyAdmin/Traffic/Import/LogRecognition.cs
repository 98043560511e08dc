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

    /// <summary>
    /// What the store knows of it by a format in which not one of its lines could be read: nothing of it was counted, so that it is read
    /// from its beginning, and this is forgotten.
    /// </summary>
    public IReadOnlyList<LogSource> Unread { get; private init; } = [];

    /// <summary>The text, at the place where reading goes on; null where that is the beginning, and for a shorter copy.</summary>
    public Stream? Text { get; private init; }

    /// <summary>The bytes before that place.</summary>
    public TailWindow Tail { get; private init; } = new();

    /// <summary>Looks a log up.</summary>
    /// <param name="file">The log.</param>
    /// <param name="logs">The logs that were read.</param>
    /// <param name="asked">The format that it is to be read in; null: any.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <exception cref="FaultException"><c>LogChanged</c>: it was edited before the place up to which it was read.</exception>
    public static LogRecognition Of(LogFile file, LogRecords logs, LogFormat? asked, CancellationToken cancellationToken)
    {
        LogSource? changed = null;
        LogSource? longer = null;
        var unread = new List<LogSource>();
        foreach (var known in Candidates(file, logs))
        {
            if (IsUnread(known, asked))
            {
                unread.Add(known);
                continue;
            }

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
            : new LogRecognition { Unread = unread };
    }

    /// <summary>Whether a log that begins like this was read before, and counted.</summary>
    public static bool IsBegun(LogFile file, LogRecords logs) => Candidates(file, logs).Any(static k => !IsUnread(k, asked: null));

    /// <summary>How a log's beginning is remembered.</summary>
    public static (int Length, byte[] Hash) HeadOf(LogFile file)
    {
        var head = file.Head.Span[..Math.Min(file.Head.Length, TailWindow.Size)];
        return (head.Length, SHA256.HashData(head));
    }

    /// <summary>Whether no line of it had a time; one that has only lines without, such as a header, is read on in its format.</summary>
    private static bool IsUnread(LogSource known, LogFormat? asked) =>
        known is { FirstTicks: null, Matched: 0 }
        && (known.Malformed > 0 || (asked is not null && !string.Equals(asked.Name, known.Format, StringComparison.OrdinalIgnoreCase)));

    private static IEnumerable<LogSource> Candidates(LogFile file, LogRecords logs) =>
        logs.HeadLengths()
            .Where(length => length <= file.Head.Length)
            .SelectMany(length => logs.WithHead(length, SHA256.HashData(file.Head.Span[..length])));
}
