using Rosewood.PolicyAdmin.Simulation.Model;

namespace Rosewood.PolicyAdmin.Simulation;

/// <summary>
/// A school with chosen behaviours. From a plain school, where everybody has one PC and nothing odd happens, a test adds what it wants to
/// look at: <c>SchoolScenario.Plain(7).With(Behaviour.LaptopBesidePc).Build()</c>, and its guilty twin with
/// <c>.WithSharing(SharingStory.TeacherLoginToAssistant, SharingStrength.Habitual)</c>. What people do otherwise is the same in both twins.
/// </summary>
public sealed record SchoolScenario
{
    private SchoolScenario(SchoolOptions options) => Options = options;

    /// <summary>What it comes to.</summary>
    public SchoolOptions Options { get; private init; }

    /// <summary>A school where nothing odd happens.</summary>
    /// <param name="seed">What all chance comes from.</param>
    /// <param name="staff">How many have an account.</param>
    /// <param name="schoolDays">How many school days.</param>
    public static SchoolScenario Plain(ulong seed, int staff = 30, int schoolDays = 20) => new(new SchoolOptions
    {
        Seed = seed,
        StaffCount = staff,
        SchoolDays = schoolDays,
        Rates = BehaviourRates.None,
        LeastShared = 0,
        MostShared = 0,
        LaptopShare = 0,
        IllnessRate = 0,
    });

    /// <summary>A school as schools are.</summary>
    /// <param name="seed">What all chance comes from.</param>
    /// <param name="staff">How many have an account.</param>
    /// <param name="schoolDays">How many school days.</param>
    public static SchoolScenario Realistic(ulong seed, int staff = 60, int schoolDays = 30) =>
        new(new SchoolOptions { Seed = seed, StaffCount = staff, SchoolDays = schoolDays });

    /// <summary>A school with at least so many sign-ins, for measuring speed: write them with <c>WriteSignIns(stream, signIns)</c>.</summary>
    /// <param name="seed">What all chance comes from.</param>
    /// <param name="signIns">How many sign-ins, 10,000 or more.</param>
    public static SchoolScenario Large(ulong seed, int signIns)
    {
        // 200 people make about 1,300 sign-ins a school day by themselves, and their machines 4,600 at a factor of 1.
        var days = Math.Clamp(signIns / 12_000, 2, 60);
        var scenario = Realistic(seed, 200, days);
        return scenario.Changed(o => o with { TokenRefreshFactor = Math.Max(0.5, signIns * 1.1 / (days * 4600)) });
    }

    /// <summary>Adds a behaviour for a number of people. It goes first to people who were given one already.</summary>
    public SchoolScenario With(Behaviour behaviour, int people = 1) => Changed(o => o with { People = o.People.SetItem(behaviour, people) });

    /// <summary>Adds a shared account. The owner is, where the story allows it, somebody who was given a behaviour.</summary>
    public SchoolScenario WithSharing(SharingStory story, SharingStrength strength) => Changed(o => o with { Sharing = o.Sharing.Add(new PlannedSharing(story, strength)) });

    /// <summary>Takes a behaviour away from everybody.</summary>
    public SchoolScenario Without(Behaviour behaviour) =>
        Changed(o => o with { Rates = o.Rates.With(behaviour, 0), People = o.People.Remove(behaviour) });

    /// <summary>Takes all sharing away.</summary>
    public SchoolScenario WithoutSharing() => Changed(o => o with { LeastShared = 0, MostShared = 0, Sharing = [] });

    /// <summary>Changes any other option.</summary>
    public SchoolScenario Changed(Func<SchoolOptions, SchoolOptions> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return this with { Options = change(Options) };
    }

    /// <summary>Lives through the school's days.</summary>
    public SimulatedSchool Build() => SimulatedSchool.Make(Options);
}
