using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Reporting.Printing;

/// <summary>Faults about printing a report.</summary>
internal static class PrintingFaults
{
    /// <summary>No browser that prints.</summary>
    public static Fault BrowserMissing() => new(
        "PdfBrowserMissing",
        FaultKind.Unavailable,
        "Pdf",
        "No Chromium, Chrome or Edge was found on the PATH or in its usual place, and a PDF is printed by one. Nothing was written. Install one (Debian: apt-get install chromium; Windows has Edge), or make the report with -Format Html and print it from any browser.");

    /// <summary>Root.</summary>
    public static Fault BrowserAsRoot(string browser) => new(
        "PdfBrowserAsRoot",
        FaultKind.NotAuthorised,
        browser,
        "A browser's sandbox does not work for root, and this program opens no page without one. Nothing was written. Make the report with -Format Html and print it from any browser, or let another account than root own the workspace, and run the command as that one.");

    /// <summary>The browser gave no PDF.</summary>
    public static Fault NotPrinted(string browser, string why) => new(
        "PdfNotPrinted",
        FaultKind.Unavailable,
        browser,
        $"The browser printed nothing, and no report was written. It said: {PlainText.Shorten(PlainText.Clean(why.Length == 0 ? "nothing" : why))} Make the report with -Format Html, and print it from any browser.");
}
