using Rosewood.PolicyAdmin.Simulation.Mail.Model;
using Rosewood.PolicyAdmin.Simulation.Making;
using Rosewood.PolicyAdmin.Simulation.Model;

namespace Rosewood.PolicyAdmin.Simulation.Mail.Making;

/// <summary>Who has which behaviour. Each behaviour throws dice of its own.</summary>
internal sealed class MailCasting(MailOptions options)
{
    private static readonly MailBehaviour[] Close = [MailBehaviour.ParentDeclared, MailBehaviour.ParentUndeclared, MailBehaviour.SharedHousehold, MailBehaviour.DeclaredFriend, MailBehaviour.DeclaredContact];

    private readonly HashSet<MailPerson> _chosen = [];
    private readonly HashSet<int> _chosenFamilies = [];

    /// <summary>People who were given a behaviour by number, not by rate.</summary>
    public IReadOnlySet<MailPerson> Chosen => _chosen;

    /// <summary>The behaviours that tie somebody to a family.</summary>
    public static bool IsClose(MailBehaviour behaviour) => Close.Contains(behaviour);

    public void CastStaff(IReadOnlyList<MailPerson> staff)
    {
        foreach (var behaviour in Of(BehaviourScope.Staff))
        {
            foreach (var person in Choose(behaviour, [.. staff.Where(p => CanHave(behaviour, p, staff))], p => p.Person.Number, _chosen))
            {
                person.Cast(behaviour);
            }
        }
    }

    /// <summary>Which families have what; by number, since the families are made from it.</summary>
    public Dictionary<int, HashSet<MailBehaviour>> CastFamilies(IReadOnlySet<int> taken)
    {
        var cast = Enumerable.Range(0, options.FamilyCount).ToDictionary(i => i, _ => new HashSet<MailBehaviour>());
        foreach (var behaviour in Of(BehaviourScope.Family))
        {
            var able = cast.Keys.Where(n => !taken.Contains(n) && CanHave(behaviour, cast[n])).ToList();
            foreach (var number in Choose(behaviour, able, n => n, _chosenFamilies))
            {
                cast[number].Add(behaviour);
            }
        }

        return cast;
    }

    /// <summary>Whether a behaviour of the school occurs.</summary>
    public bool Occurs(MailBehaviour behaviour) =>
        options.People.TryGetValue(behaviour, out var number) ? number > 0 : Luck(behaviour, 0) < options.Rates[behaviour];

    private static IEnumerable<MailBehaviour> Of(BehaviourScope scope) => Enum.GetValues<MailBehaviour>().Where(b => MailBehaviours.ScopeOf(b) == scope);

    /// <summary>One way of having addresses is enough for a family.</summary>
    private static bool CanHave(MailBehaviour behaviour, HashSet<MailBehaviour> has) => behaviour switch
    {
        MailBehaviour.AddressVariants or MailBehaviour.IdnAddress or MailBehaviour.TwoAddresses or MailBehaviour.ChangesAddress =>
            !has.Overlaps([MailBehaviour.ParentNamesake, MailBehaviour.AddressVariants, MailBehaviour.IdnAddress, MailBehaviour.TwoAddresses, MailBehaviour.ChangesAddress]),
        _ => true,
    };

    private static bool CanHave(MailBehaviour behaviour, MailPerson person, IReadOnlyList<MailPerson> staff)
    {
        var (role, isSupply) = (person.Person.Role, person.Person.IsSupply);
        var isRegular = !isSupply && role != StaffRole.Governor;
        return behaviour switch
        {
            MailBehaviour.GovernorPrivateAddress => role == StaffRole.Governor,
            MailBehaviour.SupplyAgency => isSupply,
            MailBehaviour.LeaverForwarded => isRegular && role is StaffRole.Teacher or StaffRole.Support && !Close.Any(person.Does),
            MailBehaviour.AlikeColleagues => isRegular && staff.Any(o => o != person && HaveOneSurname(o, person)) && !Close.Any(person.Does),
            _ when Close.Contains(behaviour) => isRegular && role is StaffRole.Teacher or StaffRole.Support or StaffRole.Admin && !Close.Any(person.Does),
            _ => isRegular,
        };
    }

    /// <summary>Whether two people have the same surname.</summary>
    public static bool HaveOneSurname(MailPerson one, MailPerson other) =>
        string.Equals(one.Name[(one.Name.LastIndexOf(' ') + 1)..], other.Name[(other.Name.LastIndexOf(' ') + 1)..], StringComparison.Ordinal);

    private List<T> Choose<T>(MailBehaviour behaviour, List<T> able, Func<T, int> number, HashSet<T> chosen)
    {
        if (!options.People.TryGetValue(behaviour, out var count))
        {
            return [.. able.Where(x => Luck(behaviour, number(x)) < options.Rates[behaviour])];
        }

        if (able.Count < count)
        {
            throw new ArgumentException($"{count} shall have {behaviour}, but only {able.Count} of this school could. Ask for fewer or for a larger school.", nameof(behaviour));
        }

        List<T> taken = [.. able.OrderByDescending(chosen.Contains).ThenBy(x => Luck(behaviour, number(x))).Take(count)];
        chosen.UnionWith(taken);
        return taken;
    }

    private double Luck(MailBehaviour behaviour, int number) => Dice.Of(options.Seed, "mail-" + behaviour, number).Share();
}
