namespace Rosewood.PolicyAdmin.Traffic.Import;

/// <summary>What one hour of a log held: counts, nothing about whom or what.</summary>
internal struct HourCounts
{
    /// <summary>Hours since 1970 UTC.</summary>
    public int Hour;

    /// <summary>Well-formed lines.</summary>
    public long Lines;

    /// <summary>Of these, lines that are no request (<see cref="LogAction.Other"/>).</summary>
    public long Other;

    /// <summary>Requests without a user.</summary>
    public long NoUser;

    /// <summary>Requests without a host name.</summary>
    public long NoHost;

    /// <summary>Malformed lines after a line of this hour.</summary>
    public long Malformed;

    /// <summary>Requests to outside resolvers.</summary>
    public long EncryptedDns;

    /// <summary>Requests to VPN and web proxy services.</summary>
    public long Vpn;

    /// <summary>QUIC.</summary>
    public long Quic;

    public void Add(in HourCounts other)
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

/// <summary>The hours of a stretch of log: a list with a memory for the hour used last, since lines mostly follow in time.</summary>
internal sealed class HourTable
{
    private readonly Dictionary<int, int> _index = [];
    private HourCounts[] _hours = new HourCounts[16];
    private int _last = -1;

    public int Count { get; private set; }

    public ReadOnlySpan<HourCounts> Hours => _hours.AsSpan(0, Count);

    /// <summary>The counts of an hour; valid until the next call.</summary>
    public ref HourCounts this[int hour]
    {
        get
        {
            if (_last >= 0 && _hours[_last].Hour == hour)
            {
                return ref _hours[_last];
            }

            return ref Find(hour);
        }
    }

    public void Clear()
    {
        _index.Clear();
        Array.Clear(_hours, 0, Count);
        Count = 0;
        _last = -1;
    }

    private ref HourCounts Find(int hour)
    {
        if (!_index.TryGetValue(hour, out _last))
        {
            if (Count == _hours.Length)
            {
                Array.Resize(ref _hours, Count * 2);
            }

            _last = Count++;
            _hours[_last] = new HourCounts { Hour = hour };
            _index.Add(hour, _last);
        }

        return ref _hours[_last];
    }
}
