using Rosewood.PolicyAdmin.Simulation.Mail.Model;

namespace Rosewood.PolicyAdmin.Simulation.Mail.Truth;

/// <summary>What is true of one member of staff and one kind.</summary>
/// <param name="Person">Who.</param>
/// <param name="Kind">Which way.</param>
/// <param name="IsGuilty">Whether it happened.</param>
/// <param name="Case">The guilty story that made it, or null.</param>
/// <param name="IsInvolved">Whether the person had part in a colleague's story of this kind: to name them is neither right nor wrong.</param>
/// <param name="Innocent">The honest behaviours of this person that occurred and look like this kind.</param>
/// <param name="Detectability">Whether the files show it.</param>
public sealed record PersonKindTruth(
    MailPerson Person,
    MailKind Kind,
    bool IsGuilty,
    MisuseCase? Case,
    bool IsInvolved,
    IReadOnlyList<MailBehaviour> Innocent,
    MailDetectability Detectability)
{
    /// <summary>Whether an experienced investigator would be convinced; see <see cref="MailDetectability"/>.</summary>
    public bool Detectable => Detectability.IsDetectable;

    /// <inheritdoc/>
    public override string ToString() => $"{Person}, {Kind}: {(IsGuilty ? Case!.ToString() : Innocent.Count == 0 ? "nothing" : string.Join(", ", Innocent))}{(Detectable ? ", detectable" : "")}";
}
