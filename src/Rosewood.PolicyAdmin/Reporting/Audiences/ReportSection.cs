using System.Text.Json.Serialization;

namespace Rosewood.PolicyAdmin.Reporting.Audiences;

/// <summary>A part of the report in sentences and tables, already cut to what its audience may see.</summary>
/// <param name="Id">Its id, such as <c>texts</c>.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Clause">The clause that it serves, or several.</param>
/// <param name="Detail">How much it shows.</param>
/// <param name="Statements">What it says, in sentences.</param>
/// <param name="Tables">The numbers and names behind that.</param>
public sealed record ReportSection(
    string Id,
    string Title,
    string Clause,
    ReportDetail Detail,
    IReadOnlyList<string> Statements,
    IReadOnlyList<ReportTable> Tables)
{
    /// <summary>What the audience is asked to decide or look over because of it.</summary>
    [JsonIgnore]
    internal IReadOnlyList<ReportAsk> Asks { get; init; } = [];

    /// <summary>The one sentence that stands in the summary, or null.</summary>
    [JsonIgnore]
    internal string? InShort { get; init; }
}

/// <summary>A table of a part.</summary>
/// <param name="Id">Its id, also the end of its CSV file's name.</param>
/// <param name="Caption">What it shows.</param>
/// <param name="Columns">Its columns; the first holds each row's heading.</param>
/// <param name="Rows">Its cells as text, row by row.</param>
public sealed record ReportTable(string Id, string Caption, IReadOnlyList<ReportColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>The number of the column that is drawn as bars too, or null.</summary>
    [JsonIgnore]
    internal int? Bars { get; init; }
}

/// <summary>A column of a table.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="IsNumber">Whether its cells are numbers.</param>
public sealed record ReportColumn(string Title, bool IsNumber = false);

/// <summary>What somebody is asked to decide or look over.</summary>
/// <param name="Kind">Its sort.</param>
/// <param name="Subject">What it is about, in a few words.</param>
/// <param name="What">What was seen.</param>
/// <param name="Next">What can be done.</param>
/// <param name="Clause">The clause.</param>
internal sealed record ReportAsk(DecisionKind Kind, string Subject, string What, string Next, string Clause);
