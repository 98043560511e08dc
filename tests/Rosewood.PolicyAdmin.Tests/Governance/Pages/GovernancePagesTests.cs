using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Governance;
using Rosewood.PolicyAdmin.Governance.Data;
using Rosewood.PolicyAdmin.Governance.Pages;
using Rosewood.PolicyAdmin.Governance.Retention;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.Governance.Pages;

public sealed class GovernancePagesTests : IAsyncLifetime
{
    private TempWorkspace _school = null!;

    public async Task InitializeAsync()
    {
        _school = await FindingSchool.OpenAsync();
        PlantedData.Plant(_school, "n.obrien", "SOMEMARK");
    }

    public Task DisposeAsync()
    {
        _school.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task The_DPIA_facts_say_what_is_really_there_and_what_is_on()
    {
        var files = (await _school.RunAsync(new NewPolicyDpiaFacts(), _school.As("d.prot"))).Of<GovernanceFile>().ToList();
        files.Select(f => Path.GetFileName(f.Path)).ShouldBe(["dpia-facts-2026-11-24.html", "dpia-facts-2026-11-24.json"]);
        var facts = JsonNode.Parse(File.ReadAllText(files[1].Path))!;
        var classes = facts["Classes"]!.AsArray();
        classes.Select(c => c!["Class"]!.GetValue<string>()).ShouldBe(DataClasses.All.Select(c => c.Name.ToString()));
        var visits = classes.First(c => c!["Class"]!.GetValue<string>().Equals("Visits", StringComparison.Ordinal))!;
        visits["Records"]!.GetValue<long>().ShouldBe(1);
        visits["Oldest"]!.GetValue<string>().ShouldBe("2026-11-24T09:00:00+00:00");
        facts["Settings"]!.AsArray().First(s => s!["Key"]!.GetValue<string>().Equals("signIns.useAbsences", StringComparison.Ordinal))!["Value"]!.GetValue<string>().ShouldBe("on");
        facts["Roles"]!.AsArray().First(r => r!["Role"]!.GetValue<string>().Equals("DataProtectionOfficer", StringComparison.Ordinal))!["Holders"]!.AsArray().Single()!.GetValue<string>().ShouldBe("Dora Prot");
        facts["Files"]!.AsArray().First(f => f!["Path"]!.GetValue<string>().Equals("store.db", StringComparison.Ordinal))!["OwnerOnly"]!.GetValue<bool>().ShouldBeTrue();
        var page = File.ReadAllText(files[0].Path);
        page.ShouldContain("not legal advice");
        page.ShouldNotContain("<script");
        Names(page).ShouldBeEmpty();
        files[0].Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(files[0].Path))));
        _school.Store.Audit.Read().Last().Subject.ShouldBe("dpia-facts-2026-11-24");
    }

    [Fact]
    public async Task Who_made_them_is_named_only_where_they_hold_a_public_role()
    {
        var byLead = (await _school.RunAsync(new NewPolicyDpiaFacts(), _school.As("d.prot"))).Of<GovernanceFile>().ToList();
        byLead.ShouldAllBe(f => File.ReadAllText(f.Path).Contains("Dora Prot", StringComparison.Ordinal));
        var byTechnician = (await _school.RunAsync(new NewPolicyDpiaFacts(), _school.As("it.tech"))).Of<GovernanceFile>().ToList();
        byTechnician.ShouldAllBe(f => File.ReadAllText(f.Path).Contains("a technician", StringComparison.Ordinal));
        byTechnician.ShouldAllBe(f => !Names(File.ReadAllText(f.Path)).Any());

        var pack = (await _school.RunAsync(new NewPolicyInspectionPack(), _school.As("it.tech"))).Of<GovernanceFile>().Single();
        using var zip = ZipFile.OpenRead(pack.Path);
        foreach (var entry in zip.Entries)
        {
            Names(Encoding.UTF8.GetString(Read(entry))).ShouldBeEmpty(entry.Name);
        }
    }

    [Fact]
    public async Task A_second_one_on_a_day_overwrites_nothing()
    {
        await _school.RunAsync(new NewPolicyDpiaFacts(), _school.As("d.prot"));
        (await _school.RunAsync(new NewPolicyDpiaFacts(), _school.As("d.prot"))).Of<GovernanceFile>().First().Path.ShouldEndWith("dpia-facts-2026-11-24-2.html");
        (await _school.FaultOfAsync(new NewPolicyDpiaFacts { OutputPath = _school.Store.FilePath }, _school.As("d.prot"))).Id.ShouldBe("GovernanceFolderIsFile");
    }

    [Fact]
    public async Task The_pack_holds_what_inspectors_ask_for_with_checksums_that_fit_and_no_name_beyond_public_roles()
    {
        await _school.RunAsync(new RegisterFilteringReview { ReviewedBy = ["head", "r.safe", "it.tech"], Outcome = "Holds", AcceptedGap = ["No decryption of banks"], AcceptedBy = "deputy" }, _school.As("h.teach"));
        var pack = (await _school.RunAsync(new NewPolicyInspectionPack(), _school.As("h.teach"))).Of<GovernanceFile>().Single();
        using var zip = ZipFile.OpenRead(pack.Path);
        var files = zip.Entries.ToDictionary(e => e.Name, Read, StringComparer.Ordinal);
        files.Keys.ShouldBe(["index.html", "dpia-facts.html", "dpia-facts.json", "audit-proof.json", "reviews.csv", "targets.csv", "tests.csv", "exceptions.csv", "gaps.csv", "controls.csv", "registers.csv", "checksums.txt"], ignoreOrder: true);
        foreach (var line in Encoding.UTF8.GetString(files["checksums.txt"]).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var (sum, name) = (line[..64], line[66..]);
            sum.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(files[name])), name);
        }

        var index = Encoding.UTF8.GetString(files["index.html"]);
        index.ShouldContain("No decryption of banks");
        index.ShouldContain("Dee Puty");
        index.ShouldContain("member of staff 1");
        index.ShouldContain(pack.AuditHead);
        Encoding.UTF8.GetString(files["exceptions.csv"]).ShouldContain("Hana Teach");
        foreach (var (name, content) in files)
        {
            Names(Encoding.UTF8.GetString(content)).ShouldBeEmpty(name);
        }
    }

    [Fact]
    public async Task A_review_needs_a_senior_leader_and_an_accepted_gap_needs_one_too()
    {
        var head = _school.As("h.teach");
        (await _school.FaultOfAsync(new RegisterFilteringReview { ReviewedBy = ["it.tech"], Outcome = "Holds" }, head)).Id.ShouldBe("FilteringReviewerNotSlt");
        (await _school.FaultOfAsync(new RegisterFilteringReview { ReviewedBy = ["head"], Outcome = "Holds", AcceptedGap = ["x"], AcceptedBy = "it.tech" }, head)).Id.ShouldBe("FilteringReviewerNotSlt");
        (await _school.FaultOfAsync(new RegisterFilteringReview { ReviewedBy = ["head"], Outcome = "Holds", On = new TimeInput("2026-12-01") }, head)).Id.ShouldBe("FilteringReviewInFuture");
        Should.Throw<FaultException>(() => new RegisterFilteringReview { ReviewedBy = ["head"], Outcome = "Holds", AcceptedGap = ["x"] }.Validate()).Fault.Id.ShouldBe("FilteringReviewGapUnowned");
        var review = (await _school.RunAsync(new RegisterFilteringReview { ReviewedBy = ["head"], Outcome = "Holds" }, head)).Of<FilteringReview>().Single();
        review.NextReview.ShouldBe(new DateOnly(2027, 11, 24));
        (await _school.RunAsync(new GetFilteringReview { Last = 1 }, _school.As("d.prot"))).Of<FilteringReview>().Single().Id.ShouldBe(review.Id);
    }

    [Fact]
    public async Task Who_has_left_reviews_and_accepts_nothing_any_more_but_did_before()
    {
        await _school.RunAsync(new ImportPolicyPerson { Path = _school.Write("staff.csv", FindingSchool.People.Replace("s.lead,,,,", "s.lead,,,,2026-11-30", StringComparison.Ordinal)) });
        _school.Clock.Now = DateTimeOffset.Parse("2026-12-02T10:00:00Z");
        var head = _school.As("h.teach");

        (await _school.FaultOfAsync(new RegisterFilteringReview { ReviewedBy = ["s.lead"], Outcome = "Holds" }, head)).Id.ShouldBe("FilteringReviewerNotSlt");
        (await _school.FaultOfAsync(new RegisterFilteringReview { ReviewedBy = ["head"], Outcome = "Holds", AcceptedGap = ["x"], AcceptedBy = "s.lead" }, head)).Id.ShouldBe("FilteringReviewerNotSlt");
        (await _school.RunAsync(new RegisterFilteringReview { ReviewedBy = ["s.lead"], Outcome = "Holds", On = new TimeInput("2026-11-27") }, head)).Of<FilteringReview>().Count().ShouldBe(1);
    }

    [Theory]
    [InlineData("2026-11-20")]
    [InlineData("2026-11-19")]
    public async Task The_next_review_is_later_than_this_one(string next) =>
        (await _school.FaultOfAsync(new RegisterFilteringReview { ReviewedBy = ["head"], Outcome = "Holds", On = new TimeInput("2026-11-20"), NextReview = new TimeInput(next) }, _school.As("h.teach"))).Id.ShouldBe("FilteringReviewNextNotLater");

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task The_last_none_is_a_fault(int last) =>
        (await _school.FaultOfAsync(new GetFilteringReview { Last = last }, _school.As("h.teach"))).Id.ShouldBe("LastInvalid");

    [Fact]
    public async Task The_control_of_governance_says_whether_retention_ran_and_the_trail_proves()
    {
        Governance().Evidence.ShouldContain("have never been removed");
        await _school.RunAsync(new RemoveExpiredPolicyData(), _school.As("d.prot"));
        Governance().Evidence.ShouldContain("last removed on 2026-11-24. No legal hold is in force");
        _school.Clock.Now = _school.Clock.Now.AddDays(60);
        Governance().Evidence.ShouldContain("overdue");
        Rosewood.PolicyAdmin.Workspace.Health.RetentionChecks.Runs(_school.Store, _school.Clock.Now, TimeZoneInfo.Utc).Status.ShouldBe(Rosewood.PolicyAdmin.Workspace.Health.HealthStatus.Amber);
    }

    [Fact]
    public void The_pack_is_for_SLT_the_safeguarding_lead_and_the_data_protection_officer() =>
        CommandTable.For(typeof(NewPolicyInspectionPack)).Roles.ShouldBe(RoleSet.Guarded);

    private PolicyControl Governance() => ControlReader.Read(_school.Context("x")).Single(c => c.Clause.Equals("GOV-1", StringComparison.Ordinal));

    private static IEnumerable<string> Names(string text)
    {
        var plain = System.Net.WebUtility.HtmlDecode(text);
        return ((string[])["Niamh", "n.obrien", "Nell Brown", "Ivy Tech", "SOMEMARKGrant", "SOMEMARKVisit"]).Where(n => plain.Contains(n, StringComparison.OrdinalIgnoreCase));
    }

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
