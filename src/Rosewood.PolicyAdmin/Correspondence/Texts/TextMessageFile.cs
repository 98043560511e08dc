using System.Globalization;
using System.Text;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Exports;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Correspondence.Texts;

/// <summary>
/// Reads an export of texts. A row that has no time is a problem of the table; what is no number is not, and is counted by whoever asks.
/// No problem repeats what a cell holds. Of a message only its length is looked at.
/// </summary>
internal sealed class TextMessageFile
{
    private const int MostParts = 99;
    private readonly string _path;
    private readonly CsvTable _table;
    private readonly TextColumns _columns;
    private readonly TextMessagesConfig _config;
    private readonly TimeZoneInfo _zone;
    private readonly bool? _dayFirst;

    private TextMessageFile(string path, CsvTable table, TextColumns columns, PolicyConfig config, TimeZoneInfo zone)
    {
        (_path, _table, _columns, _dayFirst) = (path, table, columns, config.Logs.DayFirst);
        _config = config.Correspondence.TextMessages;
        _zone = _config.TimeZone is { } other && TimeZoneInfo.TryFindSystemTimeZoneById(other, out var found) ? found : zone;
    }

    /// <summary>Opens an export.</summary>
    /// <exception cref="FaultException">It can't be read, is no CSV, or its columns are not known.</exception>
    public static TextMessageFile Open(string path, PolicyConfig config, TimeZoneInfo zone, ICommandSink sink)
    {
        var columns = new TextColumns(config.Correspondence.TextMessages.Columns);
        try
        {
            return new TextMessageFile(path, CsvTable.Open(path, columns.All, sink, "Nothing of them was stored."), columns, config, zone);
        }
        catch (FaultException e) when (e.Fault.Id is "CsvColumnsMissing" or "CsvColumnTwice")
        {
            // Without the first fault as its cause: that one repeats the first line, which may be a message.
            throw TextMessageFaults.ColumnsMissing(path, columns).ToException();
        }
    }

    /// <summary>All messages, in the file's order: one for each number.</summary>
    /// <exception cref="FaultException"><c>CsvInvalid</c>, <c>TextMessageDateOrderUnknown</c>.</exception>
    public IReadOnlyList<TextRow> Read(CancellationToken cancellationToken)
    {
        var time = new TextTime(_zone, _config.DateFormat, _dayFirst ?? DayFirst(cancellationToken));
        var rows = new List<TextRow>();
        foreach (var row in _table.Rows(cancellationToken))
        {
            if (time.TryRead(When(row), out var ticks))
            {
                rows.AddRange(Messages(row, ticks));
            }
            else
            {
                row.Problem(_columns.SentAt, "this is no date with a time that can be read. Where the export writes them in a way of its own, give its pattern in policy.json as correspondence.textMessages.dateFormat; take rows with totals out.");
            }
        }

        _table.ThrowIfInvalid();
        return rows;
    }

    /// <summary>Never guessed: a date that can be read in one way only proves it.</summary>
    private bool? DayFirst(CancellationToken cancellationToken)
    {
        if (_config.DateFormat is not null)
        {
            return null;
        }

        var order = new DateOrderProof();
        foreach (var row in _table.Rows(cancellationToken))
        {
            if (!order.Take(Encoding.UTF8.GetBytes(When(row))))
            {
                break;
            }
        }

        _table.ThrowIfInvalid();
        return order.IsOpen ? throw TextMessageFaults.DateOrderUnknown(_path).ToException() : order.DayFirst;
    }

    private string When(CsvRow row)
    {
        var date = PlainText.Clean(TextNumbers.Unwrap(row.Raw(_columns.SentAt)));
        var time = PlainText.Clean(TextNumbers.Unwrap(row.Raw(_columns.SentTime)));
        return time.Length == 0 ? date : $"{date} {time}";
    }

    private IEnumerable<TextRow> Messages(CsvRow row, long ticks)
    {
        var sender = row.Raw(_columns.Sender);
        var numbers = TextNumbers.Read(row.Raw(_columns.Recipient));
        var word = PlainText.Clean(row.Raw(_columns.Direction));
        var senders = TextNumbers.Read(sender);

        // Without a word that says it, only a number can write back: logins are none.
        var isReceived = word.Length > 0
            ? _config.ReceivedWords.Contains(word, StringComparer.OrdinalIgnoreCase)
            : senders[0].E164 is not null && numbers[0].E164 is null;
        var status = row.Raw(_columns.Status);
        var parts = Parts(row);
        return (isReceived ? senders : numbers).Select(n => new TextRow(ticks, isReceived ? "" : sender, n, isReceived, status, parts));
    }

    private int Parts(CsvRow row) =>
        int.TryParse(row.Raw(_columns.Parts).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var said)
            ? Math.Min(said, MostParts)
            : Math.Min(TextLength.PartsOf(row.Raw(_columns.Text)), MostParts);
}
