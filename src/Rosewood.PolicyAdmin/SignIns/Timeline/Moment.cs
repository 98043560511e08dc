namespace Rosewood.PolicyAdmin.SignIns.Timeline;

/// <summary>
/// One slot of 15 seconds in which something happened, in 32 bits that sort by time: 24 bits of slot since the timeline's beginning
/// (almost eight years), four bits of kind, two of source. The same sign-in read twice, or from two files, is the same moment.
/// </summary>
/// <param name="Code">The bits.</param>
internal readonly record struct Moment(uint Code) : IComparable<Moment>
{
    /// <summary>Length of a slot in seconds: short enough to keep two typed passwords apart.</summary>
    public const int SlotSeconds = 15;

    /// <summary>Slots in a day.</summary>
    public const int SlotsPerDay = 86400 / SlotSeconds;

    /// <summary>How many slots there are.</summary>
    public const int Slots = 1 << 24;

    private const int KindShift = 4;
    private const int SlotShift = 8;
    private const uint LogonBit = 1 << 2;

    /// <summary>Puts a moment together.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="kind">What it shows.</param>
    /// <param name="source">Which record says so.</param>
    /// <param name="isLogon">Whether it is Entra's record of a logon to Windows itself, which the computer records too.</param>
    public Moment(int slot, MomentKind kind, Model.SignInSource source, bool isLogon)
        : this(((uint)slot << SlotShift) | ((uint)kind << KindShift) | (isLogon ? LogonBit : 0) | (uint)source)
    {
    }

    /// <summary>The slot since the timeline's beginning.</summary>
    public int Slot => (int)(Code >> SlotShift);

    /// <summary>The day since the timeline's beginning, in UTC.</summary>
    public int Day => Slot / SlotsPerDay;

    /// <summary>What it shows.</summary>
    public MomentKind Kind => (MomentKind)((Code >> KindShift) & 15);

    /// <summary>Which record says so.</summary>
    public Model.SignInSource Source => (Model.SignInSource)(Code & 3);

    /// <summary>Whether it is Entra's record of a logon to Windows itself.</summary>
    public bool IsLogon => (Code & LogonBit) != 0;

    /// <inheritdoc/>
    public int CompareTo(Moment other) => Code.CompareTo(other.Code);
}
