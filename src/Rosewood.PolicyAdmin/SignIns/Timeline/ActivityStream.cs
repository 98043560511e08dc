using System.Runtime.InteropServices;

namespace Rosewood.PolicyAdmin.SignIns.Timeline;

/// <summary>
/// The moments of one account on one device in one network. A moment is kept once, so the size is bounded by the time that passes,
/// not by the rows that are read.
/// </summary>
internal sealed class ActivityStream(SignInDevice device, SignInNetwork network)
{
    private const int FirstCompaction = 256;
    private readonly List<Moment> _moments = [];
    private int _compactAt = FirstCompaction;
    private bool _isSorted = true;

    /// <summary>The device.</summary>
    public SignInDevice Device { get; } = device;

    /// <summary>The network.</summary>
    public SignInNetwork Network { get; } = network;

    /// <summary>Keeps a moment.</summary>
    public void Add(Moment moment)
    {
        if (_moments.Count >= _compactAt)
        {
            Compact();
            _compactAt = Math.Max(FirstCompaction, _moments.Count * 2);
        }

        if (_moments.Count > 0)
        {
            var last = _moments[^1];
            if (last == moment)
            {
                return;
            }

            _isSorted &= last.Code < moment.Code;
        }

        _moments.Add(moment);
    }

    /// <summary>The moments in order, each once.</summary>
    public ReadOnlySpan<Moment> InOrder()
    {
        Compact();
        return CollectionsMarshal.AsSpan(_moments);
    }

    private void Compact()
    {
        if (_isSorted)
        {
            return;
        }

        _moments.Sort();
        var kept = 1;
        for (var i = 1; i < _moments.Count; i++)
        {
            if (_moments[i] != _moments[kept - 1])
            {
                _moments[kept++] = _moments[i];
            }
        }

        _moments.RemoveRange(kept, _moments.Count - kept);
        _isSorted = true;
    }
}
