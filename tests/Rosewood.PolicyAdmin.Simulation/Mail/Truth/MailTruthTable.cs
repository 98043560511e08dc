using Rosewood.PolicyAdmin.Simulation.Mail.Living;
using Rosewood.PolicyAdmin.Simulation.Mail.Model;

namespace Rosewood.PolicyAdmin.Simulation.Mail.Truth;

/// <summary>Puts the truth about every person and kind together.</summary>
internal static class MailTruthTable
{
    public static List<PersonKindTruth> Make(SimulatedMail mail)
    {
        var seen = new MailFilesSeen(mail);
        var truths = new List<PersonKindTruth>();
        foreach (var person in mail.Staff)
        {
            var made = mail.Cases.FirstOrDefault(c => c.Person == person);
            var proofs = made is null ? null : new MailProofs(mail, seen, made);
            List<MailBehaviour> innocent = [.. mail.Innocents.Where(i => i.Person == person).Select(i => i.Behaviour).Distinct().Order()];
            foreach (var kind in Enum.GetValues<MailKind>())
            {
                var isGuilty = proofs?.IsGuilty(kind) == true;
                truths.Add(new PersonKindTruth(
                    person,
                    kind,
                    isGuilty,
                    isGuilty ? made : null,
                    mail.Cases.Any(c => c.Colleague == person && c.Kinds.Contains(kind)),
                    [.. innocent.Where(b => MailBehaviours.LooksLike(b).Contains(kind))],
                    isGuilty ? MailDetectability.Of(proofs!.Of(kind)) : MailDetectability.None));
            }
        }

        return truths;
    }

    public static List<InnocentTruth> Innocents(IEnumerable<InnocentAct> acts) =>
    [
        .. acts.GroupBy(a => (a.Behaviour, a.Person, a.Family))
            .OrderBy(g => g.Key.Behaviour).ThenBy(g => g.Key.Person?.Person.Number ?? -1).ThenBy(g => g.Key.Family?.Number ?? -1)
            .Select(g => new InnocentTruth(g.Key.Behaviour, g.Key.Person, g.Key.Family, [.. g.Select(a => a.Message?.MessageId).OfType<string>().Distinct(StringComparer.Ordinal)], MailBehaviours.LooksLike(g.Key.Behaviour))),
    ];
}
