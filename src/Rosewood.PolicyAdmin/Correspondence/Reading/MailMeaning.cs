using System.Text;
using Rosewood.PolicyAdmin.Exports;
using Rosewood.PolicyAdmin.Traffic.Import;

namespace Rosewood.PolicyAdmin.Correspondence.Reading;

/// <summary>Says what a record of an export means. One instance serves one file.</summary>
internal abstract class MailMeaning
{
    private readonly TextInterner _texts = new(static bytes => ExportText.Decode(bytes));

    /// <summary>What became of a record.</summary>
    internal enum Reading
    {
        /// <summary>It was given on.</summary>
        Used,

        /// <summary>It concerns nothing that somebody wrote.</summary>
        Dropped,

        /// <summary>It could not be read; <see cref="Reason"/> says why.</summary>
        Unread,
    }

    /// <summary>What the export looks like.</summary>
    public abstract MailShape Shape { get; }

    /// <summary>Why the last record could not be read.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>The last record's time, UTC ticks; 0: none.</summary>
    public long UtcTicks { get; protected set; }

    /// <summary>How times are read; set before the first record.</summary>
    public RecordTime? Time { get; set; }

    /// <summary>Whose the page is that holds the record, as its address or its own properties say; empty: not known.</summary>
    public string PageMailbox { get; set; } = "";

    /// <summary>Reads a record and gives it on.</summary>
    public abstract Reading Read(FieldValues values);

    /// <summary>Gives why a record can't be read.</summary>
    protected Reading Refuse(string reason)
    {
        Reason = reason;
        return Reading.Unread;
    }

    /// <summary>A field's text, the same instance for the same bytes; empty when there is none.</summary>
    protected string Text(ReadOnlySpan<byte> bytes) => _texts[bytes] ?? "";

    /// <summary>A field's first text.</summary>
    protected string Text(FieldValues values, MailField field) => Text(values.First((int)field));

    /// <summary>The texts of a field that may have several.</summary>
    protected List<string> Texts(FieldValues values, MailField field)
    {
        var texts = new List<string>();
        for (var i = 0; i < values.Count; i++)
        {
            if (values.SlotAt(i) == (int)field && !values[i].IsEmpty)
            {
                texts.Add(Text(values[i]));
            }
        }

        return texts;
    }

    /// <summary>Reads a message's time: when it was sent, or else received.</summary>
    /// <returns>False where it can't be read; a message without any is at 0.</returns>
    protected bool TryReadTime(ReadOnlySpan<byte> sent, ReadOnlySpan<byte> received)
    {
        var written = sent.IsEmpty ? received : sent;
        if (written.IsEmpty)
        {
            return true;
        }

        if (!Time!.TryRead(written, out var ticks) && !MailDate.TryRead(written, out ticks))
        {
            return false;
        }

        UtcTicks = ticks;
        return true;
    }

    /// <summary>Whether a message's own fields say that no person wrote and sent it: an automatic answer, an invitation, a draft.</summary>
    protected static bool IsAutomatic(FieldValues values)
    {
        var type = values.First((int)MailField.MessageType);
        return AutomaticMail.IsSubject(values.First((int)MailField.Subject)) || Ascii.EqualsIgnoreCase(values.First((int)MailField.IsDraft), "true"u8)
            || type.IndexOf("event"u8) >= 0 || type.IndexOf("meeting"u8) >= 0;
    }

    /// <summary>A message id without angle brackets and what stands around it.</summary>
    protected static ReadOnlySpan<byte> Bare(ReadOnlySpan<byte> id)
    {
        var open = id.IndexOf((byte)'<');
        if (open >= 0)
        {
            id = id[(open + 1)..];
            var close = id.IndexOf((byte)'>');
            id = close < 0 ? id : id[..close];
        }

        return id.Trim(" \t\r\n>"u8);
    }
}
