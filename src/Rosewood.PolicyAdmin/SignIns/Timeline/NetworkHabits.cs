
namespace Rosewood.PolicyAdmin.SignIns.Timeline;

/// <summary>Learns what kind of place each address outside of the school's configured networks is.</summary>
/// <param name="timeline">The sign-ins.</param>
/// <param name="zone">The school's zone.</param>
internal sealed class NetworkHabits(SignInTimeline timeline, TimeZoneInfo zone)
{
    private const int FewAccounts = 5;
    private const double ShareOfAccounts = 0.1;
    private const double MostlyAtWork = 0.7;
    private const int AccountsAttacked = 3;
    private const int CarrierNetworks = 3;
    private const double CarrierDays = 3;
    private const double MostlyPhones = 0.8;
    private const int SamePlaceSlots = 15 * 60 / Moment.SlotSeconds;

    private readonly Dictionary<SignInNetwork, Use> _uses = [];

    /// <summary>Learns, and writes the kinds on the networks.</summary>
    public void Learn()
    {
        foreach (var account in timeline.Accounts)
        {
            foreach (var stream in account.Streams)
            {
                if (stream.Network.Configured is null && stream.Network.Kind == PlaceKind.Outside)
                {
                    Count(account, stream);
                }
            }
        }

        var many = Math.Max(FewAccounts, ShareOfAccounts * timeline.Accounts.Count);
        foreach (var (network, use) in _uses)
        {
            network.Kind = KindOf(use, many);
        }

        FindCarriers();
        foreach (var account in timeline.Accounts)
        {
            JoinPlaces(account);
        }
    }

    private static PlaceKind KindOf(Use use, double many)
    {
        if (use.Failed.Count >= AccountsAttacked && use.Settled <= 1)
        {
            return PlaceKind.Attacker;
        }

        if (use.Days.Count < many)
        {
            return PlaceKind.Outside;
        }

        return use.Computers.Count > 0 && use.AtWork >= MostlyAtWork * use.Moments ? PlaceKind.School : PlaceKind.Nowhere;
    }

    private void Count(AccountTimeline account, ActivityStream stream)
    {
        if (!_uses.TryGetValue(stream.Network, out var use))
        {
            _uses[stream.Network] = use = new Use();
        }

        foreach (var moment in stream.InOrder())
        {
            if (moment.Kind is MomentKind.WrongPassword)
            {
                use.Failed.Add(account);
            }
            else if (moment.Kind is MomentKind.Present)
            {
                if (!use.Days.TryGetValue(account, out var days))
                {
                    use.Days[account] = days = [];
                }

                days.Add(moment.Day);
                use.Moments++;
                use.AtWork += IsAtWork(moment) ? 1 : 0;
                if (stream.Device.Kind != DeviceKind.Phone)
                {
                    use.Computers.Add(account);
                }
            }
        }
    }

    private bool IsAtWork(Moment moment)
    {
        var local = TimeZoneInfo.ConvertTime(timeline.TimeOf(moment.Slot), zone);
        return local.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && local.Hour is >= 7 and < 18;
    }

    /// <summary>A carrier's block: phones alone, in many networks, each for a short time. What a laptop does there goes by a phone too.</summary>
    private void FindCarriers()
    {
        var blocks = _uses.Where(u => u.Key.Kind == PlaceKind.Outside).GroupBy(u => BlockOf(u.Key));
        foreach (var block in blocks)
        {
            var phones = block.Where(u => u.Value.Computers.Count == 0 && u.Value.Days.Count > 0).ToList();
            var stays = phones.SelectMany(u => u.Value.Days.Values).Select(d => d.Count).DefaultIfEmpty(0).Average();
            if (phones.Count >= CarrierNetworks && phones.Count >= MostlyPhones * block.Count() && stays <= CarrierDays)
            {
                foreach (var (network, _) in block)
                {
                    network.Kind = PlaceKind.Carrier;
                }
            }
        }
    }

    private static (bool, UInt128) BlockOf(SignInNetwork network) => network.AutonomousSystem is { } number
        ? (true, (UInt128)number)
        : (false, network.Prefix.Masked(network.Prefix.IsV6 ? 32 : 16).Value);

    /// <summary>One computer in two networks within minutes has not moved: they are one home's IPv4 and IPv6, or its address changed.</summary>
    private static void JoinPlaces(AccountTimeline account)
    {
        foreach (var device in account.Streams.Where(s => s.Device.Kind == DeviceKind.Computer && s.Network.Kind == PlaceKind.Outside).GroupBy(s => s.Device))
        {
            var moments = new List<(int Slot, SignInNetwork Network)>();
            foreach (var stream in device)
            {
                foreach (var moment in stream.InOrder())
                {
                    if (moment.Kind == MomentKind.Present)
                    {
                        moments.Add((moment.Slot, stream.Network));
                    }
                }
            }

            moments.Sort((a, b) => a.Slot.CompareTo(b.Slot));
            for (var i = 1; i < moments.Count; i++)
            {
                if (moments[i].Slot - moments[i - 1].Slot <= SamePlaceSlots)
                {
                    moments[i].Network.IsSamePlaceAs(moments[i - 1].Network);
                }
            }
        }
    }

    /// <summary>How one network was used.</summary>
    private sealed class Use
    {
        public Dictionary<AccountTimeline, HashSet<int>> Days { get; } = [];

        public HashSet<AccountTimeline> Computers { get; } = [];

        public HashSet<AccountTimeline> Failed { get; } = [];

        public long Moments { get; set; }

        public long AtWork { get; set; }

        /// <summary>Accounts that were there on more days than one.</summary>
        public int Settled => Days.Values.Count(d => d.Count > 1);
    }
}
