using Rosewood.PolicyAdmin.Simulation.Making;
using Rosewood.PolicyAdmin.Simulation.Model;

namespace Rosewood.PolicyAdmin.Simulation.Truth;

/// <summary>
/// Whether the files that a school has show that an account is shared.
/// <para>
/// The measure is an experienced investigator who has every file that the school hands over (not the truth), patience, and knowledge of the
/// school: which PC stands in which room, whose desk that is, whose laptop is whose. Such a person is convinced when on <b>at least three
/// days</b>, with <b>weights of three or more</b> together, the use of the account cannot be the owner's. Three days, because one day has too many innocent
/// explanations: a wrong entry among the absences, an owner who came in all the same, a borrowed laptop.
/// </para>
/// <para>A day proves by the strongest of these, each taken only from what a file shows, and each with an act of another's hands in it:</para>
/// <list type="bullet">
/// <item><see cref="ProofKind.OwnerAbsent"/>, weight 1: the absences say that the owner is away, and the account is unlocked, logged on or signed in at a room's PC, not by remote desktop.</item>
/// <item><see cref="ProofKind.TwoPlaces"/>, weight 1: by hand in two rooms less than 60 seconds apart, or at a room's PC and outside the school less than ten minutes apart. PCs whose clock is wrong do not count; addresses of carriers, of the VPN and of the cloud proxy tell no place.</item>
/// <item><see cref="ProofKind.ToAndFro"/>, weight 1: four changes between two rooms within 30 minutes, or out of the school and back within 30 minutes.</item>
/// <item><see cref="ProofKind.AnothersLaptop"/>, weight 1, but only when there are three such days over more than a week: a laptop assigned to somebody else, on a day on which that person's account worked on it too. A borrowed laptop is neither.</item>
/// <item><see cref="ProofKind.AnothersDesk"/>, weight 0.5: in a room that is not the owner's, within ten minutes of the work of the desk's own user there. The quick look at a colleague's PC is like that, so it takes six days.</item>
/// <item><see cref="ProofKind.PhoneAtHome"/>, weight 0.5: within 20 minutes the owner's phone was on the home network. Phones are forgotten at home, so it takes six days, and of an owner whose phone is at home also on days of plain presence it says nothing.</item>
/// </list>
/// <para>What the files do not show, such as which of two people in one room typed, never makes an account detectable.</para>
/// </summary>
/// <param name="IsDetectable">Whether such an investigator would be convinced.</param>
/// <param name="Proofs">The days that tell, in order, each with its strongest reason.</param>
public sealed record Detectability(bool IsDetectable, IReadOnlyList<Proof> Proofs)
{
    private const int LeastDays = 3;
    private const double LeastWeight = 3;

    /// <summary>Nothing to find.</summary>
    public static Detectability None { get; } = new(IsDetectable: false, []);

    internal static Detectability Of(IReadOnlyList<HandAct> ofAccount, IReadOnlyList<HandAct> ofOthersAtTheirDevices, IReadOnlyList<SignIn> ofPhone, IReadOnlyList<Absence> absences, Sources sources)
    {
        var owner = ofAccount.Count > 0 ? ofAccount[0].Account.Owner : null;
        if (owner is null)
        {
            return None;
        }

        var proofs = new List<Proof>();
        foreach (var day in ofAccount.GroupBy(a => UkTime.DayOf(a.At)))
        {
            var acts = day.ToList();
            var others = acts.Where(a => a.Person != owner).ToList();
            if (others.Count > 0)
            {
                proofs.AddRange(new DayProofs(owner, day.Key, acts, others, sources).All(absences, ofOthersAtTheirDevices, ofPhone));
            }
        }

        var laptopDays = proofs.Where(p => p.Kind == ProofKind.AnothersLaptop).Select(p => p.Day.DayNumber).ToList();
        if (laptopDays.Count < LeastDays || laptopDays.Max() - laptopDays.Min() <= 7)
        {
            proofs.RemoveAll(p => p.Kind == ProofKind.AnothersLaptop);
        }

        var strongest = proofs.GroupBy(p => p.Day).Select(g => g.OrderByDescending(p => p.Weight).ThenBy(p => p.Kind).First()).OrderBy(p => p.Day).ToList();
        return new Detectability(strongest.Count >= LeastDays && strongest.Sum(p => p.Weight) >= LeastWeight, strongest);
    }
}
