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

    /// <summary>The days on which the person's phone told where it was while the account was used in school.</summary>
    public required IReadOnlyCollection<int> PhoneLocated { get; init; }

    /// <summary>The days with the phone at home, the person's laptop in school or not.</summary>
    public required IReadOnlyCollection<int> PhoneLeft { get; init; }

    /// <summary>The days of use during a recorded absence, the person's laptop in school or not.</summary>
    public required IReadOnlyCollection<int> AbsentUsed { get; init; }

    /// <summary>On what part of ordinary days the person's own laptop is in use in school, 0 to 1.</summary>
    public required double LaptopShare { get; init; }

    /// <summary>The days on which a class of evidence whose rate the school's own records tell could have been seen.</summary>
    public int ObservedDays(SignInEvidenceKind kind) => kind switch
    {
        SignInEvidenceKind.PhoneAway => PhoneLocated.Count,
        _ => ActiveDays,
    };

    /// <summary>Where the account's person can be at once.</summary>
    public required Whereabouts Whereabouts { get; init; }

    /// <summary>Pairs of room computers that do not stand side by side, as other people's ways show.</summary>
    public HashSet<(SignInDevice, SignInDevice)> Apart { get; set; } = [];

    /// <summary>Innocent explanations that took conflicts out, in words.</summary>
    public List<string> Explained { get; } = [];
}
