using System.Collections.Frozen;
using Rosewood.PolicyAdmin.Exports;

namespace Rosewood.PolicyAdmin.Correspondence.Reading;

/// <summary>What one sort of export looks like, as JSON and as a table.</summary>
internal sealed class MailShape
{
    /// <summary>What a message says about itself, whatever else of it an export has.</summary>
    private static readonly (string Path, MailField Field)[] Envelope =
    [
        ("internetMessageId", MailField.MessageId), ("messageId", MailField.MessageId), ("message-id", MailField.MessageId), ("message_id", MailField.MessageId),
        ("sentDateTime", MailField.Time), ("sentDateTime.value", MailField.Time), ("sentDateTime.DateTime", MailField.Time), ("date", MailField.Time), ("sent", MailField.Time),
        ("receivedDateTime", MailField.OtherTime), ("receivedDateTime.value", MailField.OtherTime), ("receivedDateTime.DateTime", MailField.OtherTime), ("received", MailField.OtherTime),
        ("from", MailField.Sender), ("from.emailAddress.address", MailField.Sender),
        ("toRecipients", MailField.To), ("toRecipients.emailAddress.address", MailField.To), ("to", MailField.To),
        ("ccRecipients", MailField.Cc), ("ccRecipients.emailAddress.address", MailField.Cc), ("cc", MailField.Cc),
        ("bccRecipients", MailField.Cc), ("bccRecipients.emailAddress.address", MailField.Cc), ("bcc", MailField.Cc),
        ("subject", MailField.Subject), ("@odata.type", MailField.MessageType), ("meetingMessageType", MailField.MessageType), ("isDraft", MailField.IsDraft),
    ];

    private static readonly (MailField Field, string Names)[] EnvelopeColumns =
    [
        (MailField.MessageId, "messageid internetmessageid"),
        (MailField.Time, "date sent sentdatetime senton datesent datetimesent"),
        (MailField.OtherTime, "received receiveddatetime datereceived"),
        (MailField.Sender, "from fromaddress sender senderaddress"),
        (MailField.To, "to torecipients toaddress recipients recipientaddress"),
        (MailField.Cc, "cc ccrecipients ccaddress"),
        (MailField.Subject, "subject"),
    ];

    private readonly FrozenDictionary<string, (MailField Field, int Rank)> _columns;

    private MailShape(string kind, string needs, (string Path, MailField Field)[] json, (MailField Field, string Names)[] columns, MailField[][] required)
    {
        Kind = kind;
        Needs = needs;
        Json = JsonNode.Root(json.Select(static j => (j.Path, (int)j.Field)));
        Required = required;
        _columns = columns
            .SelectMany(static r => r.Names.Split(' ').Select((n, rank) => KeyValuePair.Create(n, (r.Field, rank))))
            .ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>What it is, in words.</summary>
    public string Kind { get; }

    /// <summary>What it needs, in words.</summary>
    public string Needs { get; }

    /// <summary>What matters in its JSON.</summary>
    public JsonNode Json { get; }

    /// <summary>The fields without which it is another file: of each group one.</summary>
    public IReadOnlyList<MailField[]> Required { get; }

    /// <summary>Message traces: Graph's, the admin center's, PowerShell's.</summary>
    public static MailShape Trace { get; } = new(
        "Message trace",
        "a time (receivedDateTime, Received, origin_timestamp_utc or date_time_utc), sender_address and recipient_address or recipient_status",
        [
            ("receivedDateTime", MailField.Time), ("receivedDateTime.value", MailField.Time), ("receivedDateTime.DateTime", MailField.Time),
            ("Received", MailField.Time), ("Received.value", MailField.Time), ("Received.DateTime", MailField.Time),
            ("origin_timestamp_utc", MailField.Time), ("date_time_utc", MailField.Time),
            ("senderAddress", MailField.Sender), ("sender_address", MailField.Sender),
            ("recipientAddress", MailField.Recipient), ("recipient_address", MailField.Recipient), ("recipient_status", MailField.RecipientStatus), ("RecipientStatus", MailField.RecipientStatus),
            ("messageId", MailField.MessageId), ("message_id", MailField.MessageId),
            ("id", MailField.TraceId), ("messageTraceId", MailField.TraceId), ("network_message_id", MailField.TraceId),
            ("status", MailField.Status), ("delivery_status", MailField.Status),
            ("subject", MailField.Subject), ("message_subject", MailField.Subject),
        ],
        [
            (MailField.Time, "origintimestamputc origintimestamp origintimestamplocal datetimeutc datetimelocal receiveddatetime received datereceived dateutc datetime date timestamp"),
            (MailField.Sender, "senderaddress sender fromaddress returnpath"),
            (MailField.Recipient, "recipientaddress recipient recipientaddresses recipients toaddress"),
            (MailField.RecipientStatus, "recipientstatus recipientsstatus"),
            (MailField.MessageId, "messageid internetmessageid"),
            (MailField.TraceId, "messagetraceid networkmessageid traceid id"),
            (MailField.Status, "status deliverystatus messagestatus"),
            (MailField.Subject, "messagesubject subject"),
        ],
        [[MailField.Time], [MailField.Sender], [MailField.Recipient, MailField.RecipientStatus]]);

    /// <summary>Messages' headers: Graph's messages, or rows with their values.</summary>
    public static MailShape Header { get; } = new(
        "Message headers",
        "internetMessageId or message-id, from, and to, with internetMessageHeaders or in-reply-to and references",
        [
            .. Envelope,
            ("from.emailAddress.name", MailField.CalledName), ("toRecipients.emailAddress.name", MailField.CalledName),
            ("ccRecipients.emailAddress.name", MailField.CalledName), ("bccRecipients.emailAddress.name", MailField.CalledName),
            ("internetMessageHeaders.name", MailField.HeaderName), ("internetMessageHeaders.value", MailField.HeaderValue),
            ("inReplyTo", MailField.InReplyTo), ("in-reply-to", MailField.InReplyTo), ("in_reply_to", MailField.InReplyTo),
            ("references", MailField.References), ("conversationId", MailField.Conversation),
        ],
        [
            .. EnvelopeColumns,
            (MailField.InReplyTo, "inreplyto"),
            (MailField.References, "references"),
        ],
        [[MailField.Sender, MailField.HeaderName], [MailField.MessageId, MailField.HeaderName], [MailField.To, MailField.HeaderName, MailField.Cc]]);

    /// <summary>Messages with their text: Graph's messages with body or uniqueBody, or rows with a text.</summary>
    public static MailShape Text { get; } = new(
        "Message text",
        "from, to, and body or uniqueBody",
        [
            .. Envelope,
            ("body", MailField.Text), ("body.content", MailField.Text), ("body.contentType", MailField.TextType), ("text", MailField.Text),
            ("uniqueBody", MailField.UniqueText), ("uniqueBody.content", MailField.UniqueText), ("uniqueBody.contentType", MailField.UniqueTextType),
        ],
        [
            .. EnvelopeColumns,
            (MailField.Text, "body text bodytext messagebody"),
        ],
        [[MailField.Sender], [MailField.To, MailField.Cc], [MailField.Text, MailField.UniqueText]]);

    /// <summary>Inbox rules: Graph's messageRules, also inside of a <c>record</c> beside their mailbox as Sync-PolicyTenant keeps them, or <c>Get-InboxRule</c>.</summary>
    public static MailShape Rule { get; } = new(
        "Inbox rules",
        "isEnabled or Enabled, and actions, or ForwardTo and RedirectTo",
        [
            ("mailbox", MailField.Mailbox), ("userPrincipalName", MailField.Mailbox), ("MailboxOwnerId", MailField.Mailbox), ("Identity", MailField.OtherMailbox),
            ("isEnabled", MailField.IsEnabled), ("Enabled", MailField.IsEnabled),
            ("actions.forwardTo", MailField.ForwardTo), ("actions.forwardTo.emailAddress.address", MailField.ForwardTo),
            ("actions.redirectTo", MailField.ForwardTo), ("actions.redirectTo.emailAddress.address", MailField.ForwardTo),
            ("actions.forwardAsAttachmentTo", MailField.ForwardTo), ("actions.forwardAsAttachmentTo.emailAddress.address", MailField.ForwardTo),
            ("record.isEnabled", MailField.IsEnabled),
            ("record.actions.forwardTo.emailAddress.address", MailField.ForwardTo),
            ("record.actions.redirectTo.emailAddress.address", MailField.ForwardTo),
            ("record.actions.forwardAsAttachmentTo.emailAddress.address", MailField.ForwardTo),
            ("ForwardTo", MailField.ForwardTo), ("RedirectTo", MailField.ForwardTo), ("ForwardAsAttachmentTo", MailField.ForwardTo),
            ("ForwardTo.Address", MailField.ForwardTo), ("RedirectTo.Address", MailField.ForwardTo), ("ForwardAsAttachmentTo.Address", MailField.ForwardTo),
        ],
        [
            (MailField.Mailbox, "mailboxownerid mailbox userprincipalname mailboxowner owner"),
            (MailField.OtherMailbox, "identity"),
            (MailField.IsEnabled, "enabled isenabled"),
            (MailField.ForwardTo, "forwardto redirectto forwardasattachmentto"),
        ],
        [[MailField.IsEnabled]]);

    /// <summary>Mailboxes: <c>Get-Mailbox</c>.</summary>
    public static MailShape Mailbox { get; } = new(
        "Mailboxes",
        "UserPrincipalName or PrimarySmtpAddress, and ForwardingSmtpAddress or ForwardingAddress",
        [
            ("UserPrincipalName", MailField.UserPrincipalName), ("PrimarySmtpAddress", MailField.PrimaryAddress), ("PrimarySmtpAddress.Address", MailField.PrimaryAddress),
            ("Name", MailField.Name), ("Alias", MailField.Name), ("Identity", MailField.Name), ("DistinguishedName", MailField.Name), ("DisplayName", MailField.Name), ("ExternalDirectoryObjectId", MailField.Name),
            ("ForwardingAddress", MailField.ForwardingAddress), ("ForwardingSmtpAddress", MailField.ForwardingSmtpAddress), ("RecipientTypeDetails", MailField.MailboxType),
        ],
        [
            (MailField.UserPrincipalName, "userprincipalname"),
            (MailField.PrimaryAddress, "primarysmtpaddress windowsemailaddress emailaddress"),
            (MailField.Name, "name alias identity distinguishedname displayname externaldirectoryobjectid"),
            (MailField.ForwardingAddress, "forwardingaddress"),
            (MailField.ForwardingSmtpAddress, "forwardingsmtpaddress"),
            (MailField.MailboxType, "recipienttypedetails"),
        ],
        [[MailField.UserPrincipalName, MailField.PrimaryAddress], [MailField.ForwardingAddress, MailField.ForwardingSmtpAddress]]);

    /// <summary>For each column of a table its field's slot; negative: it does not matter. Of several columns for one field the best-named counts, where the field is not one that may have several.</summary>
    public int[] SlotsOf(IReadOnlyList<string> names)
    {
        var meanings = names.Select(n => MailColumns.Meaning(_columns, n)).ToArray();
        var slots = new int[meanings.Length];
        for (var i = 0; i < slots.Length; i++)
        {
            slots[i] = meanings[i] is { } m && (m.Field is MailField.ForwardTo or MailField.Name || IsBest(meanings, i, m)) ? (int)m.Field : -1;
        }

        return slots;
    }

    private static bool IsBest((MailField Field, int Rank)?[] meanings, int index, (MailField Field, int Rank) meaning)
    {
        for (var i = 0; i < meanings.Length; i++)
        {
            if (i != index && meanings[i] is { } other && other.Field == meaning.Field && (other.Rank < meaning.Rank || (other.Rank == meaning.Rank && i < index)))
            {
                return false;
            }
        }

        return true;
    }
}
