namespace Rosewood.PolicyAdmin.Simulation.Mail.Truth;

/// <summary>Why a message convinces.</summary>
public enum MailReason
{
    /// <summary>One message shows the personal address and a family's registered address together.</summary>
    TogetherInOneMessage,

    /// <summary>The personal address writes to the school in a conversation, or under a subject, that a family has with the school.</summary>
    InAFamilysConversation,

    /// <summary>A forward to the personal address carries the subject or conversation of a family's message.</summary>
    ForwardsFamilyMail,

    /// <summary>An enabled rule to an address outside, and families' mail that went by it.</summary>
    RuleInForce,

    /// <summary>Forwarding of the mailbox outside, and families' mail that went by it.</summary>
    ForwardingInForce,

    /// <summary>A family answers a message that the school never sent, with the personal address among the recipients.</summary>
    AnswersPersonalAddress,

    /// <summary>A family answers a message that the school never sent, to one member of staff alone.</summary>
    AnswersUnknownMessage,
}
