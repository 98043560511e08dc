using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Correspondence.Families;
using Rosewood.PolicyAdmin.Correspondence.Texts;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Reporting.Facts;

/// <summary>The texts to families of the period, judged as Find-TextMessageMisuse judges them (COM-3).</summary>
/// <param name="Imported">Whether any text was ever imported.</param>
/// <param name="Sent">Texts that the school sent in the period.</param>
/// <param name="Kinds">Texts of each way that is not as COM-3 wants them; what is only possible is left out.</param>
/// <param name="Findings">Those of members of staff, the surest first.</param>
/// <param name="OfNobody">Texts of senders who are not on the roster.</param>
/// <param name="Sight">What was looked at and what could not be seen, in sentences that name nobody.</param>
internal sealed record TextFacts(
    bool Imported,
    int Sent,
    IReadOnlyDictionary<TextMessageMisuseKind, int> Kinds,
    IReadOnlyList<NamedFinding> Findings,
    int OfNobody,
    IReadOnlyList<string> Sight)
{
    /// <summary>Reads and judges the texts of the period.</summary>
    public static TextFacts Load(CommandContext context, PeopleHistory people, ReportPeriod period)
    {
        var records = context.Store.TextMessages;
        if (records.Messages().Count == 0)
        {
            return new TextFacts(Imported: false, 0, new Dictionary<TextMessageMisuseKind, int>(), [], 0, []);
        }

        var now = context.Now.UtcTicks;
        var families = FamilyDirectory.Open(context);
        var judge = new TextJudge(people, context.Config, families, new ContactKeyFile(context.Workspace.Paths, context.Store.FamilyContacts).FindIfThere(), now);
        var messages = records.Load(period.From.UtcTicks, period.Until.UtcTicks);
        var signs = messages.Where(static m => !m.IsReceived).Select(judge.Judge).ToList();
        var sight = new TextSight(messages, signs, families.Phones, judge.UnknownRulings);
        var collector = new TextCollector(people, now, context.Workspace.Zone, context.Store.Suppressions.Load(now));
        var all = collector.Collect(signs, sight.AreNumbersKnown);
        var found = all.Where(static f => f.Confidence >= TextWeights.Shown).ToList();
        return new TextFacts(
            Imported: true,
            signs.Count,
            found.GroupBy(static f => f.Kind).ToDictionary(static g => g.Key, static g => g.Sum(static f => f.Count)),
            [.. found.Where(static f => f.OnRoster).Select(static f => new NamedFinding(f.Person, f.PersonId!, Words(f.Kind), With(f), f.Count, f.When, f.LastSeen, f.Confidence, Explanation: null))],
            found.Where(static f => !f.OnRoster).Sum(static f => f.Count),
            [.. sight.Sentences(context.Workspace.Zone, records.Imports().LastAt, all.Count - found.Count, collector.Dismissed)]);
    }

    /// <summary>A way in words.</summary>
    public static string Words(TextMessageMisuseKind kind) => kind switch
    {
        TextMessageMisuseKind.SenderNotAllowed => "Sent by somebody who may not",
        TextMessageMisuseKind.OutsideRole => "Sent before the sender might",
        TextMessageMisuseKind.SenderNotEmployed => "Sent with a login of somebody not employed then",
        TextMessageMisuseKind.UnknownSender => "Sent with a login that is nobody’s on the roster",
        TextMessageMisuseKind.UnknownRecipient => "Sent to a number of no recorded family",
        _ => kind.ToString(),
    };

    private static string With(TextMessageMisuse finding) => finding.Families.Count == 0 ? "" : ReportWords.Count(finding.Families.Count, "family", "families");
}
