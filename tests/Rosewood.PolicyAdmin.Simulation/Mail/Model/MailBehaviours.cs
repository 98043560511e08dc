namespace Rosewood.PolicyAdmin.Simulation.Mail.Model;

/// <summary>What is true of a behaviour wherever it occurs.</summary>
public static class MailBehaviours
{
    /// <summary>Who has it.</summary>
    public static BehaviourScope ScopeOf(MailBehaviour behaviour) => behaviour switch
    {
        <= MailBehaviour.StaffOnParentsList => BehaviourScope.Staff,
        <= MailBehaviour.SeparatedParents => BehaviourScope.Family,
        _ => BehaviourScope.School,
    };

    /// <summary>What somebody in a hurry might wrongly see in it; empty when nothing.</summary>
    public static IReadOnlyList<MailKind> LooksLike(MailBehaviour behaviour) => behaviour switch
    {
        MailBehaviour.PayslipHome or MailBehaviour.OwnDocumentsHome => [MailKind.SelfForward],
        MailBehaviour.HealthAndUnion => [MailKind.SelfForward, MailKind.PersonalAddress],
        MailBehaviour.ParentDeclared or MailBehaviour.ParentUndeclared or MailBehaviour.SharedHousehold => [MailKind.PersonalAddress, MailKind.OffSystemThread],
        MailBehaviour.DeclaredFriend or MailBehaviour.DeclaredContact => [MailKind.PersonalAddress, MailKind.OffSystemThread],
        MailBehaviour.AlikeColleagues => [MailKind.SelfForward, MailKind.PersonalAddress],
        MailBehaviour.InternalForwardRule or MailBehaviour.DisabledForwardRule => [MailKind.InboxRuleForward],
        MailBehaviour.ForwardToService => [MailKind.InboxRuleForward, MailKind.ExternalForward],
        MailBehaviour.LeaverForwarded => [MailKind.ExternalForward],
        MailBehaviour.PartyMail or MailBehaviour.SickNoteFromHome or MailBehaviour.JobApplication => [MailKind.PersonalAddress],
        MailBehaviour.GovernorPrivateAddress or MailBehaviour.SupplyAgency or MailBehaviour.PhishingLookalike => [MailKind.PersonalAddress],
        MailBehaviour.StaffOnParentsList => [MailKind.PersonalAddress, MailKind.OffSystemThread],
        MailBehaviour.ParentNamesake => [MailKind.PersonalAddress, MailKind.OffSystemThread, MailKind.SelfForward],
        MailBehaviour.WrongAddress => [MailKind.PersonalAddress, MailKind.OffSystemThread],
        MailBehaviour.ReplyToNewsletter or MailBehaviour.ReplyToPayment or MailBehaviour.ReplyToOldMail or MailBehaviour.ReplyToOwnMessage => [MailKind.OffSystemThread],
        MailBehaviour.ReplyToAnotherParent or MailBehaviour.ForwardOfAnotherParent or MailBehaviour.CalendarReply => [MailKind.OffSystemThread],
        MailBehaviour.FamilyAutoReply or MailBehaviour.Bounces or MailBehaviour.MailingLists => [MailKind.OffSystemThread],
        MailBehaviour.JournalCopies => [MailKind.ExternalForward, MailKind.PersonalAddress],
        MailBehaviour.OutsideBodies => [MailKind.OffSystemThread, MailKind.PersonalAddress],
        _ => [],
    };
}
