using System.Text;
using Rosewood.PolicyAdmin.Correspondence.Model;
using Rosewood.PolicyAdmin.Exports;

namespace Rosewood.PolicyAdmin.Correspondence.Reading;

/// <summary>Reads records of a message trace. Sizes and IP addresses are not looked at.</summary>
/// <param name="receive">Takes the rows, one for each recipient.</param>
internal sealed class TraceMeaning(TraceReceiver receive) : MailMeaning
{
    /// <inheritdoc/>
    public override MailShape Shape => MailShape.Trace;

    /// <inheritdoc/>
    public override Reading Read(FieldValues values)
    {
        UtcTicks = 0;
        var written = values.First((int)MailField.Time);
        if (!Time!.TryRead(written, out var ticks))
        {
            return Refuse(written.IsEmpty ? "it has no time." : "its time can't be read.");
        }

        UtcTicks = ticks;
        var hasRecipient = !values.First((int)MailField.Recipient).IsEmpty || !values.First((int)MailField.RecipientStatus).IsEmpty;
        if (!hasRecipient)
        {
            return Refuse("it names no recipient.");
        }

        var sender = values.First((int)MailField.Sender);
        if (!values.Has((int)MailField.Sender))
        {
            return Refuse("it names no sender.");
        }

        // Reports of delivery have no sender; automatic answers are no correspondence.
        if (sender.IsEmpty || sender.SequenceEqual("<>"u8) || AutomaticMail.IsSubject(values.First((int)MailField.Subject)))
        {
            return Reading.Dropped;
        }

        var id = Bare(values.First((int)MailField.MessageId));
        id = id.IsEmpty ? values.First((int)MailField.TraceId) : id;
        return Give(values, Text(sender), id, values.First((int)MailField.Subject)) ? Reading.Used : Reading.Dropped;
    }

    private bool Give(FieldValues values, string sender, ReadOnlySpan<byte> id, ReadOnlySpan<byte> subject)
    {
        var any = false;
        for (var i = 0; i < values.Count; i++)
        {
            if (values.SlotAt(i) == (int)MailField.RecipientStatus)
            {
                foreach (var range in values[i].Split((byte)';'))
                {
                    var entry = values[i][range].Trim((byte)' ');
                    var mark = entry.IndexOf("##"u8);
                    any |= Give(sender, mark < 0 ? entry : entry[..mark], id, mark < 0 ? [] : entry[(mark + 2)..], subject);
                }
            }
        }

        if (any)
        {
            return true;
        }

        var status = values.First((int)MailField.Status);
        for (var i = 0; i < values.Count; i++)
        {
            if (values.SlotAt(i) == (int)MailField.Recipient)
            {
                foreach (var range in values[i].Split((byte)';'))
                {
                    any |= Give(sender, values[i][range].Trim((byte)' '), id, status, subject);
                }
            }
        }

        return any;
    }

    private bool Give(string sender, ReadOnlySpan<byte> recipient, ReadOnlySpan<byte> id, ReadOnlySpan<byte> status, ReadOnlySpan<byte> subject)
    {
        if (recipient.IsEmpty)
        {
            return false;
        }

        receive(new TraceRow { UtcTicks = UtcTicks, Sender = sender, Recipient = Text(recipient), MessageId = id, Subject = subject, Outcome = OutcomeOf(status) });
        return true;
    }

    /// <summary>What became of a message: one word, or the events of an extended report (<c>Receive, Deliver</c>).</summary>
    private static TraceOutcome OutcomeOf(ReadOnlySpan<byte> status)
    {
        if (status.Length > 256)
        {
            return TraceOutcome.Arrived;
        }

        Span<byte> lower = stackalloc byte[status.Length];
        Ascii.ToLower(status, lower, out _);
        return lower.IndexOf("filtered"u8) >= 0 || lower.IndexOf("spam"u8) >= 0 || lower.IndexOf("quarantine"u8) >= 0 ? TraceOutcome.Lost
            : lower.IndexOf("deliver"u8) >= 0 && lower.IndexOf("undeliver"u8) < 0 && lower.IndexOf("not deliver"u8) < 0 ? TraceOutcome.Arrived
            : lower.IndexOf("expand"u8) >= 0 ? TraceOutcome.Expanded
            : lower.IndexOf("fail"u8) >= 0 || lower.IndexOf("pending"u8) >= 0 || lower.IndexOf("reject"u8) >= 0 || lower.IndexOf("drop"u8) >= 0 || lower.IndexOf("undeliver"u8) >= 0 || lower.IndexOf("not deliver"u8) >= 0 ? TraceOutcome.Lost
            : TraceOutcome.Arrived;
    }
}
