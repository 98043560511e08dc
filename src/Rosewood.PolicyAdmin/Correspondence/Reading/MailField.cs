namespace Rosewood.PolicyAdmin.Correspondence.Reading;

/// <summary>What the exports of mail say. Subjects are looked at for automatic answers and for being the same as another, and forgotten with the row, as texts are.</summary>
internal enum MailField
{
    /// <summary>When.</summary>
    Time,

    /// <summary>When else: a message's time of receipt.</summary>
    OtherTime,

    /// <summary>The sender.</summary>
    Sender,

    /// <summary>A recipient, or several.</summary>
    Recipient,

    /// <summary>Recipients with what became of the message: <c>address##status;…</c>.</summary>
    RecipientStatus,

    /// <summary>The message's id on the Internet.</summary>
    MessageId,

    /// <summary>Exchange's own id of the message.</summary>
    TraceId,

    /// <summary>What became of it.</summary>
    Status,

    /// <summary>The subject.</summary>
    Subject,

    /// <summary>A header's name.</summary>
    HeaderName,

    /// <summary>A header's value, behind its name.</summary>
    HeaderValue,

    /// <summary>What a message answers.</summary>
    InReplyTo,

    /// <summary>A message's thread.</summary>
    References,

    /// <summary>To whom.</summary>
    To,

    /// <summary>Copied in.</summary>
    Cc,

    /// <summary>What a message calls the sender or recipient whose address stands beside it.</summary>
    CalledName,

    /// <summary>Exchange's id of a conversation.</summary>
    Conversation,

    /// <summary>The sort of message, by Graph.</summary>
    MessageType,

    /// <summary>Whether it was never sent.</summary>
    IsDraft,

    /// <summary>A message's text, with what it quotes.</summary>
    Text,

    /// <summary>A message's text without what it quotes, by Graph.</summary>
    UniqueText,

    /// <summary>Whether a text is plain or HTML.</summary>
    TextType,

    /// <summary>The same of the text without what it quotes.</summary>
    UniqueTextType,

    /// <summary>Whose a rule is.</summary>
    Mailbox,

    /// <summary>Whose else: a rule's identity.</summary>
    OtherMailbox,

    /// <summary>Whether a rule runs.</summary>
    IsEnabled,

    /// <summary>Where a rule sends mail.</summary>
    ForwardTo,

    /// <summary>A mailbox's account.</summary>
    UserPrincipalName,

    /// <summary>A mailbox's address.</summary>
    PrimaryAddress,

    /// <summary>Other names of a mailbox.</summary>
    Name,

    /// <summary>Where a mailbox sends its mail, by the directory.</summary>
    ForwardingAddress,

    /// <summary>Where a mailbox sends its mail, by address.</summary>
    ForwardingSmtpAddress,

    /// <summary>The sort of mailbox.</summary>
    MailboxType,
}
