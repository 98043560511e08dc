using Rosewood.PolicyAdmin.Simulation.Living;
using Rosewood.PolicyAdmin.Simulation.Making;
using Rosewood.PolicyAdmin.Simulation.Model;

namespace Rosewood.PolicyAdmin.Simulation.Sharing;

/// <summary>What people do on a day with an account that is not theirs.</summary>
internal sealed class CaseActs(SchoolOptions options, Estate estate)
{
    /// <summary>Moves people to where the story needs them; before anybody's day is lived.</summary>
    public void Prepare(SharingCase made, DayBook day)
    {
        var (owner, other) = (made.Owner, made.Others[0]);
        var dice = Dice.Of(options.Seed, "prepare", owner.Number, day.Date.DayNumber);
        switch (made.Story)
        {
            case SharingStory.TeacherLoginToAssistant when day.AtWork.Contains(owner) && day.AtWork.Contains(other):
                // The teacher is called away in a lesson; the assistant goes on with the class.
                var (from, to) = dice.Chance(0.5) ? (664, 664 + dice.Between(20, 80)) : (796, 796 + dice.Between(20, 110));
                var away = dice.Between(1, 10) switch { <= 4 => Rooms.Meeting, <= 6 => Rooms.Staff, <= 7 => Rooms.Hall, _ => owner.SecondRoom };
                day[owner].Visit(day.At(from), day.At(to), away);
                day[other].Visit(day.At(from - 2), day.At(to + 3), owner.Room);
                break;
            case SharingStory.IllTeachersRegister when day.AtWork.Contains(other) && day.Absent.Contains(owner):
                day[other].Visit(day.At(521), day.At(dice.Between(535, 545)), owner.Room);
                day[other].Visit(day.At(794), day.At(dice.Between(804, 812)), owner.Room);
                break;
            case SharingStory.DeputyAndAssistant when day.AtWork.Contains(owner) && day.AtWork.Contains(other):
                day[owner].Visit(day.At(dice.About(570, 15)), day.At(dice.About(860, 30)), Rooms.OtherSite);
                break;
            default:
                break;
        }
    }

    /// <summary>Lets the others use the account.</summary>
    /// <returns>Whether one did.</returns>
    public bool Act(SharingCase made, DayBook day)
    {
        var dice = Dice.Of(options.Seed, "act", made.Owner.Number, day.Date.DayNumber);
        var other = made.Others[0];
        var isAtWork = day.AtWork.Contains(other);
        return made.Story switch
        {
            SharingStory.TeacherLoginToAssistant => isAtWork && WhileOwnerIsAway(made, day, other, made.Owner.Pc!, dice),
            SharingStory.IllTeachersRegister => isAtWork && day.Absent.Contains(made.Owner) && WhileOwnerIsAway(made, day, other, made.Owner.Pc!, dice),
            SharingStory.OfficePair => isAtWork && AtOwnPc(made, day, other, other.Pc!, dice.Between(2, 4), dice),
            SharingStory.NewStarterWithoutAccount => isAtWork && day.Date < other.AccountFrom && AllDay(made, day, other, dice),
            SharingStory.JobSharePartners => isAtWork && !day.AtWork.Contains(made.Owner) && AllDay(made, day, other, dice),
            SharingStory.OnColleaguesLaptop => isAtWork && OnLaptop(made, day, other, dice),
            SharingStory.HandedRoundTeam => Team(made, day, dice),
            SharingStory.FriendAtHome => AtFriends(made, day, other, dice),
            _ => isAtWork && day[made.Owner].Stays.Any(s => s.Place == Rooms.OtherSite) && ForDeputy(made, day, other, dice),
        };
    }

    /// <summary>Whether somebody works with another's account on this day in place of the own.</summary>
    public static bool Replaces(SharingCase made) => made.Story is SharingStory.JobSharePartners or SharingStory.NewStarterWithoutAccount;

    private static bool Use(SharingCase made, DayBook day, SimulatedPerson actor, SimulatedDevice device, double from, double minutes, Place place, bool? inWindows = null)
    {
        var start = day.At(from);
        return UseAt(made, day, actor, device, start, start + (long)(minutes * UkTime.Minute), place, inWindows ?? made.UsesWindows);
    }

    private static bool UseAt(SharingCase made, DayBook day, SimulatedPerson actor, SimulatedDevice device, long from, long to, Place place, bool inWindows) =>
        day.Use(new DeviceUse(actor, made.Account, device, from, to, inWindows ? UseKind.Windows : UseKind.Browser, place) { Case = made });

    private static bool WhileOwnerIsAway(SharingCase made, DayBook day, SimulatedPerson other, SimulatedDevice pc, Dice dice)
    {
        var acted = false;
        foreach (var stay in day[other].Stays.Where(s => s.Place == pc.StandsIn).ToList())
        {
            foreach (var (from, to) in Without(stay, day[made.Owner], pc.StandsIn!))
            {
                if (to - from < 8 * UkTime.Minute || (acted && dice.Chance(0.5)))
                {
                    continue;
                }

                var begin = from + (dice.Between(1, 4) * UkTime.Minute);
                acted |= UseAt(made, day, other, pc, begin, Math.Min(to - UkTime.Minute, begin + (dice.Between(6, 60) * UkTime.Minute)), stay.Place, made.UsesWindows);
            }
        }

        return acted;
    }

    private static IEnumerable<(long From, long To)> Without(Stay stay, Itinerary owner, Place room)
    {
        var from = stay.From;
        foreach (var there in owner.Stays.Where(s => s.Place == room && s.To > stay.From && s.From < stay.To))
        {
            yield return (from, there.From);
            from = there.To;
        }

        yield return (from, stay.To);
    }

    private static bool AtOwnPc(SharingCase made, DayBook day, SimulatedPerson other, SimulatedDevice pc, int spells, Dice dice)
    {
        var acted = false;
        for (var i = 0; i < spells; i++)
        {
            acted |= Use(made, day, other, pc, dice.About(720, 200), dice.Between(8, 45), pc.StandsIn!);
        }

        return acted;
    }

    private bool AllDay(SharingCase made, DayBook day, SimulatedPerson other, Dice dice)
    {
        var acted = false;
        foreach (var stay in day[other].Stays.Where(s => s.Place.IsInSchool && s.Minutes > 25).ToList())
        {
            if (estate.In(stay.Place).FirstOrDefault() is { } pc)
            {
                acted |= UseAt(made, day, other, pc, stay.From + (dice.Between(2, 12) * UkTime.Minute), stay.To - (dice.Between(1, 8) * UkTime.Minute), stay.Place, inWindows: true);
            }
        }

        return acted;
    }

    private static bool OnLaptop(SharingCase made, DayBook day, SimulatedPerson other, Dice dice)
    {
        var acted = false;
        var stays = day[other].Stays.Where(s => s.Place.IsInSchool && s.Minutes > 30).ToList();
        if (stays.Count > 0)
        {
            var stay = dice.Pick(stays);
            var from = stay.From + (dice.Between(2, 10) * UkTime.Minute);
            acted = UseAt(made, day, other, other.Laptop!, from, from + (dice.Between(15, 60) * UkTime.Minute), stay.Place, made.UsesWindows);
        }

        return (dice.Chance(0.3) && Use(made, day, other, other.Laptop!, dice.About(1215, 40), dice.Between(15, 50), other.Home)) || acted;
    }

    private bool Team(SharingCase made, DayBook day, Dice dice)
    {
        var acted = false;
        foreach (var member in made.Others.Where(day.AtWork.Contains))
        {
            if (dice.Chance(0.65) && estate.In(member.Room).FirstOrDefault() is { } pc)
            {
                acted |= AtOwnPc(made, day, member, pc, dice.Between(1, 2), dice);
            }
        }

        return acted;
    }

    private static bool AtFriends(SharingCase made, DayBook day, SimulatedPerson friend, Dice dice)
    {
        var isDaytime = dice.Chance(0.6);
        return Use(made, day, friend, friend.PrivatePc!, isDaytime ? dice.About(720, 150) : dice.About(1210, 60), dice.Between(20, 90), friend.Home, inWindows: false);
    }

    private static bool ForDeputy(SharingCase made, DayBook day, SimulatedPerson other, Dice dice)
    {
        var acted = false;
        for (var i = dice.Between(2, 3); i > 0; i--)
        {
            acted |= Use(made, day, other, other.Pc!, dice.About(710, 110), dice.Between(10, 35), other.Room, made.UsesWindows && dice.Chance(0.4));
        }

        return acted;
    }
}
