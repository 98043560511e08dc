using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Traffic.Import;

namespace Rosewood.PolicyAdmin.Tests.Traffic.Import;

public sealed class VisitBuilderTests
{
    private static readonly VisitKey Nell = new("nell", "10.20.1.5", null, 0);
    private static readonly long Eight = new DateTime(2026, 11, 24, 8, 0, 0, DateTimeKind.Utc).Ticks;

    [Fact]
    public void Hits_less_than_five_minutes_apart_are_one_visit()
    {
        var visits = Build(new NoBoundaries(), At(0), At(299), At(599), At(898));
        visits.Select(v => v.Visit.Hits).ShouldBe([2, 2]);
        visits[1].Visit.Start.ShouldBe(Eight + Seconds(599));
    }

    [Fact]
    public void A_refusal_in_a_line_of_its_own_turns_the_query_that_it_is_about()
    {
        var query = At(0) with { Host = 7 };
        var refusal = At(1) with { Host = 7, IsAnswer = true, Blocked = true, Key = Nell with { User = null, Address = null } };
        Counts(query, refusal).ShouldBe((0, 1, 1));
        Counts(query, query, query, refusal).ShouldBe((0, 3, 3));
        Counts(query, query, refusal, refusal, refusal).ShouldBe((0, 2, 2));
        Counts(query, refusal, query).ShouldBe((1, 1, 2));
        Counts(query, refusal with { Key = Nell with { User = null } }, refusal with { Key = Nell with { User = null } }).ShouldBe((0, 1, 1));
        Counts(query, refusal with { Host = 8 }).ShouldBe((1, 0, 1));
        Counts(query, refusal with { StartTicks = Eight + Seconds(3) }).ShouldBe((1, 0, 1));
        Counts(query, refusal with { StartTicks = Eight + Seconds(3), Key = Nell with { User = null } }).ShouldBe((0, 1, 1));
        Counts(query, refusal with { Key = Nell with { User = null } }).ShouldBe((0, 1, 1));
        Counts(query, refusal with { Key = Nell with { User = null, Address = "10.20.1.6" } }).ShouldBe((1, 0, 1));
        Counts(query with { Role = HostRole.Media }, refusal with { Role = HostRole.Media }).ShouldBe((0, 0, 1));

        static (int Allowed, int Blocked, int Hits) Counts(params LogHit[] hits) =>
            Build(new NoBoundaries(), hits).Where(v => v.Key == Nell).Select(v => (v.Visit.PersonAllowed, v.Visit.PersonBlocked, v.Visit.Hits)).Single();
    }

    [Fact]
    public void A_refusal_without_its_query_counts_where_it_names_the_client()
    {
        var refusal = At(0) with { Host = 7, IsAnswer = true, Blocked = true };
        Build(new NoBoundaries(), refusal)[0].Visit.PersonBlocked.ShouldBe(1);
        Build(new NoBoundaries(), refusal with { Key = Nell with { User = null, Address = null } }).ShouldBeEmpty();
    }

    [Fact]
    public void A_tunnel_that_closes_late_joins_two_visits_that_seemed_apart()
    {
        var visits = Build(new NoBoundaries(), At(0), At(1000), At(60, lasts: 900));
        visits.Count.ShouldBe(1);
        visits[0].Visit.Hits.ShouldBe(3);
        visits[0].Visit.End.ShouldBe(Eight + Seconds(1000));
    }

    [Fact]
    public void A_visit_splits_at_a_boundary_and_its_start_decides_the_segment()
    {
        var boundary = new OneBoundary(Eight + Seconds(100));
        var visits = Build(boundary, At(90, lasts: 600), At(100), At(110));
        visits.Select(v => (v.Visit.Hits, v.Visit.Start, v.Visit.End)).ShouldBe(
            [(1, Eight + Seconds(90), Eight + Seconds(100)), (2, Eight + Seconds(100), Eight + Seconds(110))]);
    }

    [Fact]
    public void Hits_are_counted_by_role_referrer_and_action()
    {
        var hit = At(0);
        var visit = Build(
            new NoBoundaries(),
            hit with { Bytes = 5 },
            hit with { Role = HostRole.Api, Bytes = 50 },
            hit with { Blocked = true },
            hit with { OutsideReferrer = true, Blocked = true },
            hit with { Role = HostRole.Media },
            hit with { Role = HostRole.Widget },
            hit with { Role = HostRole.Background },
            hit with { Role = HostRole.SharedInfrastructure })[0].Visit;
        (visit.Hits, visit.PersonAllowed, visit.PersonBlocked, visit.OutsideReferrer, visit.Media, visit.Embedded, visit.Background, visit.Shared)
            .ShouldBe((8, 2, 1, 1, 1, 2, 1, 1));
        (visit.SmallestHit, visit.LargestHit, visit.Bytes).ShouldBe((5, 100, 655));
    }

    [Fact]
    public void The_last_connection_to_end_is_kept_with_its_own_end_beyond_the_boundary()
    {
        var boundary = new OneBoundary(Eight + Seconds(100));
        var visit = Build(boundary, At(10, lasts: 20), At(60, lasts: 900), At(50, lasts: 910), At(80, lasts: 5), At(90, lasts: 3000) with { Blocked = true }, At(95, lasts: 3000) with { Role = HostRole.Background })[0].Visit;
        (visit.End, visit.OpenFrom, visit.OpenUntil).ShouldBe((Eight + Seconds(100), Eight + Seconds(50), Eight + Seconds(960)));
    }

    [Fact]
    public void A_visit_of_refusals_and_buttons_keeps_no_open_connection()
    {
        var visit = Build(new NoBoundaries(), At(0, lasts: 9) with { Blocked = true }, At(1, lasts: 9) with { Role = HostRole.Widget }, At(2, lasts: 9) with { Role = HostRole.SharedInfrastructure })[0].Visit;
        (visit.OpenFrom, visit.OpenUntil).ShouldBe((null, null));
    }

    [Fact]
    public void An_end_before_its_beginning_counts_as_the_beginning()
    {
        var visit = Build(new NoBoundaries(), At(10, lasts: -4))[0].Visit;
        (visit.OpenFrom, visit.OpenUntil).ShouldBe((Eight + Seconds(10), Eight + Seconds(10)));
    }

    [Fact]
    public void Gaps_are_summed_in_squares()
    {
        Build(new NoBoundaries(), At(0), At(10), At(30))[0].Visit.GapSquares.ShouldBe(500);
    }

    [Property(MaxTest = 300)]
    public Property Visits_are_the_same_whatever_the_commits_and_equal_the_plain_ones() => Prop.ForAll(
        HitArrays(),
        Gen.Choose(1, 30).ToArbitrary(),
        (hits, every) =>
        {
            var boundaries = new OneBoundary(Eight + Seconds(3000));
            var archive = new MemoryArchive();
            var builder = new VisitBuilder(boundaries, archive);
            for (var i = 0; i < hits.Length; i++)
            {
                builder.Add(hits[i]);
                if (i % every == every - 1)
                {
                    archive.Store(builder);
                }

                if (i % (every * 3) == (every * 3) - 1)
                {
                    // As the next import does: everything but what is stored is forgotten.
                    archive.Store(builder);
                    builder = new VisitBuilder(boundaries, archive);
                }
            }

            archive.Store(builder);
            var expected = Naive(hits, boundaries);
            return archive.Shown().SequenceEqual(expected, StringComparer.Ordinal).Label(string.Join('\n', archive.Shown()) + "\n-- expected\n" + string.Join('\n', expected));
        });

    /// <summary>Minutes to hours apart, some days apart, a little out of order, some very long.</summary>
    private static Arbitrary<LogHit[]> HitArrays()
    {
        var hit = from step in Gen.Frequency((6, Gen.Choose(0, 400)), (2, Gen.Choose(-2000, 3000)), (1, Gen.Choose(-40_000, 60_000)))
                  from lasts in Gen.Frequency((5, Gen.Constant(0)), (2, Gen.Choose(0, 900)), (1, Gen.Choose(0, 50_000)))
                  from service in Gen.Choose(0, 1)
                  from role in Gen.Elements(HostRole.Primary, HostRole.Media, HostRole.Background, HostRole.SharedInfrastructure)
                  from blocked in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true)))
                  select (step, lasts, service, role, blocked);
        return (from steps in hit.ArrayOf()
                select steps.Aggregate(
                    (Now: 0, Hits: new List<LogHit>()),
                    (state, s) =>
                    {
                        state.Hits.Add(At(state.Now + s.step, s.lasts) with { Key = Nell with { Service = s.service }, Role = s.role, Blocked = s.blocked });
                        return (Math.Max(state.Now, state.Now + s.step), state.Hits);
                    },
                    state => state.Hits.ToArray())).ToArbitrary();
    }

    /// <summary>Intervals of each key and segment, sorted, joined where less than five minutes lie between them.</summary>
    private static List<string> Naive(LogHit[] hits, IVisitBoundaries boundaries)
    {
        var shown = new List<string>();
        foreach (var group in hits.GroupBy(h => (h.Key, Segment: boundaries.Segment(null, null, null, h.StartTicks).Start)))
        {
            var sorted = group.Select(h => (h.StartTicks, End: Math.Min(h.EndTicks, boundaries.Segment(null, null, null, h.StartTicks).End), h)).OrderBy(h => h.StartTicks).ToList();
            for (var i = 0; i < sorted.Count;)
            {
                var (start, end, _) = sorted[i];
                var first = i;
                while (i < sorted.Count && sorted[i].StartTicks - end < VisitBuilder.Gap)
                {
                    end = Math.Max(end, sorted[i].End);
                    i++;
                }

                var members = sorted[first..i];
                shown.Add(Show(group.Key.Key.Service, start, end, members.Count, members.Sum(m => m.h.Bytes), members.Count(m => m.h is { Role: HostRole.Primary, Blocked: false }), members.Count(m => m.h.Role == HostRole.Media), LastOpen(members.Select(m => m.h))));
            }
        }

        shown.Sort(StringComparer.Ordinal);
        return shown;
    }

    private static (long? From, long? Until) LastOpen(IEnumerable<LogHit> hits) => hits
        .Where(h => !h.Blocked && h.Role is HostRole.Primary or HostRole.Media)
        .OrderByDescending(h => h.EndTicks)
        .ThenBy(h => h.StartTicks)
        .Select(h => ((long?)h.StartTicks, (long?)h.EndTicks))
        .FirstOrDefault();

    private static string Show(int service, long start, long end, int hits, long bytes, int person, int media, (long? From, long? Until) open) =>
        FormattableString.Invariant($"{service} {start:D20}-{end:D20} {hits} hits {bytes} bytes {person} by a person {media} media open {open.From}-{open.Until}");

    private static List<(VisitKey Key, OpenVisit Visit)> Build(IVisitBoundaries boundaries, params LogHit[] hits)
    {
        var builder = new VisitBuilder(boundaries, new MemoryArchive());
        foreach (var hit in hits)
        {
            builder.Add(hit);
        }

        return [.. builder.Dirty.OrderBy(v => v.Visit.Start)];
    }

    private static LogHit At(int second, int lasts = 0) =>
        new(Nell, Eight + Seconds(second), Eight + Seconds(second + lasts), 100, HostRole.Primary, Blocked: false, OutsideReferrer: false);

    private static long Seconds(int seconds) => seconds * TimeSpan.TicksPerSecond;

    private sealed class OneBoundary(long at) : IVisitBoundaries
    {
        public VisitSegment Segment(string? user, string? address, string? deviceText, long utcTicks) =>
            utcTicks >= at ? new(at, long.MaxValue) : new(long.MinValue, at);
    }

    /// <summary>What a store does, in memory: copies in and out.</summary>
    private sealed class MemoryArchive : IVisitArchive
    {
        private readonly Dictionary<long, (VisitKey Key, OpenVisit Visit)> _rows = [];
        private long _next;

        public (long From, long Until) Range() =>
            _rows.Count == 0 ? (long.MaxValue, long.MinValue) : (_rows.Values.Min(r => r.Visit.Start), _rows.Values.Max(r => r.Visit.End));

        public IReadOnlyList<OpenVisit> Find(VisitKey key, long from, long until) =>
            [.. _rows.Values.Where(r => r.Key == key && r.Visit.Start <= until && r.Visit.End >= from).Select(r => Copy(r.Visit))];

        public void Store(VisitBuilder builder)
        {
            foreach (var id in builder.Removed)
            {
                _rows.Remove(id).ShouldBeTrue();
            }

            foreach (var (key, visit) in builder.Dirty)
            {
                visit.Id = visit.Id == 0 ? ++_next : visit.Id;
                _rows[visit.Id] = (key, Copy(visit));
            }

            builder.Commit();
        }

        public List<string> Shown()
        {
            var shown = _rows.Values.Select(r => Show(r.Key.Service, r.Visit.Start, r.Visit.End, r.Visit.Hits, r.Visit.Bytes, r.Visit.PersonAllowed, r.Visit.Media, (r.Visit.OpenFrom, r.Visit.OpenUntil))).ToList();
            shown.Sort(StringComparer.Ordinal);
            return shown;
        }

        private static OpenVisit Copy(OpenVisit v) => new()
        {
            Id = v.Id,
            Start = v.Start,
            End = v.End,
            LastStart = v.LastStart,
            Hits = v.Hits,
            Bytes = v.Bytes,
            PersonAllowed = v.PersonAllowed,
            Media = v.Media,
            Embedded = v.Embedded,
            Shared = v.Shared,
            SmallestHit = v.SmallestHit,
            LargestHit = v.LargestHit,
            GapSquares = v.GapSquares,
            PersonBlocked = v.PersonBlocked,
            Background = v.Background,
            OpenFrom = v.OpenFrom,
            OpenUntil = v.OpenUntil,
        };
    }
}
