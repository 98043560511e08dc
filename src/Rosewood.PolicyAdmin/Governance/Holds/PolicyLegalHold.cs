using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Governance.Data;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Governance.Holds;

/// <summary>A legal hold as it stands: what <c>Get-PolicyLegalHold</c> gives.</summary>
public sealed record PolicyLegalHold
{
    /// <summary>Its id, such as <c>H-0001</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Whose records it keeps; null: everybody's of the class.</summary>
    public required string? User { get; init; }

    /// <summary>Which class it keeps; null: all.</summary>
    public required DataClassName? Class { get; init; }

    /// <summary>First instant of the records' time, in the school's local time; null: from the beginning.</summary>
    public required DateTimeOffset? From { get; init; }

    /// <summary>First instant no longer; null: without end, also records yet to come.</summary>
    public required DateTimeOffset? To { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>The case's reference.</summary>
    public required string Reference { get; init; }

    /// <summary>Who set it.</summary>
    public required string SetBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset SetAt { get; init; }

    /// <summary>Whether it keeps.</summary>
    public required bool InForce { get; init; }

    /// <summary>When it was cleared, or null.</summary>
    public required DateTimeOffset? ClearedAt { get; init; }

    /// <summary>Who cleared it, or null.</summary>
    public required string? ClearedBy { get; init; }

    /// <summary>Why it was cleared, or null.</summary>
    public required string? ClearedReason { get; init; }

    internal static PolicyLegalHold Of(RecordedLegalHold hold, PeopleHistory people, CommandContext context)
    {
        var fact = hold.Fact;
        return new()
        {
            Id = fact.Id,
            User = fact.PersonId is { } id ? Name(id) : null,
            Class = fact.Class,
            From = fact.From == DateTimeOffset.MinValue ? null : Local(fact.From),
            To = fact.To == DateTimeOffset.MaxValue ? null : Local(fact.To),
            Reason = fact.Reason,
            Reference = fact.Reference,
            SetBy = Name(fact.SetBy),
            SetAt = Local(fact.SetAt),
            InForce = hold.Ending is null,
            ClearedAt = hold.Ending is { } ending ? Local(ending.At) : null,
            ClearedBy = hold.Ending is { } by ? Name(by.By) : null,
            ClearedReason = hold.Ending?.Reason,
        };

        DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, context.Workspace.Zone);

        string Name(string personId) => PersonNames.Show(people, personId, context.Now.UtcTicks);
    }
}
