using Rosewood.PolicyAdmin.Traffic;

namespace Rosewood.PolicyAdmin.Tests.Traffic;

public sealed class MachineRhythmTests
{
    private static readonly DateTimeOffset Midnight = new(2026, 11, 10, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_poll_every_ten_minutes_through_the_night_is_a_machine()
    {
        var day = Polls(TimeSpan.FromMinutes(10), count: 144);

        var rhythm = MachineRhythm.Find(day, IsNight);

        rhythm.ShouldNotBeNull();
        day.ShouldAllBe(v => rhythm.Covers(v));
    }

    [Fact]
    public void One_long_visit_of_polls_every_two_minutes_is_a_machine()
    {
        const int Polls = 150;
        var visit = Visit(Midnight, Midnight.AddMinutes(2 * (Polls - 1)), Polls, smallest: 900, largest: 1100, gapSquares: (Polls - 1) * 120.0 * 120.0);

        MachineRhythm.Find([visit], IsNight).ShouldNotBeNull().Covers(visit).ShouldBeTrue();
    }

    [Fact]
    public void A_fast_poll_is_one_long_visit_that_only_reaches_into_the_night()
    {
        const int Evening = 88;
        const int Morning = 105;
        var evening = Visit(Midnight.AddHours(18.07), Midnight.AddHours(18.07).AddMinutes(4 * (Evening - 1)), Evening, smallest: 900, largest: 1100, gapSquares: (Evening - 1) * 240.0 * 240.0);
        var morning = Visit(Midnight.AddHours(0.05), Midnight.AddHours(0.05).AddMinutes(4 * (Morning - 1)), Morning, smallest: 900, largest: 1100, gapSquares: (Morning - 1) * 240.0 * 240.0);

        var rhythm = MachineRhythm.Find([morning, evening], IsNight).ShouldNotBeNull();
        rhythm.Covers(morning).ShouldBeTrue();
        rhythm.Covers(evening).ShouldBeTrue();
    }

    [Fact]
    public void An_evening_that_barely_reaches_the_night_is_no_machine()
    {
        var visit = Visit(Midnight.AddHours(19), Midnight.AddHours(22.5), hits: 54, smallest: 900, largest: 1100, gapSquares: 53 * 240.0 * 240.0);

        MachineRhythm.Find([visit], IsNight).ShouldBeNull();
    }

    [Fact]
    public void A_person_who_uses_the_same_device_by_day_is_still_seen()
    {
        var day = Polls(TimeSpan.FromMinutes(10), count: 144);
        var person = Visit(Midnight.AddHours(11), Midnight.AddHours(11.3), hits: 60, smallest: 500, largest: 900_000, gapSquares: 60_000);

        MachineRhythm.Find([.. day, person], IsNight).ShouldNotBeNull().Covers(person).ShouldBeFalse();
    }

    [Fact]
    public void A_steady_person_by_day_is_no_machine()
    {
        var day = Polls(TimeSpan.FromMinutes(10), count: 30, start: Midnight.AddHours(9));

        MachineRhythm.Find(day, IsNight).ShouldBeNull();
    }

    [Fact]
    public void Somebody_who_is_awake_at_night_is_no_machine()
    {
        var random = new Random(7);
        var at = Midnight;
        var day = new List<VisitEvidence>();
        while (at < Midnight.AddHours(4))
        {
            var size = random.Next(400, 60_000);
            day.Add(Visit(at, at, hits: 1, size, size, gapSquares: 0));
            at += TimeSpan.FromSeconds(random.Next(320, 2400));
        }

        MachineRhythm.Find(day, IsNight).ShouldBeNull();
    }

    [Fact]
    public void Tunnels_opened_at_odd_moments_and_left_open_are_no_rhythm()
    {
        // Thirteen beginnings within ten minutes, each open for three hours: only beginnings make a beat.
        var start = Midnight.AddHours(22);
        var visit = Visit(start, start.AddHours(3), hits: 13, smallest: 900, largest: 1200, gapSquares: 12 * 90.0 * 90.0) with { LastStart = start.AddMinutes(10) };

        MachineRhythm.Find([visit], IsNight).ShouldBeNull();
    }

    [Fact]
    public void Refused_attempts_by_day_are_not_the_machine_that_was_let_through_at_night()
    {
        var attempt = Visit(Midnight.AddHours(11.2), Midnight.AddHours(11.2), hits: 1, smallest: 900, largest: 900, gapSquares: 0) with { PersonAllowed = 0, PersonBlocked = 1 };

        MachineRhythm.Find([.. Polls(TimeSpan.FromMinutes(10), count: 144), attempt], IsNight).ShouldNotBeNull().Covers(attempt).ShouldBeFalse();
    }

    private static bool IsNight(DateTimeOffset at) => at.Hour is >= 22 or < 5;

    private static List<VisitEvidence> Polls(TimeSpan every, int count, DateTimeOffset? start = null) =>
        [.. Enumerable.Range(0, count).Select(i =>
        {
            var at = (start ?? Midnight) + (every * i) + TimeSpan.FromSeconds(i % 3);
            return Visit(at, at, hits: 1, 800 + (i % 5), 800 + (i % 5), gapSquares: 0);
        })];

    private static VisitEvidence Visit(DateTimeOffset start, DateTimeOffset end, int hits, long smallest, long largest, double gapSquares) => new()
    {
        Service = "Facebook",
        Start = start,
        End = end,
        LastStart = end,
        Hits = hits,
        Bytes = hits * largest,
        PersonAllowed = hits,
        SmallestHit = smallest,
        LargestHit = largest,
        GapSquares = gapSquares,
    };
}
