namespace Rosewood.PolicyAdmin.SignIns.Detection;

/// <summary>
/// The weights of all classes. Rates are days per active day. They are judgements from how schools work, checked against simulated
/// schools that were written without knowledge of them (benchmarks/README.md has the figures).
/// <list type="table">
/// <listheader><term>Class</term><description>Why these numbers</description></listheader>
/// <item><term>Overlap, rooms</term><description>Two room computers, there and back in under a minute or two: a person who runs next door does it
/// once in a term or two; two people do it in most weeks in which both work.</description></item>
/// <item><term>Overlap, places</term><description>A school computer and a home, there and back within twenty minutes: a person who lives
/// next door does it over lunch; addresses are sometimes wrong.</description></item>
/// <item><term>Alternation</term><description>Within ten minutes between rooms, or three quarters of an hour between places: breaks and printers
/// make it commoner among the innocent, so it needs a habit.</description></item>
/// <item><term>ForeignDevice</term><description>"Let me show you" happens to everybody a few times a year, and to helpful people more often.</description></item>
/// <item><term>Absence</term><description>Registers of absence are kept by people, and some come in for an hour while they are ill.</description></item>
/// <item><term>HandOver</term><description>One failure is everybody's; two and then success, on a device that is not one's own and where the password was news, are not.</description></item>
/// <item><term>SecondFactor</term><description>A prompt missed is common. One refused while another device of the account gets in is rare, and may be an attack.</description></item>
/// <item><term>PhoneAway</term><description>Some people forget their phone once a fortnight, on any day; while somebody else works in their name it is
/// at home each time, and where that is one half of the week, on the same weekdays. Only days on which the phone told where it was count.</description></item>
/// <item><term>LaptopAway</term><description>Only asked of days that are in question already; how often the laptop is in use on others says how much that it is not.</description></item>
/// <item><term>Travel</term><description>Places of addresses are guesses: it can tip a scale, never fill it.</description></item>
/// </list>
/// </summary>
internal static class EvidenceWeights
{
    /// <summary>A class with less than this is no second class: less than about one to three.</summary>
    public const double Counts = 1;

    /// <summary>The most that any class says, whatever it is made of.</summary>
    public const double Most = 8;

    /// <summary>One phone that answers for two people, by the second person's account.</summary>
    public const double SharedPhone = 3;

    private const double LaptopSeldomMissing = 0.15;
    private const double LaptopMost = 5;
    private const double LaptopHabit = 4;
    private static readonly BetaBinomial LaptopOfTheAbsent = new(0.9, 10);

    /// <summary>
    /// The phone at home on the very days that are in question for another reason: among people who were in school all the same one
    /// day in sixteen, among people who were not nearly all.
    /// </summary>
    public static readonly EvidenceWeight AwayInQuestion = new(0.06, 1, 0.8, 3, 5);

    /// <summary>Overlap among three rooms and more: that all of them stand close together explains little.</summary>
    public static readonly EvidenceWeight ManyRooms = new(0.001, 0.4, 0.15, 0.8, 8);

    /// <summary>Overlap between a computer in school and another place: no two rooms may stand close together behind it.</summary>
    public static readonly EvidenceWeight TwoPlaces = new(0.0003, 0.4, 0.1, 0.8, 8);

    /// <summary>What travel adds.</summary>
    public const double Travel = 0.5;

    /// <summary>The classes that go by days, and of which the school's own records tell how often they are seen.</summary>
    public static IReadOnlyList<SignInEvidenceKind> ByDays { get; } =
    [
        SignInEvidenceKind.Overlap, SignInEvidenceKind.Alternation, SignInEvidenceKind.ForeignDevice, SignInEvidenceKind.HandOver,
        SignInEvidenceKind.SecondFactor, SignInEvidenceKind.PhoneAway,
    ];

    /// <summary>
    /// The own laptop not in use on days that are in question: among people who were in school as often as on their other days (and never
    /// surely there: bags are forgotten whole), among people who were not nearly always.
    /// </summary>
    /// <param name="days">Days without it.</param>
    /// <param name="questioned">Days in question.</param>
    /// <param name="share">The part of other days on which it is in use in school.</param>
    public static double LaptopRatio(int days, int questioned, double share)
    {
        var ofThePresent = new BetaBinomial(Math.Max(LaptopSeldomMissing, 1 - share), LaptopHabit);
        return days == 0 ? 0 : Math.Clamp(LaptopOfTheAbsent.LogProbability(days, questioned) - ofThePresent.LogProbability(days, questioned), 0, LaptopMost);
    }

    /// <summary>The weight of a class that goes by days.</summary>
    public static EvidenceWeight Of(SignInEvidenceKind kind) => kind switch
    {
        SignInEvidenceKind.Overlap => new EvidenceWeight(0.001, 0.4, 0.15, 0.8, 6),
        SignInEvidenceKind.Alternation => new EvidenceWeight(0.004, 0.5, 0.2, 0.8, 5),
        SignInEvidenceKind.ForeignDevice => new EvidenceWeight(0.01, 0.3, 0.2, 0.8, 5),
        SignInEvidenceKind.Absence => new EvidenceWeight(0.04, 0.8, 0.5, 1, 6),
        SignInEvidenceKind.HandOver => new EvidenceWeight(0.0005, 0.5, 0.015, 0.8, 3.5),
        SignInEvidenceKind.PhoneAway => new EvidenceWeight(0.05, 2, 0.4, 1, 5),
        SignInEvidenceKind.SecondFactor => new EvidenceWeight(0.004, 0.5, 0.04, 0.8, 3.5),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
    };
}
