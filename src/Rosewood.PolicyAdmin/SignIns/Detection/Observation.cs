using Rosewood.PolicyAdmin.SignIns.Timeline;

namespace Rosewood.PolicyAdmin.SignIns.Detection;

/// <summary>One thing that was seen and speaks for a shared login.</summary>
/// <param name="Kind">The class of evidence.</param>
/// <param name="Slot">When.</param>
/// <param name="Devices">The devices it is about.</param>
/// <param name="Rank">The lower, the more telling: the first is shown as the example.</param>
/// <param name="Text">What was seen, as a clause of a sentence, without the time.</param>
internal sealed record Observation(SignInEvidenceKind Kind, int Slot, IReadOnlyList<SignInDevice> Devices, int Rank, string Text)
{
    /// <summary>The slots that a timeline marks.</summary>
    public IReadOnlyList<int> Marks { get; init; } = [Slot];

    /// <summary>The day.</summary>
    public int Day => Slot / Moment.SlotsPerDay;
}
