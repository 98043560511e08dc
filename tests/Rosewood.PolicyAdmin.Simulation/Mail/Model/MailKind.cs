namespace Rosewood.PolicyAdmin.Simulation.Mail.Model;

/// <summary>In which way correspondence with families leaves the official channel, as the school names it.</summary>
public enum MailKind
{
    /// <summary>A personal address writes to, is written to by, or is copied in with a family.</summary>
    PersonalAddress,

    /// <summary>The mailbox forwards outside.</summary>
    ExternalForward,

    /// <summary>An inbox rule forwards or redirects outside.</summary>
    InboxRuleForward,

    /// <summary>Families' mail is sent on to the own personal address.</summary>
    SelfForward,

    /// <summary>A conversation that began off the school's system.</summary>
    OffSystemThread,
}
