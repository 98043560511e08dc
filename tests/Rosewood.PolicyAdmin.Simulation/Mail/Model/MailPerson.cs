using Rosewood.PolicyAdmin.Simulation.Model;

namespace Rosewood.PolicyAdmin.Simulation.Mail.Model;

/// <summary>A member of staff as a writer of mail.</summary>
public sealed class MailPerson
{
    private readonly HashSet<MailBehaviour> _behaviours = [];

    /// <summary>Who it is.</summary>
    public required SimulatedPerson Person { get; init; }

    /// <summary>The personal address that the person uses.</summary>
    public required string PersonalAddress { get; set; }

    /// <summary>Whether <c>staff.csv</c> has the personal address.</summary>
    public required bool IsRegistered { get; set; }

    /// <summary>The last day at the school, or null.</summary>
    public DateOnly? EndDate { get; internal set; }

    /// <summary>The name as the school writes it.</summary>
    public string Name => Person.DisplayName;

    /// <summary>The school address.</summary>
    public string SchoolAddress => Person.Account!.UserPrincipalName;

    /// <summary>The person at the school address.</summary>
    public MailAddress AtSchool => new(SchoolAddress, Name);

    /// <summary>The person at the personal address.</summary>
    public MailAddress AtHome => new(PersonalAddress, Name);

    /// <summary>The own family at the school, a friend's, or the one of a registered contact; by behaviour.</summary>
    public Family? CloseFamily { get; internal set; }

    /// <summary>What the person was cast for.</summary>
    public IReadOnlySet<MailBehaviour> Behaviours => _behaviours;

    /// <summary>Whether the person was cast for a behaviour.</summary>
    public bool Does(MailBehaviour behaviour) => _behaviours.Contains(behaviour);

    /// <summary>Whether the person works at the school on a day.</summary>
    public bool IsThereOn(DateOnly day) => EndDate is null || day <= EndDate;

    /// <inheritdoc/>
    public override string ToString() => Name;

    internal void Cast(MailBehaviour behaviour) => _behaviours.Add(behaviour);
}
