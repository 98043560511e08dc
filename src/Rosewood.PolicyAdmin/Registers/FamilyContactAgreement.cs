namespace Rosewood.PolicyAdmin.Registers;

/// <summary>Contact of a member of staff with a family on social media that SLT agreed to for the child's welfare (REL-2), as it stands.</summary>
public sealed record FamilyContactAgreement
{
    /// <summary>Its id, such as <c>F-0002</c>: what a finding names in <c>DeclaredAs</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The member of staff.</summary>
    public required string User { get; init; }

    /// <summary>The family, by the school's id.</summary>
    public required string FamilyId { get; init; }

    /// <summary>The services it is about; empty: all.</summary>
    public required IReadOnlyList<string> Services { get; init; }

    /// <summary>Why the child needs it.</summary>
    public required string Reason { get; init; }

    /// <summary>The SLT member who agreed.</summary>
    public required string AgreedBy { get; init; }

    /// <summary>From when, in the school's local time.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>First instant at which it no longer counts; null when it goes on until it is closed.</summary>
    public required DateTimeOffset? Until { get; init; }

    /// <summary>Who recorded it.</summary>
    public required string RecordedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>When something was agreed anew about it last; null: never.</summary>
    public required DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Who recorded that, or null.</summary>
    public required string? UpdatedBy { get; init; }

    /// <summary>What was agreed before, oldest first, such as <c>2026-09-01: until 2026-12-01; WhatsApp</c>.</summary>
    public required IReadOnlyList<string> Before { get; init; }

    /// <summary>How it stands.</summary>
    public required FamilyLinkStatus Status { get; init; }

    /// <summary>When it was closed, or null.</summary>
    public required DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Why it was closed, or null.</summary>
    public required string? ClosedReason { get; init; }

    internal static FamilyContactAgreement Of(RecordedFamilyLink entry, FamilyLinkBook book, DateTimeOffset at)
    {
        var status = entry.StatusAt(at.UtcTicks);
        return new()
        {
            Id = entry.Fact.Id,
            User = book.NameOf(entry.Fact.PersonId),
            FamilyId = entry.Fact.FamilyId,
            Services = entry.Fact.Services,
            Reason = entry.Fact.Text,
            AgreedBy = book.NameOf(entry.LeaderId),
            From = book.Local(entry.Fact.From),
            Until = entry.Fact.Until is { } until ? book.Local(until) : null,
            RecordedBy = book.NameOf(entry.Fact.RecordedBy),
            RecordedAt = book.Local(entry.Fact.RecordedAt),
            UpdatedAt = entry.Updates is [.., var last] ? book.Local(last.At) : null,
            UpdatedBy = entry.Updates is [.., var latest] ? book.NameOf(latest.By) : null,
            Before = FamilyLinkStates.Before(entry, book),
            Status = status,
            ClosedAt = status == FamilyLinkStatus.Closed ? book.Local(entry.Ending!.At) : null,
            ClosedReason = status == FamilyLinkStatus.Closed ? entry.Ending!.Reason : null,
        };
    }
}
