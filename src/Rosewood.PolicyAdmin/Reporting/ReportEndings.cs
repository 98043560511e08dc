namespace Rosewood.PolicyAdmin.Reporting;

/// <summary>How the names of a report's files end.</summary>
internal static class ReportEndings
{
    public const string Html = ".html";

    public const string Json = ".json";

    /// <summary>The tables that a report has as CSV.</summary>
    private static readonly string[] Tables = ["visits", "grants", "verdicts", "services", "logins", "login-review", "decisions", "evidence", "clauses"];

    /// <summary>All endings.</summary>
    public static IReadOnlyList<string> All { get; } = [Html, Json, .. Tables.Select(Csv)];

    /// <summary>The ending of a table's CSV file.</summary>
    public static string Csv(string table) => $"-{table}.csv";
}
