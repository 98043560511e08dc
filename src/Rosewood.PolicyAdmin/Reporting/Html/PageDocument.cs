namespace Rosewood.PolicyAdmin.Reporting.Html;

/// <summary>A page of headed sections with paragraphs and tables.</summary>
/// <param name="Title">What it is.</param>
/// <param name="School">The school.</param>
/// <param name="Subtitle">Whom or which time it is about.</param>
/// <param name="Made">When and by whom it was made, and for whom.</param>
/// <param name="Sections">What it says.</param>
internal sealed record PageDocument(string Title, string School, string Subtitle, string Made, IReadOnlyList<PageSection> Sections);

/// <summary>A section of a page.</summary>
/// <param name="Id">Its anchor: small letters and dashes.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Paragraphs">What stands before its tables.</param>
/// <param name="Tables">Its tables.</param>
internal sealed record PageSection(string Id, string Title, IReadOnlyList<string> Paragraphs, params IReadOnlyList<PageTable> Tables);

/// <summary>A table of a page.</summary>
/// <param name="Caption">What it shows.</param>
/// <param name="Columns">Headings; the first column heads each row.</param>
/// <param name="Rows">Its cells, as many in each row as there are columns.</param>
internal sealed record PageTable(string Caption, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);
