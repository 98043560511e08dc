namespace Rosewood.PolicyAdmin.Correspondence;

/// <summary>The ways in which correspondence goes past the school's systems. A dismissal names them: a name is never changed.</summary>
public enum CorrespondenceKind
{
    /// <summary>A member of staff's personal address writes to, is written to by, or is copied in with a family, or is used with the school on family business.</summary>
    PersonalAddress,

    /// <summary>A mailbox sends its mail on to an outside address.</summary>
    ExternalForward,

    /// <summary>An inbox rule forwards or redirects outside.</summary>
    InboxRuleForward,

    /// <summary>Family mail sent on to one's own personal address.</summary>
    SelfForward,

    /// <summary>A family answers a message that the school never sent.</summary>
    OffSystemThread,

    /// <summary>Personal web mail on a school device.</summary>
    PersonalWebmail,

    /// <summary>No official correspondence with families over a term: a question.</summary>
    NoOfficialCorrespondence,

    /// <summary>A private phone number that its owner gave in a message to somebody outside: in the signature, or in words (COM-2).</summary>
    PersonalNumber,
}
