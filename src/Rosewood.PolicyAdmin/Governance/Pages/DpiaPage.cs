using Rosewood.PolicyAdmin.Governance.Data;
using Rosewood.PolicyAdmin.Reporting;
using Rosewood.PolicyAdmin.Reporting.Html;

namespace Rosewood.PolicyAdmin.Governance.Pages;

/// <summary>The DPIA facts as a page.</summary>
internal static class DpiaPage
{
    public static byte[] ToBytes(DpiaFacts facts) => HtmlPage.ToBytes(new PageDocument(
        "Facts for the data protection impact assessment",
        facts.School,
        "What the social media policy's program collects, why, how long and who sees it",
        $"Gathered on {ReportWords.LongMoment(facts.MadeAt)} by {facts.MadeBy}, from policy.json and the store as they are.",
        [
            new PageSection("scope", "What this is and is not", [
                "These are facts, gathered by the program about itself. They are not legal advice and not the assessment: whether the monitoring of staff is necessary and in proportion, what staff were told, and which risks remain, people have to weigh and write down (ICO, Employment practices and data protection: monitoring workers).",
                "The lawful basis and purpose of each class are stated as this program was made for; the school confirms or changes them.",
                facts.RetentionLastRun is { } run ? $"Data whose time is over were last removed on {ReportWords.LongMoment(run)}." : "Data whose time is over have never been removed yet: run Remove-ExpiredPolicyData.",
                $"Legal holds in force: {ReportWords.Number(facts.LegalHolds)}.",
            ]),
            new PageSection("classes", "What is held", ["Each class of data, with what is really there today."], Held(facts), Reasons(facts)),
            new PageSection("settings", "Which audits are on", ["As policy.json has it now; each edit is in the audit trail."], new PageTable(
                "Settings that decide what is collected",
                ["Setting", "Value", "Meaning"],
                [.. facts.Settings.Select(static s => (IReadOnlyList<string>)[s.Key, s.Value, s.Meaning])])),
            new PageSection("files", "How it is protected", ["File rights as found on this machine's disk."], new PageTable(
                "Files of the workspace",
                ["Path", "Found", "Protection"],
                [.. facts.Files.Select(static f => (IReadOnlyList<string>)[f.Path, Found(f), f.Protection])])),
            Roles("roles", facts.Roles),
            new PageSection("audit", "Audit trail", [$"Its head when this was made: {facts.AuditHead}", $"Test-PolicyAudit -ExpectedHead {facts.AuditHead} proves it later."]),
        ]));

    /// <summary>The section of who holds which role.</summary>
    public static PageSection Roles(string id, IReadOnlyList<DpiaRole> roles) => new(id, "Who holds which role", ["People of a public function are named; of others the number stands."], new PageTable(
        "Roles today",
        ["Role", "Holders"],
        [.. roles.Select(static r => (IReadOnlyList<string>)[DataClassWordsOf(r), r.Holders.Count > 0 ? string.Join(", ", r.Holders) : ReportWords.Count(r.Count, "person", "people")])]));

    private static string DataClassWordsOf(DpiaRole role) => role.Role.ToString();

    private static PageTable Held(DpiaFacts facts) => new(
        "What is there",
        ["Class", "Records", "Oldest", "Newest", "Whose", "Kept", "Read by"],
        [.. facts.Classes.Select(static c => (IReadOnlyList<string>)
        [
            DataClassWords.Title(c.Class),
            ReportWords.Number(c.Records),
            c.Oldest is { } oldest ? ReportWords.Date(oldest) : "",
            c.Newest is { } newest ? ReportWords.Date(newest) : "",
            c.Subjects.Count == 0 ? "nobody's" : string.Join(", ", c.Subjects),
            c.Kept,
            c.Readers,
        ])]);

    private static PageTable Reasons(DpiaFacts facts) => new(
        "What it is and why",
        ["Class", "What", "Why", "Clause", "Source", "Where"],
        [.. facts.Classes.Select(static c => (IReadOnlyList<string>)[DataClassWords.Title(c.Class), c.What, c.Purpose, c.Clause, c.Source, string.Join(", ", c.Places)])]);

    private static string Found(DpiaFile file) => file switch
    {
        { IsThere: false } => "not there",
        { OwnerOnly: true } => "readable by its owner alone",
        _ => "OPEN TO OTHERS on this machine",
    };
}
