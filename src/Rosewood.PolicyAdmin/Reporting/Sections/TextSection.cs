using Rosewood.PolicyAdmin.Correspondence.Texts;
using Rosewood.PolicyAdmin.Reporting.Audiences;
using Rosewood.PolicyAdmin.Reporting.Facts;

namespace Rosewood.PolicyAdmin.Reporting.Sections;

/// <summary>Texts to families (COM-3).</summary>
internal sealed class TextSection : IReportSection
{
    public string Id => "texts";

    public string Title => "Texts to families";

    public ReportSection Make(SectionInput input)
    {
        if (input.Material.Facts.Texts is not { Imported: true } facts)
        {
            return new ReportSection(Id, Title, "COM-3", input.Detail, ["Nobody looked: no texts were imported from the text service."], [])
            {
                Asks = input.Material.Facts.Texts is null ? [] : [new ReportAsk(DecisionKind.NotLookedAt, "Texts to families", "No texts were imported, so nothing is known about who sends them.", "Have the text service’s export imported each month with Import-TextMessageLog.", "COM-3")],
            };
        }

        var kinds = Enum.GetValues<TextMessageMisuseKind>();
        var counts = input.Column([.. kinds.Select(k => (long)facts.Kinds.GetValueOrDefault(k))]);
        var found = facts.Kinds.Values.Sum();
        List<string> statements =
        [
            $"{ReportWords.Sentence(input.Count(facts.Sent, "text", "texts"))} went out through the text service in the period. Texts that are not as the policy wants them: {input.Count(found, "text", "texts")}.",
            .. input.Hides ? ["Texts from private phones and school mobiles never pass the text service and cannot be seen."] : facts.Sight,
        ];
        if (facts.OfNobody > 0)
        {
            statements.Add($"Sent with logins that are nobody’s on the roster: {input.Count(facts.OfNobody, "text", "texts")}; they are counted and not named.");
        }

        List<ReportTable> tables = [new(Id, "Texts that are not as COM-3 wants them, by their way", [new("What was seen"), new("Texts", IsNumber: true)], [.. kinds.Select((k, i) => (IReadOnlyList<string>)[TextFacts.Words(k), counts[i]])]) { Bars = 1 }];
        if (input.Names && facts.Findings.Count > 0)
        {
            tables.Add(FindingTables.People("texts-people", "Findings about members of staff; families are counted", "Texts", facts.Findings));
        }

        return new ReportSection(Id, Title, "COM-3", input.Detail, statements, tables)
        {
            Asks = input.Names
                ? FindingTables.Asks(DecisionKind.TextMessage, "texts to families", facts.Findings, input.IsForLead ? "SLT asks why. See whether what you know of the family or the child makes it urgent." : "Ask why, and have texts to families sent by the admin team, the head or the deputy.", "COM-3", id => ReportAbout.Words(input.Material, id))
                : found == 0 ? [] : [new ReportAsk(DecisionKind.TextMessage, "Texts to families", $"{ReportWords.Sentence(input.Count(found, "text", "texts"))} not sent as the policy wants it.", "Ask what was changed since.", "COM-3")],
            InShort = found == 0 ? null : $"{ReportWords.Sentence(input.Count(found, "text", "texts"))} to families not sent as the policy wants it.",
        };
    }
}
