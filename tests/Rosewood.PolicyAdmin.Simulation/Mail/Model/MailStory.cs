namespace Rosewood.PolicyAdmin.Simulation.Mail.Model;

/// <summary>How school business with a family comes to go an unofficial way.</summary>
public enum MailStory
{
    /// <summary>Writes to families from the personal address, a school mailbox in copy.</summary>
    WritesFromPersonal,

    /// <summary>Has given the personal address to families; they write to it and to the school together.</summary>
    FamiliesWriteToPersonal,

    /// <summary>Copies the own personal address in when writing to families from the school.</summary>
    CopiesOwnPersonal,

    /// <summary>School mail to a family goes in copy to the personal address of a colleague, who asked for it. The colleague is the person.</summary>
    ColleaguesPersonalCopied,

    /// <summary>On the phone, answers families with the wrong account now and then; the family answers both addresses.</summary>
    WrongAccountOnPhone,

    /// <summary>After leaving, goes on with families from the personal address, a former colleague in copy.</summary>
    AfterLeaving,

    /// <summary>Writes with families off the system only; nothing comes to the school.</summary>
    WhollyOffSystem,

    /// <summary>A conversation began from the personal address; the family's answer comes to the school.</summary>
    BeganOffSystem,

    /// <summary>Forwards families' mail to the own personal address by hand.</summary>
    SendsFamilyMailHome,

    /// <summary>An inbox rule forwards families' mail to the personal address.</summary>
    RuleToPersonal,

    /// <summary>The mailbox is forwarded to the personal address.</summary>
    MailboxToPersonal,
}
