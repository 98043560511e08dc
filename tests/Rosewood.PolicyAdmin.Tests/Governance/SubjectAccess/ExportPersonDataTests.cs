using System.Text;
using System.Text.Json.Nodes;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Governance.Data;
using Rosewood.PolicyAdmin.Governance.Holds;
using Rosewood.PolicyAdmin.Governance.SubjectAccess;
using Rosewood.PolicyAdmin.Incidents;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Safeguarding;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.Governance.SubjectAccess;

public sealed class ExportPersonDataTests : IAsyncLifetime
{
    private TempWorkspace _school = null!;

    private string Folder => Path.Combine(_school.Folder, "out", "n.obrien");

    public async Task InitializeAsync()
    {
        _school = await FindingSchool.OpenAsync();
        PlantedData.Plant(_school, "n.obrien", "MINEMARK");
        PlantedData.Plant(_school, "n.brown2", "THEIRMARK");
    }

    public Task DisposeAsync()
    {
        _school.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>Each class with what was planted in it about the person. Absences and the catalogue hold no text; families have no part.</summary>
    public static TheoryData<DataClassName, string> Planted => new()
    {
        { DataClassName.Roster, "MINEMARKlogin" },
        { DataClassName.Devices, "MINEMARKDevice" },
        { DataClassName.Grants, "MINEMARKGrant" },
        { DataClassName.Visits, "MINEMARKVisit" },
        { DataClassName.ProhibitedContent, "MINEMARKContent" },
        { DataClassName.BlockRecords, "MINEMARKTest" },
        { DataClassName.FilteringReviews, "MINEMARKReview" },
        { DataClassName.SignInReviews, "MINEMARKSignIn" },
        { DataClassName.CorrespondenceReviews, "MINEMARKMail" },
        { DataClassName.Dismissals, "MINEMARKDismissal" },
        { DataClassName.TextMessages, "MINEMARKText" },
        { DataClassName.Declarations, "MINEMARKRelationshipDeclaration" },
        { DataClassName.ContactAgreements, "MINEMARKFamilyContactAgreement" },
        { DataClassName.Acknowledgements, "MINEMARKVersion" },
        { DataClassName.RecruitmentRecords, "MINEMARKPost" },
        { DataClassName.Rulings, "MINEMARKRuling" },
        { DataClassName.Incidents, "MINEMARKIncident" },
        { DataClassName.TenantRecords, "MINEMARKSealed" },
        { DataClassName.Reports, "MINEMARKReport" },
        { DataClassName.ReportMails, "MINEMARKFile" },
        { DataClassName.AuditTrail, "MINEMARKSubject" },
        { DataClassName.AuditValues, "MINEMARKValue" },
        { DataClassName.Absences, "2026-11-24T09:00:00" },
    };

    [Theory]
    [MemberData(nameof(Planted))]
    public async Task What_a_class_has_about_the_person_is_in_and_what_it_has_about_another_is_out(DataClassName name, string mark)
    {
        await ExportAsync();
        var file = Directory.EnumerateFiles(Folder, $"*-{name}.json").ShouldHaveSingleItem();
        var text = File.ReadAllText(file);
        text.ShouldContain(mark);
        text.ShouldNotContain("THEIRMARK");
        JsonNode.Parse(text)!["Records"]!.AsArray().Count.ShouldBeGreaterThan(0);
        File.ReadAllText(Path.Combine(Folder, "index.html")).ShouldContain(mark.StartsWith("MINE", StringComparison.Ordinal) ? mark : "2026-11-24");
    }

    /// <summary>Classes about staff of which nothing is handed out; the page says why.</summary>
    private static readonly DataClassName[] Withheld = [DataClassName.SafeguardingConcerns, DataClassName.LegalHolds];

    [Fact]
    public void Every_class_about_staff_has_a_part_or_is_withheld()
    {
        var context = _school.Context("x");
        var traces = new PersonTraces(context, _school.IdOf("n.obrien"));
        var parts = PersonDataParts.Read(new PersonDataSource(context, traces, new Redactor(context, traces)), CancellationToken.None).Select(p => p.Class).ToList();
        DataClasses.All.Where(c => c.Subjects.Contains(DataSubject.Staff)).Select(c => c.Name).Except(parts).ShouldBe(Withheld, ignoreOrder: true, "give the class a part in PersonDataParts, or a reason in ExemptionTexts");
    }

    [Fact]
    public async Task What_can_not_be_searched_is_listed_to_be_looked_into_by_hand()
    {
        var folder = _school.Workspace.Paths.Reports;
        foreach (var name in (string[])["compliance-2026-11-16--2026-11-22.pdf", "compliance-dsl-2026-11-16--2026-11-22.pdf", "compliance-dpo-2026-11-16--2026-11-22.pdf", "compliance-governors-2026-11-16--2026-11-22.pdf"])
        {
            File.WriteAllText(Path.Combine(folder, name), "%PDF-1.7");
        }

        using (var large = File.Create(Path.Combine(folder, "compliance-2026-11-09--2026-11-15.json")))
        {
            large.SetLength(ReportParts.LongestRead + 1);
        }

        await ExportAsync();
        var listed = JsonNode.Parse(File.ReadAllText(Directory.EnumerateFiles(Folder, "*-Reports.json").Single()))!["Records"]!.AsArray();
        listed.Where(r => r!["Note"]!.GetValue<string>().Contains("could not be searched", StringComparison.Ordinal)).Select(r => r!["File"]!.GetValue<string>())
            .ShouldBe(["compliance-2026-11-16--2026-11-22.pdf", "compliance-dsl-2026-11-16--2026-11-22.pdf", "compliance-2026-11-09--2026-11-15.json"], ignoreOrder: true);
        listed.Count(r => r!["Note"]!.GetValue<string>().Equals("It names you.", StringComparison.Ordinal)).ShouldBe(5);
    }

    [Fact]
    public async Task What_was_agreed_anew_a_key_and_an_incident_that_knows_a_login_alone_are_in()
    {
        var (me, at) = (_school.IdOf("n.obrien"), _school.Clock.Now);
        using (var change = _school.Context("x").BeginChange())
        {
            var link = _school.Store.FamilyLinks.LoadAll().First(l => l.Fact.PersonId.Equals(me, StringComparison.Ordinal) && l.Fact.Kind == Rosewood.PolicyAdmin.Registers.FamilyLinkKind.RelationshipDeclaration);
            _school.Store.FamilyLinks.Add(change, new Rosewood.PolicyAdmin.Registers.FamilyLinkUpdate { LinkId = link.Fact.Id, At = at, By = _school.IdOf("it.tech"), LeaderId = _school.IdOf("h.teach"), Reason = "ANEWMARK", Boundaries = "BOUNDMARK", ReviewDate = new DateOnly(2027, 6, 1) }, me);
            var id = _school.Store.Incidents.NextId(change);
            _school.Store.Incidents.Add(change, new IncidentFact { Id = id, Type = IncidentType.Gambling, Misuse = MisuseKind.Content, Nature = MisuseNature.Commercial, Severity = IncidentSeverity.Minor, PersonIds = [], Logins = [@"ROSEWOOD\n.obrien"], Summary = "LOGINMARK", Clause = "MIS-2", OpenedBy = _school.IdOf("h.teach"), OpenedAt = at, Salt = "AAAA" });
            _school.Store.Incidents.Add(change, new IncidentUpdateFact { IncidentId = id, Status = IncidentStatus.Closed, Outcome = IncidentOutcome.NoMisuse, Reason = "Seen", By = _school.IdOf("h.teach"), At = at, Salt = "AAAA" });
            _school.Store.SafeguardingKeys.Add(change, new SafeguardingKeyFact("K-0009", SafeguardingKeyKind.Lead, me, "FINGERMARK", [1], at, EndedAt: null));
            change.Audit("MIS-1", id, before: null, new { Planted = true });
            change.Commit();
        }

        await ExportAsync();
        var all = All();
        foreach (var mark in (string[])["ANEWMARK", "BOUNDMARK", "2027-06-01", "LOGINMARK", "FINGERMARK"])
        {
            all.ShouldContain(mark);
        }
    }

    [Fact]
    public async Task No_file_names_a_colleague_a_family_or_an_address_of_another()
    {
        using (var change = _school.Context("Test-Nothing").BeginChange())
        {
            _school.Store.FamilyLinks.Add(change, new Rosewood.PolicyAdmin.Registers.FamilyLinkFact
            {
                Id = "R-9000",
                Kind = Rosewood.PolicyAdmin.Registers.FamilyLinkKind.RelationshipDeclaration,
                PersonId = _school.IdOf("n.obrien"),
                FamilyId = "F-MINEMARK",
                From = _school.Clock.Now,
                Text = "Told nell brown and Lee Eaver of F-THEIRMARK, wrote to mum@family.example, asked N.BROWN2, agreed with Hana Teach",
                LeaderId = _school.IdOf("h.teach"),
                RecordedBy = _school.IdOf("it.tech"),
                RecordedAt = _school.Clock.Now,
            });
            change.Audit("REL-1", $"R-9000 {_school.IdOf("n.obrien")}", before: null, new { Note = $"seen with {_school.IdOf("l.eaver")}" });
            change.Commit();
        }

        await ExportAsync();
        var all = All();
        foreach (var other in (string[])["Nell Brown", "Lee Eaver", "Eaver", "F-THEIRMARK", "F-MINEMARK", "mum@family.example", "n.brown2", "someone.else@elsewhere.example", "Ivy Tech", "seen with"])
        {
            all.Contains(other, StringComparison.OrdinalIgnoreCase).ShouldBeFalse(other);
        }

        all.ShouldContain("[a colleague]");
        all.ShouldContain("agreed with Hana Teach");
        all.ShouldContain("Niamh O'Brien");
    }

    [Fact]
    public async Task Safeguarding_crime_and_holds_are_out_and_the_exemption_is_said_whether_there_is_anything_or_not()
    {
        await ExportAsync(user: "s.lead", folder: "before");
        Rosewood.PolicyAdmin.Storage.SqliteExtensions.Execute(_school.Store, "UPDATE content_access SET type = 'GroomingOrHarassment' WHERE user = 'n.obrien'");
        await _school.RunAsync(new SetPolicyLegalHold { User = "n.obrien", Reason = "HOLDMARK", Reference = "REFMARK" }, _school.As("d.prot"));
        using (var change = _school.Context("New-SafeguardingConcern").BeginChange())
        {
            change.Audit("SAF-1", $"SAFEMARK {_school.IdOf("n.obrien")}", before: null, new { Note = "SAFEMARK" });
            change.Commit();
        }

        await ExportAsync();
        var all = All();
        all.ShouldNotContain("HOLDMARK");
        all.ShouldNotContain("REFMARK");
        all.ShouldNotContain("SAFEMARK");
        all.ShouldNotContain("MINEMARKContent");
        foreach (var words in ExemptionTexts.Withheld)
        {
            all.ShouldContain(words[..40]);
            System.Net.WebUtility.HtmlDecode(File.ReadAllText(Path.Combine(_school.Folder, "out", "before", "index.html"))).ShouldContain(words[..40]);
        }
    }

    [Fact]
    public async Task The_page_is_self_contained_and_runs_nothing()
    {
        Rosewood.PolicyAdmin.Storage.SqliteExtensions.Execute(_school.Store, "UPDATE visit SET device = '<script>alert(1)</script>MINEMARKVisit' WHERE user = 'n.obrien'");
        await ExportAsync();
        var page = File.ReadAllText(Path.Combine(Folder, "index.html"));
        page.ShouldNotContain("<script");
        page.ShouldContain("&lt;script&gt;");
        page.ShouldContain("Content-Security-Policy");
        page.ShouldNotContain("src=\"http");
    }

    [Fact]
    public async Task The_export_is_in_the_trail_with_digests_and_without_content()
    {
        var export = await ExportAsync();
        export.NotRead.ShouldBeEmpty();
        export.Records.ShouldBeGreaterThan(18);
        var entry = _school.Store.Audit.Read().Last();
        (entry.Command, entry.Subject, entry.OperatorId).ShouldBe(("Export-PersonData", _school.IdOf("n.obrien"), _school.IdOf("d.prot")));
        entry.After.ShouldNotBeNull().ShouldContain("Sha256");
        entry.After.ShouldNotContain("MINEMARK");
    }

    [Fact]
    public async Task Files_are_their_owners_alone_and_a_folder_with_files_is_refused()
    {
        await ExportAsync();
        if (!OperatingSystem.IsWindows())
        {
            Directory.EnumerateFiles(Folder).Append(Folder).Where(Rosewood.PolicyAdmin.Storage.PrivateFiles.IsOpenToOthers).ShouldBeEmpty();
        }

        (await _school.FaultOfAsync(new ExportPersonData { User = "n.obrien", OutputPath = Folder }, _school.As("d.prot"))).Id.ShouldBe("ExportFolderNotEmpty");
        Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(Folder)!).Count().ShouldBe(1);
    }

    [Fact]
    public void It_is_for_the_data_protection_officer_alone()
    {
        var command = CommandTable.For(typeof(ExportPersonData));
        command.Roles.ShouldBe(RoleSet.Of(Role.DataProtectionOfficer));
        foreach (var user in (string[])["h.teach", "s.lead", "it.tech", "r.safe", "n.obrien"])
        {
            Should.Throw<FaultException>(() => OperatorRights.Require(_school.As(user), command.Roles, command.Name)).Fault.Id.ShouldBe("OperatorNotAuthorised");
        }
    }

    [Fact]
    public async Task With_WhatIf_nothing_is_written()
    {
        await _school.RunAsync(new ExportPersonData { User = "n.obrien", OutputPath = Folder }, _school.As("d.prot"), new RecordingSink { Agrees = false });
        Directory.Exists(Folder).ShouldBeFalse();
    }

    private async Task<PersonDataExport> ExportAsync(string user = "n.obrien", string folder = "n.obrien") =>
        (await _school.RunAsync(new ExportPersonData { User = user, OutputPath = Path.Combine(_school.Folder, "out", folder) }, _school.As("d.prot"))).Of<PersonDataExport>().Single();

    private string All()
    {
        var text = new StringBuilder();
        foreach (var file in Directory.EnumerateFiles(Folder))
        {
            text.Append(System.Net.WebUtility.HtmlDecode(File.ReadAllText(file)));
        }

        return text.ToString();
    }
}
