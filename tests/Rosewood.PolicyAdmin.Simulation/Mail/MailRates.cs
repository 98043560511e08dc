using System.Collections.Immutable;
using Rosewood.PolicyAdmin.Simulation.Mail.Model;

namespace Rosewood.PolicyAdmin.Simulation.Mail;

/// <summary>How likely each behaviour is for a person, family or school that could have it; 0 to 1.</summary>
public sealed record MailRates
{
    private MailRates(ImmutableSortedDictionary<MailBehaviour, double> rates) => Rates = rates;

    /// <summary>The rates; a behaviour that is missing never occurs.</summary>
    public ImmutableSortedDictionary<MailBehaviour, double> Rates { get; private init; }

    /// <summary>Nothing odd at all.</summary>
    public static MailRates None { get; } = new(ImmutableSortedDictionary<MailBehaviour, double>.Empty);

    /// <summary>What a school is like, by estimate: no survey of these rates is known.</summary>
    public static MailRates Realistic { get; } = new(new Dictionary<MailBehaviour, double>
    {
        [MailBehaviour.AutomaticReply] = 0.2,
        [MailBehaviour.PayslipHome] = 0.25,
        [MailBehaviour.OwnDocumentsHome] = 0.3,
        [MailBehaviour.HealthAndUnion] = 0.12,
        [MailBehaviour.ParentDeclared] = 0.03,
        [MailBehaviour.ParentUndeclared] = 0.02,
        [MailBehaviour.SharedHousehold] = 0.015,
        [MailBehaviour.DeclaredFriend] = 0.04,
        [MailBehaviour.DeclaredContact] = 0.03,
        [MailBehaviour.AlikeColleagues] = 0.04,
        [MailBehaviour.InternalForwardRule] = 0.1,
        [MailBehaviour.DisabledForwardRule] = 0.04,
        [MailBehaviour.ForwardToService] = 0.04,
        [MailBehaviour.LeaverForwarded] = 0.03,
        [MailBehaviour.PartyMail] = 0.25,
        [MailBehaviour.SickNoteFromHome] = 0.25,
        [MailBehaviour.JobApplication] = 0.06,
        [MailBehaviour.GovernorPrivateAddress] = 0.7,
        [MailBehaviour.SupplyAgency] = 0.8,
        [MailBehaviour.StaffOnParentsList] = 0.03,
        [MailBehaviour.ParentNamesake] = 0.04,
        [MailBehaviour.WrongAddress] = 0.04,
        [MailBehaviour.ReplyToNewsletter] = 0.15,
        [MailBehaviour.ReplyToPayment] = 0.08,
        [MailBehaviour.ReplyToOldMail] = 0.1,
        [MailBehaviour.ReplyToOwnMessage] = 0.12,
        [MailBehaviour.ReplyToAnotherParent] = 0.05,
        [MailBehaviour.ForwardOfAnotherParent] = 0.04,
        [MailBehaviour.CalendarReply] = 0.15,
        [MailBehaviour.FamilyAutoReply] = 0.1,
        [MailBehaviour.AddressVariants] = 0.06,
        [MailBehaviour.IdnAddress] = 0.015,
        [MailBehaviour.TwoAddresses] = 0.08,
        [MailBehaviour.ChangesAddress] = 0.03,
        [MailBehaviour.GuardianNotListed] = 0.08,
        [MailBehaviour.TwoFamilyIds] = 0.05,
        [MailBehaviour.SeparatedParents] = 0.2,
        [MailBehaviour.PhishingLookalike] = 0.8,
        [MailBehaviour.JournalCopies] = 0.4,
        [MailBehaviour.SpamAndQuarantine] = 1,
        [MailBehaviour.Bounces] = 1,
        [MailBehaviour.DuplicateRows] = 0.3,
        [MailBehaviour.MailingLists] = 1,
        [MailBehaviour.OutsideBodies] = 1,
    }.ToImmutableSortedDictionary());

    /// <summary>The rate of one behaviour.</summary>
    public double this[MailBehaviour behaviour] => Rates.GetValueOrDefault(behaviour);

    /// <summary>The same with another rate for one behaviour.</summary>
    public MailRates With(MailBehaviour behaviour, double rate) => new(Rates.SetItem(behaviour, rate));
}
