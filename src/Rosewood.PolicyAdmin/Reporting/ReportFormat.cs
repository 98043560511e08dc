namespace Rosewood.PolicyAdmin.Reporting;

/// <summary>A form of the compliance report.</summary>
public enum ReportFormat
{
    /// <summary>One self-contained page for people.</summary>
    Html,

    /// <summary>One file for each table, for spreadsheets.</summary>
    Csv,

    /// <summary>The same content for programs.</summary>
    Json,

    /// <summary>The page as it is printed, by the browser that is installed here.</summary>
    Pdf,
}
