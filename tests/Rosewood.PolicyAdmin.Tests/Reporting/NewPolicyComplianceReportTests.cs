using System.Text.Json;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Reporting;
using Rosewood.PolicyAdmin.Storage;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.Reporting;

public sealed class NewPolicyComplianceReportTests
{
    private static readonly ReportFormat[] AllFormats = [ReportFormat.Html, ReportFormat.Csv, ReportFormat.Json];

    [Fact]
    public async Task Without_parameters_it_writes_last_weeks_page_into_the_workspace()
    {
        using var workspace = new TempWorkspace();
        var file = (await workspace.RunAsync(new NewPolicyComplianceReport())).Of<ReportFile>().ShouldHaveSingleItem();
        file.Path.ShouldBe(Path.Combine(workspace.Folder, "reports", "compliance-2026-11-16--2026-11-22.html"));
        file.EvidenceComplete.ShouldBeFalse();
        var html = await File.ReadAllTextAsync(file.Path);
        html.ShouldContain("Monday 16 November to Sunday 22 November 2026");
        html.ShouldContain(file.AuditHead);
        html.ShouldEndWith("</html>\n");
    }

    [Fact]
    public async Task The_same_period_again_gets_a_number_and_overwrites_nothing()
    {
        using var workspace = new TempWorkspace();
        var first = (await workspace.RunAsync(new NewPolicyComplianceReport())).Of<ReportFile>().Single();
        var before = await File.ReadAllBytesAsync(first.Path);
        var second = (await workspace.RunAsync(new NewPolicyComplianceReport { Format = AllFormats })).Of<ReportFile>().ToList();
        second.ShouldAllBe(f => Path.GetFileName(f.Path).StartsWith("compliance-2026-11-16--2026-11-22-2", StringComparison.Ordinal));
        (await File.ReadAllBytesAsync(first.Path)).ShouldBe(before);
        var third = (await workspace.RunAsync(new NewPolicyComplianceReport { Format = [ReportFormat.Json] })).Of<ReportFile>().Single();
        Path.GetFileName(third.Path).ShouldBe("compliance-2026-11-16--2026-11-22-3.json");
    }

    [Fact]
    public async Task All_formats_are_for_their_owner_alone_and_leave_no_drafts()
    {
        using var workspace = new TempWorkspace();
        var files = (await workspace.RunAsync(new NewPolicyComplianceReport { Format = AllFormats })).Of<ReportFile>().ToList();
        files.Count.ShouldBe(14);
        files.ShouldAllBe(f => File.GetUnixFileMode(f.Path) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
        Directory.GetFiles(Path.Combine(workspace.Folder, "reports")).Order(StringComparer.Ordinal).ShouldBe(files.Select(f => f.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_audit_trail_holds_what_was_written_and_its_digest()
    {
        using var workspace = new TempWorkspace();
        var file = (await workspace.RunAsync(new NewPolicyComplianceReport())).Of<ReportFile>().Single();
        var entry = workspace.Store.Audit.Read().Last();
        entry.Command.ShouldBe("New-PolicyComplianceReport");
        entry.Clause.ShouldBe("GOV-1");
        entry.Subject.ShouldBe("compliance-2026-11-16--2026-11-22");
        using var after = JsonDocument.Parse(entry.After!);
        var written = after.RootElement.GetProperty("Files")[0];
        written.GetProperty("Name").GetString().ShouldBe(Path.GetFileName(file.Path));
        written.GetProperty("Sha256").GetString().ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(await File.ReadAllBytesAsync(file.Path))));
        Convert.ToHexStringLower(entry.Previous).ShouldBe(file.AuditHead, "the head in the report is the one before its own entry");
    }

    [Fact]
    public async Task WhatIf_writes_nothing()
    {
        using var workspace = new TempWorkspace();
        var sink = await workspace.RunAsync(new NewPolicyComplianceReport(), sink: new RecordingSink { Agrees = false });
        sink.Of<ReportFile>().ShouldBeEmpty();
        sink.Asked.ShouldHaveSingleItem().Action.ShouldBe("Write the compliance report for Monday 16 November to Sunday 22 November 2026");
        Directory.Exists(Path.Combine(workspace.Folder, "reports")).ShouldBeFalse();
        workspace.Store.Audit.Read().ShouldBeEmpty();
    }

    [Fact]
    public void A_report_that_can_not_be_published_leaves_nothing_behind()
    {
        using var workspace = new TempWorkspace();
        var folder = Directory.CreateDirectory(Path.Combine(workspace.Folder, "out")).FullName;
        using (var writer = new ReportWriter(folder, AllFormats, SampleReport.Material))
        {
            SampleReport.Visits.ToList().ForEach(writer.Add);
            using var other = workspace.Store.BeginChange(new AuditOrigin("Test", "P-1", workspace.Clock.Now));
            Should.Throw<InvalidOperationException>(() => writer.Publish(workspace.Context("New-PolicyComplianceReport")));
        }

        Directory.GetFileSystemEntries(folder).ShouldBeEmpty();
        workspace.Store.Audit.Read().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_in_place_of_the_folder_is_a_fault()
    {
        using var workspace = new TempWorkspace();
        var path = workspace.Write("taken", "x");
        (await workspace.FaultOfAsync(new NewPolicyComplianceReport { OutputPath = path })).Id.ShouldBe("ReportFolderIsFile");
    }

    [Fact]
    public void Json_holds_the_same_report() =>
        Approved.Matches(System.Text.Encoding.UTF8.GetString(PolicyJson.Serialise(SampleReport.Fixed, indented: true)).ReplaceLineEndings("\n"), "json");

    [Fact]
    public void Drafts_of_a_killed_run_are_cleared_and_those_of_a_running_one_are_not()
    {
        using var workspace = new TempWorkspace();
        var old = workspace.Write(".compliance-old.tmp", "names");
        var fresh = workspace.Write(".compliance-new.tmp", "names");
        File.SetLastWriteTimeUtc(old, DateTime.UtcNow.AddDays(-2));
        new ReportFileSet(workspace.Folder).Dispose();
        File.Exists(old).ShouldBeFalse();
        File.Exists(fresh).ShouldBeTrue();
    }
}
