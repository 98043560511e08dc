using System.Text;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Reporting;
using Rosewood.PolicyAdmin.Reporting.Printing;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.Reporting.Printing;

/// <summary>Printing with an installed browser.</summary>
public sealed class PdfPrinterTests
{
    private static readonly string Browser = PdfBrowser.Find() ?? throw new InvalidOperationException("There is no Chromium here: run scripts/test.sh, or apt-get install chromium.");

    [Fact]
    public void The_page_becomes_a_pdf_and_nothing_else_is_left()
    {
        using var workspace = new TempWorkspace();
        using var output = new MemoryStream();
        var folder = Directory.CreateDirectory(Path.Combine(workspace.Folder, "out")).FullName;
        Printer(TimeSpan.FromMinutes(2)).Print(SampleReport.Html(SampleReport.Fixed), folder, output);
        Encoding.ASCII.GetString(output.ToArray(), 0, 5).ShouldBe("%PDF-");
        output.Length.ShouldBeGreaterThan(20_000);
        Directory.GetFileSystemEntries(folder).ShouldBeEmpty();
    }

    [Fact]
    public void A_browser_that_does_not_end_is_ended_and_nothing_is_left()
    {
        using var workspace = new TempWorkspace();
        var folder = Directory.CreateDirectory(Path.Combine(workspace.Folder, "out")).FullName;
        var slow = workspace.Write("browser.sh", "#!/bin/sh\nsleep 60\n");
        File.SetUnixFileMode(slow, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var printer = new PdfPrinter(slow, TimeSpan.FromMilliseconds(300), []);
        Should.Throw<FaultException>(() => printer.Print("<!doctype html>", folder, Stream.Null)).Fault.Id.ShouldBe("PdfNotPrinted");
        Directory.GetFileSystemEntries(folder).ShouldBeEmpty();
    }

    [Fact]
    public void It_gets_a_profile_of_its_own_no_network_and_keeps_its_sandbox()
    {
        var arguments = new PdfPrinter(Browser, TimeSpan.FromMinutes(1), []).Arguments("/w/report.html", "/w/report.pdf", "/w/profile");
        arguments.ShouldContain("--user-data-dir=/w/profile", StringComparer.Ordinal);
        arguments.ShouldContain("--host-resolver-rules=MAP * ~NOTFOUND", StringComparer.Ordinal);
        arguments.ShouldNotContain("--no-sandbox", StringComparer.Ordinal);
        arguments[^1].ShouldBe("file:///w/report.html");
    }

    [Fact]
    public async Task Root_is_refused_since_the_sandbox_does_not_work_for_it()
    {
        if (!Environment.IsPrivilegedProcess)
        {
            PdfPrinter.OfThisMachine().ShouldNotBeNull();
            return;
        }

        using var workspace = new TempWorkspace();
        (await workspace.FaultOfAsync(new NewPolicyComplianceReport { Format = [ReportFormat.Pdf] })).Id.ShouldBe("PdfBrowserAsRoot");
        workspace.Store.Audit.Read().ShouldBeEmpty();
    }

    [Fact]
    public void A_report_with_its_pdf_is_published_and_recorded_together()
    {
        using var workspace = new TempWorkspace();
        using var writer = new ReportWriter(workspace.Workspace.Paths.Reports, [ReportFormat.Html, ReportFormat.Pdf], SampleReport.Material);
        var files = writer.Publish(workspace.Context("New-PolicyComplianceReport"), Printer(TimeSpan.FromMinutes(2)));
        files.Select(f => Path.GetFileName(f.Path)).ShouldBe(["compliance-2026-11-16--2026-11-22.pdf", "compliance-2026-11-16--2026-11-22.html"], ignoreOrder: true);
        workspace.Store.Audit.Read().Last().After.ShouldNotBeNull().ShouldContain(".pdf");
    }

    private static PdfPrinter Printer(TimeSpan limit) => new(Browser, limit, Environment.IsPrivilegedProcess ? ["--no-sandbox"] : []);
}
