using System.Text.Json.Nodes;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Governance.Data;
using Rosewood.PolicyAdmin.Reporting;
using Rosewood.PolicyAdmin.Reporting.Html;

namespace Rosewood.PolicyAdmin.Governance.SubjectAccess;

/// <summary>An export as a page for the person whom it is about.</summary>
internal static class PersonDataPage
{
    private const int MostRows = 500;
    private const int MostColumns = 8;

    public static byte[] ToBytes(string name, IReadOnlyList<(PersonDataPart Part, string File)> parts, CommandContext context)
    {
        var made = TimeZoneInfo.ConvertTime(context.Now, context.Workspace.Zone);
        var school = context.Config.School.Name;
        return HtmlPage.ToBytes(new PageDocument(
            "What is held about you",
            school,
            name,
            $"Made on {ReportWords.LongMoment(made)} by the data protection officer of {school}, from the workspace of its social media policy.",
            [
                new PageSection("rights", "Your rights", ExemptionTexts.Rights),
                new PageSection("withheld", "What is not part of this", ExemptionTexts.Withheld),
                .. parts.Select(p => Section(p.Part, p.File, context)),
            ]));
    }

    private static PageSection Section(PersonDataPart part, string file, CommandContext context)
    {
        var data = DataClasses.Of(part.Class);
        var paragraphs = new List<string>
        {
            $"{data.What} {data.Purpose} Source: {data.Source} Kept: {DataClassWords.Kept(data, context.Config.Retention)}. Read by: {DataClassWords.Readers(data)}.",
        };
        if (part.Note is { } note)
        {
            paragraphs.Add(note);
        }

        paragraphs.Add(part.Records.Count == 0 ? "Nothing is held about you here."
            : part.Records.Count > MostRows ? $"{ReportWords.Count(part.Records.Count, "record", "records")}, of which the first {MostRows} are shown; all are in {file}."
            : $"{ReportWords.Count(part.Records.Count, "record", "records")}, also in {file}.");
        return new PageSection(part.Class.ToString().ToLowerInvariant(), DataClassWords.Title(part.Class), paragraphs, part.Records.Count == 0 ? [] : [Table(part)]);
    }

    private static PageTable Table(PersonDataPart part)
    {
        var records = part.Records.OfType<JsonObject>().Take(MostRows).ToList();
        var columns = records.SelectMany(static r => r.Where(static p => Cell(p.Value).Length > 0).Select(static p => p.Key)).Distinct(StringComparer.Ordinal).ToList();
        var title = DataClassWords.Title(part.Class);
        return columns.Count <= MostColumns
            ? new PageTable(title, columns, [.. records.Select(r => (IReadOnlyList<string>)[.. columns.Select(c => Cell(r[c]))])])
            : new PageTable(title, ["Record", "Field", "Value"], [.. records.SelectMany(static (r, i) => Fields(r, i + 1))]);
    }

    /// <summary>A record of many fields reads down the page, not across it.</summary>
    private static IEnumerable<IReadOnlyList<string>> Fields(JsonObject record, int number) => record
        .Select(static p => (p.Key, Text: Cell(p.Value)))
        .Where(static p => p.Text.Length > 0)
        .Select(p => (IReadOnlyList<string>)[ReportWords.Number(number), p.Key, p.Text]);

    private static string Cell(JsonNode? node) => node switch
    {
        null => "",
        JsonValue value => value.ToString(),
        JsonArray list => string.Join("; ", list.Select(Cell)),
        _ => node.ToJsonString(PolicyJson.Options),
    };
}
