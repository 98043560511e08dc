namespace Rosewood.PolicyAdmin.Simulation.Mail.Model;

/// <summary>One member of staff whose mail with families goes an unofficial way.</summary>
public sealed class MisuseCase
{
    private readonly List<MailMessage> _acts = [];

    /// <summary>How it comes about.</summary>
    public required MailStory Story { get; init; }

    /// <summary>How often.</summary>
    public required MailStrength Strength { get; init; }

    /// <summary>Who it is.</summary>
    public required MailPerson Person { get; init; }

    /// <summary>The families.</summary>
    public required IReadOnlyList<Family> Families { get; init; }

    /// <summary>A colleague who has part in it, knowing or not; or null.</summary>
    public MailPerson? Colleague { get; init; }

    /// <summary>The messages that make it up, also those that never came past the school.</summary>
    public IReadOnlyList<MailMessage> Acts => _acts;

    /// <summary>The kinds that the story can come to; whether it did is told by the truth.</summary>
    public IReadOnlyList<MailKind> Kinds => Story switch
    {
        MailStory.SendsFamilyMailHome => [MailKind.SelfForward],
        MailStory.RuleToPersonal => [MailKind.InboxRuleForward],
        MailStory.MailboxToPersonal => [MailKind.ExternalForward],
        MailStory.BeganOffSystem or MailStory.WrongAccountOnPhone => [MailKind.PersonalAddress, MailKind.OffSystemThread],
        _ => [MailKind.PersonalAddress],
    };

    /// <inheritdoc/>
    public override string ToString() => $"{Person}: {Story}, {Strength}, {Acts.Count} messages";

    internal void Add(MailMessage act) => _acts.Add(act);
}
