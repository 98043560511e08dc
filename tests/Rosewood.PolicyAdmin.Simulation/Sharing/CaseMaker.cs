using Rosewood.PolicyAdmin.Simulation.Making;
using Rosewood.PolicyAdmin.Simulation.Model;

namespace Rosewood.PolicyAdmin.Simulation.Sharing;

/// <summary>Chooses whose accounts are shared, with whom, and arranges what the story needs.</summary>
internal sealed class CaseMaker(SchoolOptions options, IReadOnlyList<SimulatedPerson> people, Estate estate, IReadOnlySet<SimulatedPerson> preferred)
{
    private static readonly SharingStrength[] Strengths =
    [
        SharingStrength.Habitual, SharingStrength.Habitual, SharingStrength.Habitual, SharingStrength.Regular, SharingStrength.Regular,
        SharingStrength.Regular, SharingStrength.Occasional, SharingStrength.Occasional, SharingStrength.Once,
    ];

    private readonly HashSet<SimulatedPerson> _taken = [];
    private readonly List<SharingCase> _cases = [];

    public List<SharingCase> Make()
    {
        foreach (var planned in options.Sharing)
        {
            if (!TryAdd(planned.Story, planned.Strength))
            {
                throw new ArgumentException($"Nobody in this school could be in the story {planned.Story}. Take a larger school, or fewer stories.", nameof(options));
            }
        }

        var dice = Dice.Of(options.Seed, "how-many-shared");
        var count = (int)Math.Round(people.Count * (options.LeastShared + (dice.Share() * (options.MostShared - options.LeastShared))), MidpointRounding.AwayFromZero);
        var stories = Enum.GetValues<SharingStory>().OrderBy(_ => dice.Share()).ToList();
        for (var i = 0; i < count; i++)
        {
            TryAdd(stories[i % stories.Count], dice.Pick(Strengths));
        }

        return _cases;
    }

    private static bool IsClassTeacher(SimulatedPerson p) => p is { Role: StaffRole.Teacher, IsSupply: false };

    private bool TryAdd(SharingStory story, SharingStrength strength)
    {
        var owner = people
            .Where(p => !_taken.Contains(p) && CanOwn(story, p) && Others(story, p).Count > 0)
            .OrderByDescending(preferred.Contains)
            .ThenBy(p => Dice.Of(options.Seed, "owner", p.Number, (long)story).Share())
            .FirstOrDefault();
        if (owner is null)
        {
            return false;
        }

        var dice = Dice.Of(options.Seed, "case", owner.Number, (long)story);
        var others = Others(story, owner);
        var made = new SharingCase
        {
            Story = story,
            Strength = strength,
            Owner = owner,
            Others = others,
            RegistersOthersPhone = dice.Chance(0.3),
            UsesWindows = story is SharingStory.TeacherLoginToAssistant or SharingStory.IllTeachersRegister or SharingStory.JobSharePartners or SharingStory.NewStarterWithoutAccount || dice.Chance(0.5),
        };
        _cases.Add(made);
        _taken.Add(owner);
        _taken.UnionWith(others);
        Arrange(made);
        return true;
    }

    private static bool CanOwn(SharingStory story, SimulatedPerson person) => story switch
    {
        SharingStory.TeacherLoginToAssistant or SharingStory.IllTeachersRegister => IsClassTeacher(person),
        SharingStory.JobSharePartners => IsClassTeacher(person) && person.Room != Rooms.Suite && !person.Does(Behaviour.JobShareOnePc) && !person.Does(Behaviour.RunsBetweenRooms),
        SharingStory.OfficePair => person.Role == StaffRole.Admin,
        SharingStory.NewStarterWithoutAccount => IsClassTeacher(person) || person.Role == StaffRole.Admin,
        SharingStory.OnColleaguesLaptop => IsClassTeacher(person) || person.IsLeader,
        SharingStory.HandedRoundTeam => person.Role == StaffRole.Admin || IsClassTeacher(person),
        SharingStory.FriendAtHome => IsClassTeacher(person) || person.Role is StaffRole.Admin or StaffRole.Support,
        _ => person.Role == StaffRole.DeputyHead,
    };

    private List<SimulatedPerson> Others(SharingStory story, SimulatedPerson owner)
    {
        var free = people
            .Where(p => p != owner && !_taken.Contains(p) && p.Role != StaffRole.Governor && !p.IsSupply)
            .OrderBy(p => Dice.Of(options.Seed, "other", p.Number, owner.Number).Share())
            .ToList();
        return story switch
        {
            SharingStory.TeacherLoginToAssistant or SharingStory.IllTeachersRegister => [.. free.Where(p => p.Role == StaffRole.Support && p.Room == owner.Room).Take(1)],
            SharingStory.JobSharePartners => [.. free.Where(p => CanOwn(story, p)).Take(1)],
            SharingStory.OfficePair => [.. free.Where(p => p.Role is StaffRole.Admin or StaffRole.DataProtectionOfficer).Take(1)],
            SharingStory.NewStarterWithoutAccount => [.. free.Where(p => p.Role == StaffRole.Support).Take(1)],
            SharingStory.OnColleaguesLaptop => [.. free.Where(IsClassTeacher).Take(1)],
            SharingStory.HandedRoundTeam => Team([.. free.Where(p => p.Role is StaffRole.Support or StaffRole.Admin).Take(3)]),
            SharingStory.FriendAtHome => [Friend(owner)],
            _ => [.. free.Where(p => p.Role == StaffRole.Admin).Take(1)],
        };
    }

    private static List<SimulatedPerson> Team(List<SimulatedPerson> team) => team.Count < 2 ? [] : team;

    private static SimulatedPerson Friend(SimulatedPerson owner) => new()
    {
        Number = 1000 + owner.Number,
        DisplayName = "a friend of " + owner.DisplayName,
        Login = "friend-of-" + owner.Login,
        Roles = [],
        Room = Rooms.Staff,
        SecondRoom = Rooms.Staff,
        Home = new Place("home of a friend of " + owner.Login, PlaceKind.Home),
        Out = new Place("out with a friend of " + owner.Login, PlaceKind.Out),
    };

    private void Arrange(SharingCase made)
    {
        foreach (var other in made.Others.Where(o => !o.IsStaff))
        {
            other.PrivatePc = estate.AddPrivatePc(other);
            other.Phone = estate.AddPhone(other, 1);
        }

        switch (made.Story)
        {
            case SharingStory.JobSharePartners:
                Pairs.ShareJob(made.Owner, made.Others[0]);
                break;
            case SharingStory.NewStarterWithoutAccount:
                var dice = Dice.Of(options.Seed, "account-from", made.Owner.Number);
                made.Others[0].StartDate = options.StartDate;
                made.Others[0].AccountFrom = options.StartDate.AddDays(dice.Between(21, 45));
                break;
            case SharingStory.OnColleaguesLaptop:
                made.Others[0].Laptop ??= estate.AddLaptop(made.Others[0]);
                break;
            case SharingStory.DeputyAndAssistant:
                made.Owner.Laptop ??= estate.AddLaptop(made.Owner);
                break;
            default:
                break;
        }
    }
}
