namespace Rosewood.PolicyAdmin.Simulation.Model;

/// <summary>Somebody: a member of staff, or somebody outside the school who was given a login.</summary>
public sealed class SimulatedPerson
{
    private readonly HashSet<Behaviour> _behaviours = [];

    /// <summary>The person's number, from 0; outsiders from 1000.</summary>
    public required int Number { get; init; }

    /// <summary>The name, such as <c>Helen Ashworth</c>.</summary>
    public required string DisplayName { get; init; }

    /// <summary>The login, such as <c>h.ashworth</c>.</summary>
    public required string Login { get; init; }

    /// <summary>The roles, the main one first; empty for outsiders.</summary>
    public required IReadOnlyList<StaffRole> Roles { get; init; }

    /// <summary>Whether the person comes for single days.</summary>
    public bool IsSupply { get; init; }

    /// <summary>The room that the person mostly works in.</summary>
    public required Place Room { get; set; }

    /// <summary>A second room, where teaching assistants and some teachers work too.</summary>
    public required Place SecondRoom { get; set; }

    /// <summary>The home.</summary>
    public Place Home { get; internal set; } = new("nowhere", PlaceKind.Home);

    /// <summary>Where the person is when out.</summary>
    public Place Out { get; internal set; } = new("out", PlaceKind.Out);

    /// <summary>The weekdays that the person works on.</summary>
    public IReadOnlyList<DayOfWeek> WorksOn { get; internal set; } = [];

    /// <summary>The first day at the school.</summary>
    public DateOnly StartDate { get; internal set; }

    /// <summary>The day from which the person has an account of their own to use.</summary>
    public DateOnly AccountFrom { get; internal set; } = DateOnly.MinValue;

    /// <summary>The account; outsiders have none.</summary>
    public SimulatedAccount? Account { get; internal set; }

    /// <summary>The PC that the person mostly uses, if any.</summary>
    public SimulatedDevice? Pc { get; internal set; }

    /// <summary>The school laptop, if any.</summary>
    public SimulatedDevice? Laptop { get; internal set; }

    /// <summary>The own phone, if it has school mail or approves sign-ins.</summary>
    public SimulatedDevice? Phone { get; internal set; }

    /// <summary>A school mobile, if any.</summary>
    public SimulatedDevice? SchoolMobile { get; internal set; }

    /// <summary>A private PC, if any.</summary>
    public SimulatedDevice? PrivatePc { get; internal set; }

    /// <summary>What the person was cast for.</summary>
    public IReadOnlySet<Behaviour> Behaviours => _behaviours;

    /// <summary>The main role.</summary>
    public StaffRole Role => Roles.Count > 0 ? Roles[0] : StaffRole.Governor;

    /// <summary>Whether this is a member of staff.</summary>
    public bool IsStaff => Roles.Count > 0;

    /// <summary>Whether this is senior leadership.</summary>
    public bool IsLeader => Role is StaffRole.HeadTeacher or StaffRole.DeputyHead or StaffRole.SeniorLeader or StaffRole.SafeguardingLead;

    /// <summary>Whether the person was cast for a behaviour.</summary>
    public bool Does(Behaviour behaviour) => _behaviours.Contains(behaviour);

    /// <inheritdoc/>
    public override string ToString() => DisplayName;

    internal void Cast(Behaviour behaviour) => _behaviours.Add(behaviour);
}
