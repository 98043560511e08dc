using Rosewood.PolicyAdmin.Simulation.Making;
using Rosewood.PolicyAdmin.Simulation.Model;

namespace Rosewood.PolicyAdmin.Simulation.Living;

/// <summary>Turns people's use of PCs and laptops into what Windows and the cloud write down.</summary>
internal sealed class Desk(SchoolOptions options, Networks networks, Records records, Passwords passwords)
{
    private const long Second = 1000;

    private static readonly CloudApp[] InBrowser = [CloudApp.Register, CloudApp.OutlookWeb, CloudApp.OfficeHome, CloudApp.Register];
    private static readonly CloudApp[] ByMachine = [CloudApp.Office, CloudApp.Teams, CloudApp.OneDrive, CloudApp.Office];

    private readonly Dictionary<(SimulatedDevice, SimulatedAccount), Session> _sessions = [];

    public void Perform(DeviceUse use)
    {
        var dice = passwords.DiceFor(use);
        switch (use.Kind)
        {
            case UseKind.Windows:
                InWindows(use, dice);
                break;
            case UseKind.Remote:
                Remotely(use, dice);
                break;
            default:
                InABrowser(use, dice);
                break;
        }
    }

    /// <summary>Most PCs switch off in the evening; what was left signed in at others goes on asking for tokens.</summary>
    public void EndDay(DayBook day)
    {
        foreach (var (key, session) in _sessions.ToList())
        {
            var (device, account) = key;
            if (device.Kind != DeviceKind.RoomPc)
            {
                continue;
            }

            var owner = account.Owner!;
            var stays = owner.Does(Behaviour.PcLeftSignedIn) && session.Opener == owner;
            Refresh(session, device, account, stays ? day.At(1440) : Math.Max(session.RefreshedTo, day.At(1110)), 80, owner, device.StandsIn!);
            if (stays)
            {
                account.Note(Behaviour.PcLeftSignedIn);
            }
            else
            {
                _sessions.Remove(key);
            }
        }
    }

    private void InWindows(DeviceUse use, Dice dice)
    {
        var key = (use.Device, use.Account);
        var at = use.From + dice.Between(0L, 5 * Second);
        if (!TypePassword(use, ref at, dice, inWindows: true) || at >= use.To)
        {
            return;
        }

        var isOpen = _sessions.TryGetValue(key, out var session) && !(use.Device.Kind == DeviceKind.Laptop && at - session.LastSeen > 10 * 60 * UkTime.Minute && dice.Chance(0.3));
        if (!isOpen || session is null)
        {
            session = new Session(records.NextLogonId(), at, use.Actor, use.Place);
            _sessions[key] = session;
            LogOn(use, session, at, use.Place.IsInSchool ? 2 : 11, dice);
        }
        else
        {
            if (use.Device.Kind == DeviceKind.RoomPc)
            {
                Refresh(session, use.Device, use.Account, at, 80, use.Actor, use.Place);
            }

            Unlock(use, session, at);
        }

        session.RefreshedTo = Math.Max(session.RefreshedTo, at);
        session.Place = use.Place;
        Work(use, session, at, dice);
        Refresh(session, use.Device, use.Account, use.To, 45, use.Actor, use.Place);
        session.LastSeen = use.To;
        if (use.LogsOff)
        {
            LogOff(use, session);
        }
    }

    private void LogOn(DeviceUse use, Session session, long at, int type, Dice dice, string address = "127.0.0.1", string name = "")
    {
        var desktop = dice.Between(1, 9);
        records.Event(4624, at - 400, use.Device, null, use.Place, null, 2, session.LogonId - 3, machineAccount: FormattableString.Invariant($"UMFD-{desktop}"));
        records.Event(4624, at - 200, use.Device, null, use.Place, null, 2, session.LogonId - 2, machineAccount: FormattableString.Invariant($"DWM-{desktop}"));
        records.Event(4624, at, use.Device, use.Account, use.Place, use.Actor, type, session.LogonId, address, name);
        if (dice.Chance(0.3))
        {
            records.Event(4624, at + 900, use.Device, null, use.Place, null, 5, 0x3E7, machineAccount: "SYSTEM");
        }

        if (dice.Chance(0.85))
        {
            var egress = networks.Of(use.Device, use.Kind == UseKind.Remote ? use.Device.StandsIn! : use.Place, use.Actor, at);
            records.SignIn(at + dice.Between(1200L, 4500L), use.Account, CloudApp.Windows, use.Device, egress, use.Place, use.Actor, factor: SecondFactor.InToken);
        }
    }

    private void Unlock(DeviceUse use, Session session, long at)
    {
        records.Event(4624, at, use.Device, use.Account, use.Place, use.Actor, 7, session.LogonId + 1, "127.0.0.1");
        records.Event(4634, at + 40, use.Device, use.Account, use.Place, null, 7, session.LogonId + 1);
    }

    private void LogOff(DeviceUse use, Session session)
    {
        records.Event(4647, use.To - 900, use.Device, use.Account, use.Place, use.Actor, logonId: session.LogonId);
        records.Event(4634, use.To, use.Device, use.Account, use.Place, null, 2, session.LogonId);
        _sessions.Remove((use.Device, use.Account));
    }

    /// <summary>A person at work: the screen locks and is unlocked, web pages ask for a sign-in.</summary>
    private void Work(DeviceUse use, Session session, long from, Dice dice)
    {
        var at = from + (long)(dice.Between(20, 240) * Second);
        if (at < use.To && dice.Chance(0.5))
        {
            SignInToPage(use, at, dice);
        }

        at = from;
        while ((at += (long)((4 + dice.Wait(32)) * UkTime.Minute)) < use.To - Second)
        {
            if (dice.Chance(0.6))
            {
                Unlock(use, session, at);
            }

            if (dice.Chance(0.35) && at + (40 * Second) < use.To)
            {
                SignInToPage(use, at + dice.Between(5 * Second, 40 * Second), dice);
            }
        }
    }

    private void SignInToPage(DeviceUse use, long at, Dice dice)
    {
        var place = use.Kind == UseKind.Remote ? use.Device.StandsIn! : use.Place;
        Note(use, place);
        records.SignIn(at, use.Account, dice.Pick(InBrowser), use.Device, networks.Of(use.Device, place, use.Actor, at), use.Place, use.Actor, factor: SecondFactor.InToken);
    }

    private static void Note(DeviceUse use, Place place)
    {
        if (use.Device.HidesDeviceId)
        {
            use.Account.Note(Behaviour.EmptyDeviceId);
        }

        if (Math.Abs(use.Device.ClockOffset) > 5000)
        {
            use.Account.Note(Behaviour.ClockOffset);
        }

        if (place.IsInSchool && use.Device.Kind == DeviceKind.RoomPc && use.Actor.Does(Behaviour.CloudProxy))
        {
            use.Account.Note(Behaviour.CloudProxy);
        }
    }

    private void Remotely(DeviceUse use, Dice dice)
    {
        InABrowser(use with { Device = use.Through!, To = use.From + UkTime.Minute, Kind = UseKind.Browser }, dice);
        var at = use.From + (70 * Second);
        var address = FormattableString.Invariant($"10.60.0.{10 + (use.Actor.Number % 200)}");
        var name = FormattableString.Invariant($"DESKTOP-{(use.Actor.Number * 7919) % 100000:00000}");
        var key = (use.Device, use.Account);
        if (_sessions.TryGetValue(key, out var session))
        {
            records.Event(4624, at, use.Device, use.Account, use.Place, use.Actor, 10, session.LogonId + 2, address, name);
            records.Event(4778, at + 300, use.Device, use.Account, use.Place, use.Actor, logonId: session.LogonId, remoteAddress: address, remoteName: name);
        }
        else
        {
            session = new Session(records.NextLogonId(), at, use.Actor, use.Place);
            _sessions[key] = session;
            LogOn(use, session, at, 10, dice, address, name);
        }

        session.RefreshedTo = Math.Max(session.RefreshedTo, at);
        if (use.To > at + (4 * UkTime.Minute))
        {
            SignInToPage(use, at + dice.Between(60 * Second, 200 * Second), dice);
        }

        Refresh(session, use.Device, use.Account, use.To, 45, use.Actor, use.Device.StandsIn!);
        records.Event(4779, use.To, use.Device, use.Account, use.Place, use.Actor, logonId: session.LogonId, remoteAddress: address, remoteName: name);
        session.LastSeen = use.To;
    }

    private void InABrowser(DeviceUse use, Dice dice)
    {
        var at = use.From + dice.Between(0L, 15 * Second);
        if (!TypePassword(use, ref at, dice, inWindows: false) || at >= use.To)
        {
            return;
        }

        var egress = networks.Of(use.Device, use.Place, use.Actor, at);
        var (factor, approver) = (SecondFactor.InToken, (SimulatedDevice?)null);
        if (passwords.NeedsSecondFactor(use.Account, use.Device, egress, at) && !TrySecondFactor(use, egress, ref at, dice, out factor, out approver))
        {
            return;
        }

        records.SignIn(at, use.Account, dice.Pick(InBrowser), use.Device, egress, use.Place, use.Actor, factor: factor, approver: approver);
        Note(use, use.Place);
        NoteHome(use, egress);
        for (var next = at + (long)((6 + dice.Wait(25)) * UkTime.Minute); next < use.To; next += (long)((6 + dice.Wait(25)) * UkTime.Minute))
        {
            SignInToPage(use, next, dice);
        }

        var refresh = new Session(0, at, use.Actor, use.Place) { RefreshedTo = at };
        Refresh(refresh, use.Device, use.Account, use.To, 30, use.Actor, use.Place);
    }

    private static void NoteHome(DeviceUse use, Egress egress)
    {
        if (egress.Kind == EgressKind.Home && egress.Address.Contains(':', StringComparison.Ordinal) && use.Actor == use.Account.Owner)
        {
            use.Account.Note(Behaviour.Ipv6Privacy);
        }

        if (use.Actor.Does(Behaviour.CoupleAtHome) && use.Place.Kind == PlaceKind.Home && use.Actor == use.Account.Owner)
        {
            use.Account.Note(Behaviour.CoupleAtHome);
        }
    }

    private bool TrySecondFactor(DeviceUse use, Egress egress, ref long at, Dice dice, out SecondFactor factor, out SimulatedDevice? approver)
    {
        var isOwner = use.Actor == use.Account.Owner;
        var registers = use.Case?.RegistersOthersPhone == true;
        approver = isOwner || !registers ? use.Account.Owner?.Phone : use.Actor.Phone;
        factor = isOwner || registers || dice.Chance(0.4) ? SecondFactor.App : SecondFactor.PhoneCall;
        var misses = isOwner ? use.Actor.Does(Behaviour.MissedMfa) && (dice.Chance(0.6) || !use.Account.Occurred.Contains(Behaviour.MissedMfa)) : !registers && dice.Chance(0.35);
        if (misses)
        {
            if (isOwner)
            {
                use.Account.Note(Behaviour.MissedMfa);
            }

            records.SignIn(at, use.Account, CloudApp.OfficeHome, use.Device, egress, use.Place, use.Actor, 500121, !isOwner && dice.Chance(0.5) ? SecondFactor.Refused : SecondFactor.Missed);
            at += dice.Between(40 * Second, 150 * Second);
        }

        return at < use.To;
    }

    /// <summary>Types the password, wrong at first perhaps; the time goes on.</summary>
    /// <returns>Whether the sign-in can go on.</returns>
    private bool TypePassword(DeviceUse use, ref long at, Dice dice, bool inWindows)
    {
        var (wrong, why, mustAsk) = passwords.Try(use, dice);
        for (var i = 0; i < wrong; i++)
        {
            if (inWindows)
            {
                records.Event(4625, at, use.Device, use.Account, use.Place, use.Actor, 2, remoteAddress: "127.0.0.1");
            }
            else
            {
                records.SignIn(at, use.Account, CloudApp.OfficeHome, use.Device, networks.Of(use.Device, use.Place, use.Actor, at), use.Place, use.Actor, 50126);
            }

            at += dice.Between(7 * Second, 25 * Second);
        }

        if (why is { } behaviour)
        {
            use.Account.Note(behaviour);
        }

        // The password was changed: the owner has to be asked for it.
        at += mustAsk ? dice.Between(2, 25) * UkTime.Minute : 0;
        return at < use.To;
    }

    private void Refresh(Session session, SimulatedDevice device, SimulatedAccount account, long to, double minutes, SimulatedPerson person, Place place)
    {
        var dice = Dice.Of(options.Seed, "refresh", account.Rid, session.RefreshedTo, device.Name.Length);
        var mean = minutes / options.TokenRefreshFactor;
        var at = session.RefreshedTo;
        while ((at += (long)((mean * 0.4 * UkTime.Minute) + (dice.Wait(mean * 0.6) * UkTime.Minute)) + 1) < to)
        {
            records.SignIn(at, account, dice.Pick(ByMachine), device, networks.Of(device, place, person, at), place, actor: null);
        }

        session.RefreshedTo = Math.Max(session.RefreshedTo, to);
    }

    private sealed class Session(long logonId, long openedAt, SimulatedPerson opener, Place place)
    {
        public long LogonId { get; } = logonId;

        public SimulatedPerson Opener { get; } = opener;

        public long RefreshedTo { get; set; } = openedAt;

        public long LastSeen { get; set; } = openedAt;

        public Place Place { get; set; } = place;
    }
}
