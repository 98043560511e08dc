using Rosewood.PolicyAdmin.Simulation.Making;
using Rosewood.PolicyAdmin.Simulation.Model;

namespace Rosewood.PolicyAdmin.Simulation.Truth;

/// <summary>What one day's work by hand with one account proves.</summary>
internal sealed class DayProofs(SimulatedPerson owner, DateOnly day, IReadOnlyList<HandAct> acts, IReadOnlyList<HandAct> others, Sources sources)
{
    private const long RoomToRoom = 60_000;
    private const long SchoolToOutside = 10 * UkTime.Minute;
    private const long HalfAnHour = 30 * UkTime.Minute;
    private const long AtTheDesk = 10 * UkTime.Minute;
    private const long OfThePhone = 20 * UkTime.Minute;

    public IEnumerable<Proof> All(IReadOnlyList<Absence> absences, IReadOnlyList<HandAct> ofOthers, IReadOnlyList<SignIn> ofPhone)
    {
        if (sources.HasFlag(Sources.Absences) && others.Any(o => o.Room is not null) && absences.Any(a => a.Person == owner && a.From <= day && a.To >= day))
        {
            yield return new Proof(day, ProofKind.OwnerAbsent, 1);
        }

        if (others.Any(o => acts.Any(a => a.Person != o.Person && AreTooFar(a, o))))
        {
            yield return new Proof(day, ProofKind.TwoPlaces, 1);
        }

        if (GoesToAndFro() || GoesOutAndBack())
        {
            yield return new Proof(day, ProofKind.ToAndFro, 1);
        }

        if (sources.HasFlag(Sources.Registers) && others.Any(o => o.Device.Kind == DeviceKind.Laptop && o.Device.Of is { } user && user != owner && IsThere(ofOthers, user, o, 24 * 60 * UkTime.Minute)))
        {
            yield return new Proof(day, ProofKind.AnothersLaptop, 1);
        }

        if (others.Any(o => o.Room is { } room && room != owner.Room && room != owner.SecondRoom && o.Person.Pc == o.Device && IsThere(ofOthers, o.Person, o, AtTheDesk)))
        {
            yield return new Proof(day, ProofKind.AnothersDesk, 0.5);
        }

        if (sources.HasFlag(Sources.SignIns) && !acts[0].Account.Occurred.Contains(Behaviour.PhoneForgottenAtHome) && others.Any(o => o.Room is not null && ofPhone.Any(p => Math.Abs(p.At - o.At) < OfThePhone)))
        {
            yield return new Proof(day, ProofKind.PhoneAtHome, 0.5);
        }
    }

    private static bool AreTooFar(HandAct a, HandAct b)
    {
        if (!a.HasGoodClock || !b.HasGoodClock)
        {
            return false;
        }

        var apart = Math.Abs(a.At - b.At);
        return (a.Room is not null && b.Room is not null && a.Room != b.Room && apart < RoomToRoom)
            || (((a.Room is not null && b.IsOutside) || (b.Room is not null && a.IsOutside)) && apart < SchoolToOutside);
    }

    private static bool IsThere(IReadOnlyList<HandAct> ofOthers, SimulatedPerson user, HandAct act, long within) =>
        ofOthers.Any(o => o.Device == act.Device && o.Account == user.Account && Math.Abs(o.At - act.At) < within && UkTime.DayOf(o.At) == UkTime.DayOf(act.At));

    /// <summary>In a room, outside, and in a room again, too soon for two journeys.</summary>
    private bool GoesOutAndBack()
    {
        var placed = acts.Where(a => (a.Room is not null || a.IsOutside) && a.HasGoodClock).ToList();
        for (var i = 1; i < placed.Count - 1; i++)
        {
            var (before, outside, after) = (placed[i - 1], placed[i], placed[i + 1]);
            if (before.Room is not null && outside.IsOutside && after.Room is not null && after.At - before.At < HalfAnHour && (before.Person != outside.Person || after.Person != outside.Person))
            {
                return true;
            }
        }

        return false;
    }

    private bool GoesToAndFro()
    {
        var inRooms = acts.Where(a => a.Room is not null && a.HasGoodClock).ToList();
        var changes = new List<(long At, bool HasOther)>();
        for (var i = 1; i < inRooms.Count; i++)
        {
            if (inRooms[i].Room != inRooms[i - 1].Room)
            {
                changes.Add((inRooms[i].At, inRooms[i].Person != inRooms[i - 1].Person));
            }
        }

        for (var i = 3; i < changes.Count; i++)
        {
            if (changes[i].At - changes[i - 3].At < HalfAnHour && changes[i].HasOther)
            {
                return true;
            }
        }

        return false;
    }
}
