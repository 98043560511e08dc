namespace Rosewood.PolicyAdmin.Correspondence.Texts;

/// <summary>The ways in which a text to a family is not as COM-3 wants it. A dismissal names them: a name is never changed.</summary>
public enum TextMessageMisuseKind
{
    /// <summary>Somebody on the roster sent it who is neither of the admin team nor head nor deputy, and whom no ruling names.</summary>
    SenderNotAllowed,

    /// <summary>It was sent under the name of somebody who was not employed that day.</summary>
    SenderNotEmployed,

    /// <summary>Somebody sent it who has such a role now, but by the roster not at that time: a question to the roster first.</summary>
    OutsideRole,

    /// <summary>The sender is nobody known on the roster, and no shared login that the school has declared.</summary>
    UnknownSender,

    /// <summary>It went to a number of no family and of no member of staff: the register may be old.</summary>
    UnknownRecipient,
}
