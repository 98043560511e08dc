using Rosewood.PolicyAdmin.SignIns.Model;

namespace Rosewood.PolicyAdmin.SignIns.Timeline;

/// <summary>A device in the sign-ins, over all accounts, with what its use shows.</summary>
/// <param name="name">The name as a person knows it.</param>
/// <param name="kind">What it is.</param>
/// <param name="assignedUser">The UPN of the person whom the inventory gives it to; null where it is nobody's, or not in the inventory.</param>
/// <param name="isInventoried">Whether the inventory has it as a school device.</param>
internal sealed class SignInDevice(string name, DeviceKind kind, string? assignedUser, bool isInventoried)
{
    private const double UsualShare = 0.6;
    private const int NearSlots = 2 * 3600 / Moment.SlotSeconds;

    /// <summary>The name as a person knows it.</summary>
    public string Name { get; } = name;

    /// <summary>What it is.</summary>
    public DeviceKind Kind { get; } = kind;

    /// <summary>The UPN of the person whom the inventory gives it to, or null.</summary>
    public string? AssignedUser { get; } = assignedUser;

    /// <summary>The room in which the inventory says that it stands, or null.</summary>
    public string? Room { get; init; }

    /// <summary>Whether the inventory has it as a school device.</summary>
    public bool IsInventoried { get; } = isInventoried;

    /// <summary>Whether the computer's own Security log was read, which would show remote sessions.</summary>
    public bool HasSecurityLog { get; set; }

    /// <summary>On how many days each account was used on it by a person; learned when all rows are read.</summary>
    public Dictionary<AccountTimeline, int> Days { get; } = [];

    /// <summary>The account whose device it is: given by the inventory or learned; null where it is nobody's or not known.</summary>
    public AccountTimeline? Owner { get; set; }

    /// <summary>Whether it stands in a room for whoever works there, and stays there.</summary>
    public bool IsRoomComputer { get; set; }

    /// <summary>Whether a person was at it outside of the school's networks: it can be carried.</summary>
    public bool WasOutside { get; set; }

    /// <summary>Where it was by its addresses, whoever used it, in order of time; learned when all rows are read.</summary>
    public List<(int Slot, PlaceKind Kind)> Places { get; } = [];

    /// <summary>Seconds by which the computer's own clock is ahead of Entra's; 0 where not known.</summary>
    public int ClockAhead { get; set; }

    /// <summary>The slot of one of its moments by Entra's clock.</summary>
    public int SlotOf(Moment moment) => moment.Source == SignInSource.Windows ? Math.Max(0, moment.Slot - (ClockAhead / Moment.SlotSeconds)) : moment.Slot;

    /// <summary>Where it was at a moment that came without an address: a room's computer in school, another where its addresses near then were.</summary>
    public PlaceKind PlaceNear(int slot)
    {
        if (IsRoomComputer)
        {
            return PlaceKind.School;
        }

        var at = Places.BinarySearch((slot, default), Comparer<(int Slot, PlaceKind Kind)>.Create((a, b) => a.Slot.CompareTo(b.Slot)));
        at = at < 0 ? ~at : at;
        var before = at > 0 ? slot - Places[at - 1].Slot : int.MaxValue;
        var after = at < Places.Count ? Places[at].Slot - slot : int.MaxValue;
        return Math.Min(before, after) > NearSlots ? PlaceKind.AtDevice : Places[before <= after ? at - 1 : at].Kind;
    }

    /// <summary>
    /// Who else mostly uses it, such as the teacher of the room or whoever has that desk; null where nobody does, or it is not known yet.
    /// </summary>
    public AccountTimeline? UsualUserBeside(AccountTimeline account)
    {
        var (top, most, all) = ((AccountTimeline?)null, 0, 0);
        foreach (var (other, days) in Days)
        {
            if (other == account)
            {
                continue;
            }

            all += days;
            if (days > most)
            {
                (top, most) = (other, days);
            }
        }

        return most >= SignInHabits.DaysToLearn && most >= UsualShare * all ? top : null;
    }

    /// <summary>Whether its clock could be compared with Entra's; where not, how far it is ahead is not known.</summary>
    public bool IsClockKnown { get; set; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
