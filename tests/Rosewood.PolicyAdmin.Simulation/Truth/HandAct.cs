using Rosewood.PolicyAdmin.Simulation.Model;

namespace Rosewood.PolicyAdmin.Simulation.Truth;

/// <summary>Something done by hand that a file of the school shows, and what the file tells of where it was.</summary>
/// <param name="At">The time that the file shows, milliseconds since 1970 UTC.</param>
/// <param name="Person">Whose hands: the truth.</param>
/// <param name="Account">The account.</param>
/// <param name="Device">The machine.</param>
/// <param name="Room">The room of a PC that stands in one, when the file names the PC and it is not remote desktop.</param>
/// <param name="IsOutside">Whether the address is outside the school for certain.</param>
/// <param name="HasGoodClock">Whether the time can be trusted to some seconds.</param>
internal sealed record HandAct(long At, SimulatedPerson Person, SimulatedAccount Account, SimulatedDevice Device, Place? Room, bool IsOutside, bool HasGoodClock)
{
    private const int GoodClock = 5000;

    /// <summary>What the files that the school hands over show of successful work by hand, in order.</summary>
    public static List<HandAct> Of(IEnumerable<SignIn> signIns, IEnumerable<WindowsEvent> events, Sources sources)
    {
        var acts = new List<HandAct>();
        if (sources.HasFlag(Sources.SignIns))
        {
            acts.AddRange(signIns.Where(s => s is { Actor: not null, IsInteractive: true, ErrorCode: 0 }).Select(Of));
        }

        if (sources.HasFlag(Sources.SecurityEvents))
        {
            acts.AddRange(events.Where(e => e is { Actor: not null, Account: not null, Id: 4624, LogonType: 2 or 7 or 11 }).Select(Of));
        }

        acts.Sort((a, b) => a.At.CompareTo(b.At));
        return acts;
    }

    private static HandAct Of(SignIn s)
    {
        var isRemote = s.Device.StandsIn is { } room && room != s.Place;
        var names = s.Device.Kind == DeviceKind.RoomPc && s.DeviceId.Length > 0 && !isRemote;
        var isOutside = s.Egress.Kind is EgressKind.Home or EgressKind.OtherSite or EgressKind.Abroad;
        return new HandAct(s.At, s.Actor!, s.Account, s.Device, names ? s.Place : null, isOutside, HasGoodClock: true);
    }

    private static HandAct Of(WindowsEvent e) => new(
        e.Shown, e.Actor!, e.Account!, e.Device, e.Device.Kind == DeviceKind.RoomPc && e.Device.StandsIn == e.Place ? e.Place : null, IsOutside: false, Math.Abs(e.Device.ClockOffset) < GoodClock);
}
