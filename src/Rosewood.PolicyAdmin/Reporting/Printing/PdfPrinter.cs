using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Enforcement;
using Rosewood.PolicyAdmin.Storage;

namespace Rosewood.PolicyAdmin.Reporting.Printing;

/// <summary>
/// Prints a page to PDF with the browser that is installed: without a window, with a profile of its own that is gone afterwards, without
/// any network, within a time limit. The page has no script, and its own policy lets none run; the browser needs its own to print.
/// </summary>
/// <param name="browser">The browser's program.</param>
/// <param name="timeout">After this it is ended with its children.</param>
/// <param name="more">Further switches; tests switch the sandbox off where they run as root.</param>
internal sealed class PdfPrinter(string browser, TimeSpan timeout, IReadOnlyList<string> more)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>The printer of this machine.</summary>
    /// <exception cref="FaultException"><c>PdfBrowserMissing</c>, <c>PdfBrowserAsRoot</c>.</exception>
    /// <remarks>
    /// Chromium's sandbox does not work for root. The page holds texts from logs, so it is never opened without one: root is refused,
    /// and told what to do instead.
    /// </remarks>
    public static PdfPrinter OfThisMachine()
    {
        var found = PdfBrowser.Find() ?? throw PrintingFaults.BrowserMissing().ToException();
        return !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess
            ? throw PrintingFaults.BrowserAsRoot(found).ToException()
            : new PdfPrinter(found, Limit, []);
    }

    /// <summary>Prints a page.</summary>
    /// <param name="page">The page, HTML.</param>
    /// <param name="folder">Where the draft lies while it is printed: names of people are not put into a folder for everybody.</param>
    /// <param name="output">Where the PDF goes.</param>
    /// <exception cref="FaultException"><c>PdfNotPrinted</c>.</exception>
    public void Print(string page, string folder, Stream output)
    {
        var work = Path.Combine(folder, $".compliance-{Guid.NewGuid():N}.print");
        PrivateFiles.EnsureFolder(work);
        try
        {
            var (source, target) = (Path.Combine(work, "report.html"), Path.Combine(work, "report.pdf"));
            File.WriteAllText(source, page);
            var result = Run(Arguments(source, target, Path.Combine(work, "profile")));
            if (!File.Exists(target))
            {
                throw PrintingFaults.NotPrinted(browser, result).ToException();
            }

            using var pdf = File.OpenRead(target);
            pdf.CopyTo(output);
        }
        finally
        {
            Remove(work);
        }
    }

    /// <summary>What the browser is called with.</summary>
    internal IReadOnlyList<string> Arguments(string source, string target, string profile) =>
    [
        "--headless=new",
        "--disable-gpu",
        "--no-first-run",
        "--no-default-browser-check",
        "--disable-extensions",
        "--disable-sync",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-default-apps",
        "--disable-breakpad",
        "--no-pings",

        // No name resolves, and what needs none goes to a proxy that is not there.
        "--host-resolver-rules=MAP * ~NOTFOUND",
        "--proxy-server=127.0.0.1:9",
        "--user-data-dir=" + profile,
        "--no-pdf-header-footer",
        "--print-to-pdf=" + target,
        .. more,
        new Uri(source).AbsoluteUri,
    ];

    private string Run(IReadOnlyList<string> arguments)
    {
        try
        {
            return Task.Run(() => ToolRunner.RunAsync(browser, arguments, timeout, CancellationToken.None)).GetAwaiter().GetResult().Output;
        }
        catch (FaultException e)
        {
            throw PrintingFaults.NotPrinted(browser, e.Fault.Message).ToException(e);
        }
    }

    // A child of the browser may write to its profile for a moment after it has ended.
    private static void Remove(string folder)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
                return;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException && tries < 20)
            {
                Thread.Sleep(100);
            }
        }
    }
}
