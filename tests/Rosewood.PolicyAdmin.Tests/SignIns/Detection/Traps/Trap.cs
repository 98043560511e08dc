namespace Rosewood.PolicyAdmin.Tests.SignIns.Detection.Traps;

/// <summary>An innocent explanation: what Ana does that looks like a shared login, and the real sharing that its guilty twin has beside it.</summary>
/// <param name="Name">What is innocent, in words.</param>
/// <param name="Tell">Writes it, for the days on which Ana is there.</param>
/// <param name="Story">The sharing in the guilty twin.</param>
internal sealed record Trap(string Name, Action<SignInScript> Tell, SharingStory Story)
{
    /// <summary>Those of the ten teachers, beside Ana, whose days the trap writes itself.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];

    /// <summary>Ana's own computer of a day.</summary>
    public Func<int, string> Own { get; init; } = static _ => "ROOM-1";

    /// <summary>What holds before the first row: how the school records.</summary>
    public Action<SignInScript> Setting { get; init; } = static _ => { };

    /// <summary>The trap's devices, which evidence for the sharing must not name.</summary>
    public IReadOnlyList<string> Innocents { get; init; } = [];

    /// <summary>Whether a question to the person would be fair: nothing in the rows tells it from sharing for certain.</summary>
    public bool MayBeAsked { get; init; }

    /// <summary>The innocent school.</summary>
    public SignInScript Innocent() => Write(isGuilty: false);

    /// <summary>The same school with the sharing.</summary>
    public SignInScript Guilty() => Write(isGuilty: true);

    /// <inheritdoc/>
    public override string ToString() => Name;

    private SignInScript Write(bool isGuilty)
    {
        var script = SignInScript.School([.. Others, "ana"]);
        Setting(script);
        if (isGuilty)
        {
            Story.Tell(script, Own);
        }

        Tell(script);
        return script;
    }
}
