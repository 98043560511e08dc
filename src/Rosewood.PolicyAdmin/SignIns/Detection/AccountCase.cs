using Rosewood.PolicyAdmin.SignIns.Timeline;

namespace Rosewood.PolicyAdmin.SignIns.Detection;

/// <summary>What was seen of one account, before the school's own habits are held against it.</summary>
internal sealed class AccountCase
{
    /// <summary>The account.</summary>
    public required AccountTimeline Account { get; init; }

    /// <summary>Days on which a person used the account, in the period asked for.</summary>
    public required int ActiveDays { get; init; }

    /// <summary>There and back too fast; what the school's habits explain is taken out later.</summary>
    public required IReadOnlyList<Conflict> Conflicts { get; set; }

    /// <summary>Everything else that speaks for a shared login.</summary>
    public required IReadOnlyList<Observation> Others { get; init; }

    /// <summary>Weekdays of absence on which the account could have been seen.</summary>
    public required int AbsentDays { get; init; }

    /// <summary>Phones that answered for the account and are another's by use.</summary>
    public required IReadOnlyList<(AccountTimeline Owner, int Days, int LastDay)> SharedPhones { get; init; }

    /// <summary>Days on others' devices with nothing against a visit.</summary>
    public required int PlainForeignDays { get; init; }

    /// <summary>Where the account's person can be at once.</summary>
    public required Whereabouts Whereabouts { get; init; }

    /// <summary>Pairs of room computers that do not stand side by side, as other people's ways show.</summary>
    public HashSet<(SignInDevice, SignInDevice)> Apart { get; set; } = [];

    /// <summary>Innocent explanations that took conflicts out, in words.</summary>
    public List<string> Explained { get; } = [];
}
