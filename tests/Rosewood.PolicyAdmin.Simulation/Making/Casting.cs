using Rosewood.PolicyAdmin.Simulation.Model;

namespace Rosewood.PolicyAdmin.Simulation.Making;

/// <summary>Who has which behaviour.</summary>
internal sealed class Casting(SchoolOptions options, IReadOnlyList<SimulatedPerson> people)
{
    private static readonly Behaviour[] NeedLaptop = [Behaviour.LaptopBesidePc, Behaviour.ReplacedLaptop, Behaviour.BorrowedLaptop, Behaviour.VpnFromHome, Behaviour.IllButWorking];

    /// <summary>What others build on, and so is cast first.</summary>
    private static readonly Behaviour[] First = [Behaviour.LaptopBesidePc, Behaviour.PhoneMail, Behaviour.PrivatePcAtHome, Behaviour.PasswordChange];

    private readonly HashSet<SimulatedPerson> _chosen = [];

    /// <summary>People who were given a behaviour by number, not by rate.</summary>
    public IReadOnlySet<SimulatedPerson> Chosen => _chosen;

    public void CastAll()
    {
        foreach (var behaviour in First.Union(Enum.GetValues<Behaviour>()).Where(b => b != Behaviour.ServiceAccount))
        {
            if (options.People.TryGetValue(behaviour, out var count))
            {
                CastNumber(behaviour, count);
            }
            else
            {
                CastRate(behaviour);
            }
        }
    }

    /// <summary>Whether a person has a school laptop.</summary>
    public bool HasLaptop(SimulatedPerson person) =>
        NeedLaptop.Any(person.Does) || (options.People.ContainsKey(Behaviour.BorrowedLaptop) && person.Role == StaffRole.HeadTeacher) || (HasOffice(person) && Luck("laptop", person) < options.LaptopShare);

    /// <summary>Whether a person could have the behaviour at all.</summary>
    public bool CanHave(Behaviour behaviour, SimulatedPerson person) => behaviour switch
    {
        Behaviour.LaptopBesidePc => IsClassTeacher(person),
        Behaviour.ReplacedLaptop or Behaviour.BorrowedLaptop or Behaviour.VpnFromHome or Behaviour.IllButWorking => HasLaptop(person) || (IsForced(behaviour) && (IsClassTeacher(person) || HasOffice(person))),
        Behaviour.SharedClassroomPc => person.Role == StaffRole.Support,
        Behaviour.HotDesking => IsClassTeacher(person) || person.Role == StaffRole.Support,
        Behaviour.SupplyOnManyPcs => person.IsSupply,
        Behaviour.RunsBetweenRooms => IsClassTeacher(person) && person.Room != Rooms.Suite,
        Behaviour.IctTeacherInSuite => IsClassTeacher(person) && person.Room == Rooms.Suite,
        Behaviour.JobShareOnePc => IsClassTeacher(person) && !person.Does(Behaviour.RunsBetweenRooms) && person.Room != Rooms.Suite,
        Behaviour.QuickLookAtColleagues or Behaviour.AbsentButCameIn => IsClassTeacher(person) || person.Role == StaffRole.Admin,
        Behaviour.ReinstalledDevice or Behaviour.ClockOffset or Behaviour.EmptyDeviceId or Behaviour.PcLeftSignedIn or Behaviour.CloudProxy => HasPc(person),
        Behaviour.RemoteDesktop => HasPc(person) && person.Room != Rooms.Suite && (person.Does(Behaviour.PrivatePcAtHome) || IsForced(behaviour)),
        Behaviour.PartTime => (IsClassTeacher(person) || person.Role is StaffRole.Support or StaffRole.Admin) && !person.Does(Behaviour.JobShareOnePc),
        Behaviour.OldPhoneAfterPasswordChange => (person.Does(Behaviour.PhoneMail) && person.Does(Behaviour.PasswordChange)) || (IsForced(behaviour) && !person.IsSupply),
        Behaviour.CarrierAddresses or Behaviour.TravelAbroad or Behaviour.PhoneForgottenAtHome => person.Does(Behaviour.PhoneMail) || (IsForced(behaviour) && !person.IsSupply),
        Behaviour.MissedMfa => person.Does(Behaviour.PrivatePcAtHome) || IsForced(behaviour),
        Behaviour.CoupleAtHome or Behaviour.Ipv6Privacy or Behaviour.NewAuthenticatorPhone => person.Does(Behaviour.PrivatePcAtHome) || person.Does(Behaviour.PhoneMail) || IsForced(behaviour),
        Behaviour.PhoneMail or Behaviour.PrivatePcAtHome => true,
        _ => !person.IsSupply && person.Role != StaffRole.Governor,
    };

    private static bool IsClassTeacher(SimulatedPerson person) => person is { Role: StaffRole.Teacher, IsSupply: false };

    private static bool HasOffice(SimulatedPerson person) => person.IsLeader || person.Role is StaffRole.Technician or StaffRole.Admin or StaffRole.DataProtectionOfficer;

    private static bool HasPc(SimulatedPerson person) => IsClassTeacher(person) || HasOffice(person);

    /// <summary>What somebody needs who was given a behaviour by number; by rate only those who have it already come into question.</summary>
    private static Behaviour[] Needs(Behaviour behaviour) => behaviour switch
    {
        Behaviour.CarrierAddresses or Behaviour.TravelAbroad or Behaviour.PhoneForgottenAtHome => [Behaviour.PhoneMail],
        Behaviour.OldPhoneAfterPasswordChange => [Behaviour.PhoneMail, Behaviour.PasswordChange],
        Behaviour.RemoteDesktop or Behaviour.Ipv6Privacy or Behaviour.CoupleAtHome or Behaviour.MissedMfa or Behaviour.NewAuthenticatorPhone => [Behaviour.PrivatePcAtHome],
        _ => [],
    };

    private bool IsForced(Behaviour behaviour) => options.People.ContainsKey(behaviour);

    private double Luck(string purpose, SimulatedPerson person) => Dice.Of(options.Seed, purpose, person.Number).Share();

    private void CastRate(Behaviour behaviour)
    {
        foreach (var person in people.Where(p => CanHave(behaviour, p) && Luck(behaviour.ToString(), p) < options.Rates[behaviour]))
        {
            person.Cast(behaviour);
        }
    }

    private void CastNumber(Behaviour behaviour, int count)
    {
        var able = people.Where(p => CanHave(behaviour, p)).OrderByDescending(_chosen.Contains).ThenBy(p => Luck(behaviour.ToString(), p)).Take(count).ToList();
        if (able.Count < count)
        {
            throw new ArgumentException($"{count} people shall have {behaviour}, but only {able.Count} of this school could. Ask for fewer or for a larger school.", nameof(count));
        }

        foreach (var person in able)
        {
            person.Cast(behaviour);
            foreach (var need in Needs(behaviour))
            {
                person.Cast(need);
            }

            _chosen.Add(person);
        }
    }
}
