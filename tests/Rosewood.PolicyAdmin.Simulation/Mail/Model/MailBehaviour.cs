namespace Rosewood.PolicyAdmin.Simulation.Mail.Model;

/// <summary>What honest people do with mail that may look odd in the files. Who has it is told by <see cref="MailBehaviours.ScopeOf"/>.</summary>
public enum MailBehaviour
{
    /// <summary>A member of staff is away, and the mailbox answers by itself.</summary>
    AutomaticReply,

    /// <summary>Sends the own payslip home.</summary>
    PayslipHome,

    /// <summary>Sends own things home: CV, photos, travel plans.</summary>
    OwnDocumentsHome,

    /// <summary>Sends home what the union or occupational health wrote, or writes to them from home.</summary>
    HealthAndUnion,

    /// <summary>Has a child at the school, has declared it, and writes to the office about that child from the personal address.</summary>
    ParentDeclared,

    /// <summary>The same, never declared; the personal address is in the families' list.</summary>
    ParentUndeclared,

    /// <summary>Shares an address with the household of a family: the partner's child is at the school.</summary>
    SharedHousehold,

    /// <summary>A declared friendship with a family; they write of private things, once with a school address in copy.</summary>
    DeclaredFriend,

    /// <summary>A registered contact with a family for the child's welfare, on the personal address.</summary>
    DeclaredContact,

    /// <summary>Another colleague has an alike name, and an address that would suit both.</summary>
    AlikeColleagues,

    /// <summary>An inbox rule forwards inside the school, to a colleague or a shared mailbox.</summary>
    InternalForwardRule,

    /// <summary>An inbox rule to the personal address that is switched off.</summary>
    DisabledForwardRule,

    /// <summary>An inbox rule or forwarding that sends to a service of the school, such as a help desk.</summary>
    ForwardToService,

    /// <summary>Has left; the mailbox is forwarded to a colleague.</summary>
    LeaverForwarded,

    /// <summary>Gets mail from colleagues at the personal address, about a party or a lift.</summary>
    PartyMail,

    /// <summary>Writes sick notes to the office from the personal address.</summary>
    SickNoteFromHome,

    /// <summary>Applies for another post of the school from the personal address.</summary>
    JobApplication,

    /// <summary>A governor who has only a private address; parent governors get the same papers.</summary>
    GovernorPrivateAddress,

    /// <summary>Is booked by an agency, which writes to the personal address and the office.</summary>
    SupplyAgency,

    /// <summary>Is, as a neighbour or parent, on the mailing list of the parents' association with the personal address.</summary>
    StaffOnParentsList,

    /// <summary>A parent has a teacher's surname, and an address that would suit the teacher.</summary>
    ParentNamesake,

    /// <summary>A parent writes to an address that is not what was meant: a stranger's, with the office in copy, or one that does not exist.</summary>
    WrongAddress,

    /// <summary>Replies to a newsletter that an outside service sent in the school's name.</summary>
    ReplyToNewsletter,

    /// <summary>Replies to a reminder of the payment service.</summary>
    ReplyToPayment,

    /// <summary>Replies to a school message that is older than the trace.</summary>
    ReplyToOldMail,

    /// <summary>Replies to an own earlier message, which may never have come to the school.</summary>
    ReplyToOwnMessage,

    /// <summary>Replies to another parent's message and brings the school in.</summary>
    ReplyToAnotherParent,

    /// <summary>Forwards another parent's message to the school.</summary>
    ForwardOfAnotherParent,

    /// <summary>Accepts or declines a calendar invitation of the school.</summary>
    CalendarReply,

    /// <summary>A parent's mailbox answers by itself.</summary>
    FamilyAutoReply,

    /// <summary>The address comes with plus tags, other dots or other case.</summary>
    AddressVariants,

    /// <summary>The address is at a domain with letters outside ASCII.</summary>
    IdnAddress,

    /// <summary>A parent with two addresses; the list may have one.</summary>
    TwoAddresses,

    /// <summary>A parent changes the address in term; the list may have the old one.</summary>
    ChangesAddress,

    /// <summary>The second parent's address, where there is a second, is not in the school's list.</summary>
    GuardianNotListed,

    /// <summary>The same parent stands in the list a second time, under an id of its own: a child who joined later, a list put together from two.</summary>
    TwoFamilyIds,

    /// <summary>The parents live apart, with different surnames, and both are written to.</summary>
    SeparatedParents,

    /// <summary>Outsiders write with a leader's display name from a consumer address.</summary>
    PhishingLookalike,

    /// <summary>A transport rule copies every message to an archive outside.</summary>
    JournalCopies,

    /// <summary>Some mail is filtered as spam or quarantined, families' too.</summary>
    SpamAndQuarantine,

    /// <summary>Non-delivery reports.</summary>
    Bounces,

    /// <summary>The trace was exported in two pieces that overlap: some rows stand twice.</summary>
    DuplicateRows,

    /// <summary>Staff read mailing lists of their subject.</summary>
    MailingLists,

    /// <summary>Suppliers, authority, health service, solicitors, other schools and exam boards write, some with a family in copy.</summary>
    OutsideBodies,
}
