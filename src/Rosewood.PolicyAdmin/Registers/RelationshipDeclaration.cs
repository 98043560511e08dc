namespace Rosewood.PolicyAdmin.Registers;

/// <summary>A friendship or kinship between a member of staff and a family, declared to SLT (REL-1), as it stands.</summary>
public sealed record RelationshipDeclaration
{
    /// <summary>Its id, such as <c>R-0001</c>: what a finding names in <c>DeclaredAs</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The member of staff.</summary>
    public required string User { get; init; }

    /// <summary>The family, by the school's id.</summary>
    public required string FamilyId { get; init; }

    /// <summary>What they are to each other.</summary>
    public required string Relationship { get; init; }

    /// <summary>Since when, in the school's local time.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>What was agreed, such as not teaching that child; null where nothing was.</summary>
    public required string? Boundaries { get; init; }

    /// <summary>The day on which it is looked at again.</summary>
    public required DateOnly? ReviewDate { get; init; }

    /// <summary>Whether that day has come.</summary>
    public required bool ReviewDue { get; init; }

    /// <summary>The SLT member to whom it was declared.</summary>
    public required string DeclaredTo { get; init; }

    /// <summary>Who recorded it.</summary>
    public required string RecordedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>When something was agreed anew about it last; null: never.</summary>
    public required DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Who recorded that, or null.</summary>
    public required string? UpdatedBy { get; init; }

    /// <summary>What was agreed before, oldest first, such as <c>2026-09-01: review 2026-11-01; Does not teach the child</c>.</summary>
    public required IReadOnlyList<string> Before { get; init; }

    /// <summary>How it stands.</summary>
    public required FamilyLinkStatus Status { get; init; }

    /// <summary>When it was closed, or null.</summary>
    public required DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Why it was closed, or null.</summary>
    public required string? ClosedReason { get; init; }

    internal static RelationshipDeclaration Of(RecordedFamilyLink entry, FamilyLinkBook book, DateTimeOffset at, TimeZoneInfo zone)
    {
        var status = entry.StatusAt(at.UtcTicks);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);
        return new()
        {
            Id = entry.Fact.Id,
            User = book.NameOf(entry.Fact.PersonId),
            FamilyId = entry.Fact.FamilyId,
            Relationship = entry.Fact.Text,
            Since = book.Local(entry.Fact.From),
            Boundaries = entry.Fact.Boundaries,
            ReviewDate = entry.Fact.ReviewDate,
            ReviewDue = status == FamilyLinkStatus.Active && entry.Fact.ReviewDate <= today,
            DeclaredTo = book.NameOf(entry.LeaderId),
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
