using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Catalogue;

namespace Rosewood.PolicyAdmin.Traffic.Import;

/// <summary>A visit that may still grow.</summary>
internal sealed class OpenVisit
{
    /// <summary>Row id in the store; 0 before it is stored.</summary>
    public long Id { get; set; }

    /// <summary>Whether the store does not have it as it is now.</summary>
    public bool IsDirty { get; set; }

    /// <summary>The last log of this command with a hit in it; 0 for none.</summary>
    public int TouchedBy { get; set; }

    /// <summary>The segment that it lies in.</summary>
    public VisitSegment Segment { get; set; }

    public long Start { get; set; }

    public long End { get; set; }

    /// <summary>The latest beginning of a hit: gaps are counted from it.</summary>
    public long LastStart { get; set; }

    public int Hits { get; set; }

    public long Bytes { get; set; }

    public int PersonAllowed { get; set; }

    public int PersonBlocked { get; set; }

    public int Media { get; set; }

    public int Embedded { get; set; }

    public int OutsideReferrer { get; set; }

    public int Background { get; set; }

    /// <summary>Hits on shared hosts, part of <see cref="Embedded"/>; a visit of nothing else is none.</summary>
    public int Shared { get; set; }

    public long SmallestHit { get; set; } = long.MaxValue;

    public long LargestHit { get; set; }

    public double GapSquares { get; set; }

    /// <summary>
    /// Of the connections that a grant may have opened, the one that ended last: its beginning, and its own end, which
    /// <see cref="End"/> cuts at the segment's. Null for none. Of several that ended together the one that began first.
    /// </summary>
    public long? OpenFrom { get; set; }

    /// <inheritdoc cref="OpenFrom"/>
    public long? OpenUntil { get; set; }

    /// <summary>Whether an interval of the same segment is nearer than the gap that ends a visit.</summary>
    public bool Touches(long start, long end) => start - End < VisitBuilder.Gap && Start - end < VisitBuilder.Gap;

    public void Add(in LogHit hit, long end)
    {
        IsDirty = true;
        if (Hits > 0)
        {
            // A late line, such as a tunnel's, falls between beats that were counted already.
            AddGap(hit.StartTicks - LastStart);
        }

        Start = Hits == 0 ? hit.StartTicks : Math.Min(Start, hit.StartTicks);
        LastStart = Math.Max(LastStart, hit.StartTicks);
        End = Math.Max(End, end);
        Hits++;
        Bytes = Saturate(Bytes, hit.Bytes);
        SmallestHit = Math.Min(SmallestHit, hit.Bytes);
        LargestHit = Math.Max(LargestHit, hit.Bytes);
        Count(hit);
        if (!hit.Blocked && hit.Role is HostRole.Primary or HostRole.Api or HostRole.Media)
        {
            StayOpen(hit.StartTicks, Math.Max(hit.StartTicks, hit.EndTicks));
        }
    }

    /// <summary>One of the hits that were let through, as it had seemed, was refused.</summary>
    public void Refuse(HostRole role)
    {
        if (role is HostRole.Primary or HostRole.Api && PersonAllowed > 0)
        {
            PersonAllowed--;
            PersonBlocked++;
            IsDirty = true;
        }
    }

    /// <summary>Takes over another visit of the same key and segment.</summary>
    public void Absorb(OpenVisit other)
    {
        IsDirty = true;
        var (earlier, later) = Start <= other.Start ? (this, other) : (other, this);
        AddGap(later.Start - earlier.LastStart);
        GapSquares += other.GapSquares;
        Start = earlier.Start;
        LastStart = Math.Max(LastStart, other.LastStart);
        End = Math.Max(End, other.End);
        Hits += other.Hits;
        Bytes = Saturate(Bytes, other.Bytes);
        PersonAllowed += other.PersonAllowed;
        PersonBlocked += other.PersonBlocked;
        Media += other.Media;
        Embedded += other.Embedded;
        OutsideReferrer += other.OutsideReferrer;
        Background += other.Background;
        Shared += other.Shared;
        SmallestHit = Math.Min(SmallestHit, other.SmallestHit);
        LargestHit = Math.Max(LargestHit, other.LargestHit);
        if (other is { OpenFrom: { } from, OpenUntil: { } until })
        {
            StayOpen(from, until);
        }
    }

    private static long Saturate(long a, long b) => a > long.MaxValue - b ? long.MaxValue : a + b;

    private void StayOpen(long from, long until)
    {
        if (OpenUntil is not { } last || until > last)
        {
            (OpenFrom, OpenUntil) = (from, until);
        }
        else if (until == last && from < OpenFrom)
        {
            OpenFrom = from;
        }
    }

    private void AddGap(long ticks)
    {
        if (ticks > 0)
        {
            var seconds = TimeSpan.FromTicks(ticks).TotalSeconds;
            GapSquares += seconds * seconds;
        }
    }

    private void Count(in LogHit hit)
    {
        switch (hit.Role)
        {
            case HostRole.Primary or HostRole.Api when hit.OutsideReferrer:
                OutsideReferrer++;
                break;
            case HostRole.Primary or HostRole.Api when hit.Blocked:
                PersonBlocked++;
                break;
            case HostRole.Primary or HostRole.Api:
                PersonAllowed++;
                break;
            case HostRole.Media:
                Media++;
                break;
            case HostRole.Background:
                Background++;
                break;
            case HostRole.SharedInfrastructure:
                Shared++;
                Embedded++;
                break;
            default:
                Embedded++;
                break;
        }
    }
}
