using System.Collections.Immutable;
using Rosewood.PolicyAdmin.Simulation.Model;

namespace Rosewood.PolicyAdmin.Simulation;

/// <summary>How likely each behaviour is for a person who could have it; 0 to 1.</summary>
public sealed record BehaviourRates
{
    private BehaviourRates(ImmutableSortedDictionary<Behaviour, double> rates) => Rates = rates;

    /// <summary>The rates; a behaviour that is missing never occurs.</summary>
    public ImmutableSortedDictionary<Behaviour, double> Rates { get; private init; }

    /// <summary>Nothing odd at all.</summary>
    public static BehaviourRates None { get; } = new(ImmutableSortedDictionary<Behaviour, double>.Empty);

    /// <summary>What a school is like, by estimate: no survey of these rates is known.</summary>
    public static BehaviourRates Realistic { get; } = new(new Dictionary<Behaviour, double>
    {
        [Behaviour.LaptopBesidePc] = 0.75,
        [Behaviour.PhoneMail] = 0.85,
        [Behaviour.ReplacedLaptop] = 0.05,
        [Behaviour.ReinstalledDevice] = 0.04,
        [Behaviour.SharedClassroomPc] = 0.6,
        [Behaviour.HotDesking] = 0.35,
        [Behaviour.SupplyOnManyPcs] = 1,
        [Behaviour.RunsBetweenRooms] = 0.1,
        [Behaviour.IctTeacherInSuite] = 1,
        [Behaviour.QuickLookAtColleagues] = 0.25,
        [Behaviour.BorrowedLaptop] = 0.08,
        [Behaviour.RemoteDesktop] = 0.12,
        [Behaviour.VpnFromHome] = 0.12,
        [Behaviour.CarrierAddresses] = 0.6,
        [Behaviour.Ipv6Privacy] = 0.3,
        [Behaviour.CoupleAtHome] = 0.04,
        [Behaviour.TravelAbroad] = 0.06,
        [Behaviour.MissedMfa] = 0.3,
        [Behaviour.OldPhoneAfterPasswordChange] = 0.2,
        [Behaviour.ClockOffset] = 0.04,
        [Behaviour.EmptyDeviceId] = 0.06,
        [Behaviour.PcLeftSignedIn] = 0.15,
        [Behaviour.JobShareOnePc] = 0.05,
        [Behaviour.IllButWorking] = 0.12,
        [Behaviour.AbsentButCameIn] = 0.08,
        [Behaviour.PhoneForgottenAtHome] = 0.1,
        [Behaviour.PrivatePcAtHome] = 0.5,
        [Behaviour.ForgottenPassword] = 0.08,
        [Behaviour.PasswordChange] = 0.25,
        [Behaviour.NewAuthenticatorPhone] = 0.06,
        [Behaviour.TypingErrors] = 0.6,
        [Behaviour.CloudProxy] = 0.1,
        [Behaviour.PartTime] = 0.2,
        [Behaviour.PasswordSpray] = 0.1,
        [Behaviour.Phished] = 0.015,
        [Behaviour.ServiceAccount] = 1,
    }.ToImmutableSortedDictionary());

    /// <summary>The rate of one behaviour.</summary>
    public double this[Behaviour behaviour] => Rates.GetValueOrDefault(behaviour);

    /// <summary>The same with another rate for one behaviour.</summary>
    public BehaviourRates With(Behaviour behaviour, double rate) => new(Rates.SetItem(behaviour, rate));
}
