using Rosewood.PolicyAdmin.Simulation.Mail.Model;

namespace Rosewood.PolicyAdmin.Simulation.Mail;

/// <summary>
/// A school's mail with chosen behaviours. From a plain school, where staff and families write officially and nothing odd happens, a test
/// adds what it wants to look at: <c>MailScenario.Plain(7).With(MailBehaviour.PayslipHome).Build()</c>, and its guilty twin with
/// <c>.WithMisuse(MailStory.SendsFamilyMailHome, MailStrength.Regular)</c>. What people write otherwise is the same in both twins.
/// </summary>
public sealed record MailScenario
{
    private MailScenario(MailOptions options) => Options = options;

    /// <summary>What it comes to.</summary>
    public MailOptions Options { get; private init; }

    /// <summary>A school where nothing odd happens.</summary>
    /// <param name="seed">What all chance comes from.</param>
    /// <param name="staff">How many work there.</param>
    /// <param name="schoolDays">How many school days.</param>
    public static MailScenario Plain(ulong seed, int staff = 30, int schoolDays = 30) => new(new MailOptions
    {
        Seed = seed,
        StaffCount = staff,
        FamilyCount = 60,
        SchoolDays = schoolDays,
        Rates = MailRates.None,
        MisuseShare = 0,
        HeaderShare = 1,
    });

    /// <summary>A school as schools are.</summary>
    /// <param name="seed">What all chance comes from.</param>
    /// <param name="staff">How many work there.</param>
    /// <param name="families">How many families.</param>
    /// <param name="schoolDays">How many school days.</param>
    public static MailScenario Realistic(ulong seed, int staff = 60, int families = 110, int schoolDays = 60) =>
        new(new MailOptions { Seed = seed, StaffCount = staff, FamilyCount = families, SchoolDays = schoolDays });

    /// <summary>Adds a behaviour for a number of people or families. It goes first to those who were given one already.</summary>
    public MailScenario With(MailBehaviour behaviour, int people = 1) => Changed(o => o with { People = o.People.SetItem(behaviour, people) });

    /// <summary>Adds a guilty story. It goes, where it can, to somebody who was given a behaviour.</summary>
    /// <param name="story">How it comes about.</param>
    /// <param name="strength">How often.</param>
    /// <param name="isRegistered">Whether the personal address is in the roster; null leaves it as it is.</param>
    public MailScenario WithMisuse(MailStory story, MailStrength strength, bool? isRegistered = null) =>
        Changed(o => o with { Misuse = o.Misuse.Add(new PlannedMisuse(story, strength, isRegistered)) });

    /// <summary>Takes a behaviour away from everybody.</summary>
    public MailScenario Without(MailBehaviour behaviour) =>
        Changed(o => o with { Rates = o.Rates.With(behaviour, 0), People = o.People.Remove(behaviour) });

    /// <summary>Takes everything guilty away.</summary>
    public MailScenario WithoutMisuse() => Changed(o => o with { MisuseShare = 0, Misuse = [] });

    /// <summary>Changes any other option.</summary>
    public MailScenario Changed(Func<MailOptions, MailOptions> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return this with { Options = change(Options) };
    }

    /// <summary>Lives through the term.</summary>
    public SimulatedMail Build() => SimulatedMail.Make(Options);
}
