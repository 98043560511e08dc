namespace Rosewood.PolicyAdmin.Traffic.Import;

/// <summary>What ten minutes of a log held: counts, nothing about whom or what.</summary>
internal struct SlotCounts
{
    /// <summary>Slots of <see cref="CoverageSlot"/> since 1970 UTC.</summary>
    public int Slot;

    /// <summary>Well-formed lines.</summary>
    public long Lines;

    /// <summary>Of these, lines that are no request (<see cref="LogAction.Other"/>).</summary>
    public long Other;

    /// <summary>Requests without a user.</summary>
    public long NoUser;

    /// <summary>Requests without a host name.</summary>
    public long NoHost;

    /// <summary>Malformed lines after a line of this slot.</summary>
    public long Malformed;

    /// <summary>Requests to outside resolvers.</summary>
    public long EncryptedDns;

    /// <summary>Requests to VPN and web proxy services.</summary>
    public long Vpn;

    /// <summary>QUIC.</summary>
    public long Quic;

    public void Add(in SlotCounts other)
    {
        Lines += other.Lines;
        Other += other.Other;
        NoUser += other.NoUser;
        NoHost += other.NoHost;
        Malformed += other.Malformed;
        EncryptedDns += other.EncryptedDns;
        Vpn += other.Vpn;
        Quic += other.Quic;
    }
}

/// <summary>The slots of a stretch of log: a list with a memory for the slot used last, since lines mostly follow in time.</summary>
internal sealed class SlotTable
{
    private readonly Dictionary<int, int> _index = [];
    private SlotCounts[] _slots = new SlotCounts[16];
    private int _last = -1;

    public int Count { get; private set; }

    public ReadOnlySpan<SlotCounts> Slots => _slots.AsSpan(0, Count);

    /// <summary>The counts of a slot; valid until the next call.</summary>
    public ref SlotCounts this[int slot]
    {
        get
        {
            if (_last >= 0 && _slots[_last].Slot == slot)
            {
                return ref _slots[_last];
            }

            return ref Find(slot);
        }
    }

    public void Clear()
    {
        _index.Clear();
        Array.Clear(_slots, 0, Count);
        Count = 0;
        _last = -1;
    }

    private ref SlotCounts Find(int slot)
    {
        if (!_index.TryGetValue(slot, out _last))
        {
            if (Count == _slots.Length)
            {
                Array.Resize(ref _slots, Count * 2);
            }

            _last = Count++;
            _slots[_last] = new SlotCounts { Slot = slot };
            _index.Add(slot, _last);
        }

        return ref _slots[_last];
    }
}
