using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Registers.Rulings;

/// <summary>A ruling of SLT about a system to communicate by (COM-4), as it stands.</summary>
public sealed record SltRuling
{
    /// <summary>Its id, such as <c>SR-0001</c>: what a finding names in <c>DeclaredAs</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What was in doubt.</summary>
    public required string Subject { get; init; }

    /// <summary>What was ruled.</summary>
    public required RulingKind Ruling { get; init; }

    /// <summary>The system, by name or domain.</summary>
    public required string System { get; init; }

    /// <summary>The domain by which audits know it; null where only a name is known, and no audit can tell.</summary>
    public required string? Domain { get; init; }

    /// <summary>From when it holds, in the school's local time.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>First instant at which it no longer holds; null when it goes on until it is closed.</summary>
    public required DateTimeOffset? Until { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>The SLT member who decided.</summary>
    public required string DecidedBy { get; init; }

    /// <summary>Who recorded it.</summary>
    public required string RecordedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>How it stands.</summary>
    public required RulingStatus Status { get; init; }

    /// <summary>When it was closed, or null.</summary>
    public required DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Why it was closed, or null.</summary>
    public required string? ClosedReason { get; init; }

    internal static SltRuling Of(RecordedRuling ruling, PeopleHistory people, CommandContext context, DateTimeOffset at)
    {
        var (fact, status) = (ruling.Fact, ruling.StatusAt(at.UtcTicks));
        return new()
        {
            Id = fact.Id,
            Subject = fact.Subject,
            Ruling = fact.Ruling,
            System = fact.System,
            Domain = fact.Domain,
            From = Local(fact.From),
            Until = fact.Until is { } until ? Local(until) : null,
            Reason = fact.Reason,
            DecidedBy = PersonNames.Show(people, fact.LeaderId, context.Now.UtcTicks),
            RecordedBy = PersonNames.Show(people, fact.RecordedBy, context.Now.UtcTicks),
            RecordedAt = Local(fact.RecordedAt),
            Status = status,
            ClosedAt = status == RulingStatus.Closed ? Local(ruling.Ending!.At) : null,
            ClosedReason = status == RulingStatus.Closed ? ruling.Ending!.Reason : null,
        };

        DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, context.Workspace.Zone);
    }
}
