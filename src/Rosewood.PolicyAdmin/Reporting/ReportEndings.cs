namespace Rosewood.PolicyAdmin.Reporting;

/// <summary>How the names of a report's files end.</summary>
internal static class ReportEndings
{
    public const string Html = ".html";

    public const string Json = ".json";

    public const string Pdf = ".pdf";

    /// <summary>The tables of the parts that are made alike for every audience.</summary>
    public static IReadOnlyList<string> SectionTables { get; } =
    [
        "content", "content-people", "safeguarding-content", "safeguarding-content-people", "flagged", "trend", "terms", "use", "service-counts", "grant-counts", "correspondence",
        "correspondence-people", "texts", "texts-people", "declarations", "declarations-overdue", "incidents", "acknowledgements", "unnamed-counts", "blocking", "processing", "reads",
    ];

    /// <summary>The tables that a report has as CSV.</summary>
    private static readonly string[] Tables = ["visits", "grants", "verdicts", "services", "logins", "login-review", "decisions", "evidence", "clauses", .. SectionTables];

    /// <summary>All endings.</summary>
    public static IReadOnlyList<string> All { get; } = [Html, Json, Pdf, .. Tables.Select(Csv)];

    /// <summary>The ending of a table's CSV file.</summary>
    public static string Csv(string table) => $"-{table}.csv";
}
