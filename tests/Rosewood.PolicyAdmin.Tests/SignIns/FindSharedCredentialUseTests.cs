using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Devices;
using Rosewood.PolicyAdmin.Findings;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.SignIns;
using Rosewood.PolicyAdmin.SignIns.Absences;
using Rosewood.PolicyAdmin.Simulation;
using Rosewood.PolicyAdmin.Simulation.Model;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.SignIns;

/// <summary>The command over the files of a simulated school, with the school's own lists imported by the commands for them.</summary>
public sealed class FindSharedCredentialUseTests : IClassFixture<FindSharedCredentialUseTests.ImportedSchool>, IDisposable
{
    private static readonly SimulatedSchool Simulated = SchoolScenario.Plain(7, schoolDays: 30)
        .Changed(o => o with { LaptopShare = 0.7, IllnessRate = 0.02 })
        .With(Behaviour.ServiceAccount)
        .WithSharing(SharingStory.OfficePair, SharingStrength.Habitual)
        .Build();

    private static readonly SimulatedPerson Owner = Simulated.Truth.Single(t => t.IsShared).Account.Owner!;

    private readonly ImportedSchool _imported;
    private readonly TempWorkspace _school;

    public FindSharedCredentialUseTests(ImportedSchool imported)
    {
        _imported = imported;
        _school = imported.Open();
    }

    public void Dispose() => _school.Dispose();

    [Fact]
    public async Task It_finds_who_shares_and_says_what_was_looked_at_and_what_was_not_seen()
    {
        var sink = await Find(new FindSharedCredentialUse());
        var finding = sink.Outputs.ShouldHaveSingleItem().ShouldBeOfType<SharedCredentialUse>();
        finding.Account.ShouldBe(Simulated.Staff.Count(p => string.Equals(p.DisplayName, Owner.DisplayName, StringComparison.Ordinal)) == 1 ? Owner.DisplayName : Owner.Account!.UserPrincipalName);
        finding.Verdict.ShouldBe(SharedCredentialVerdict.Shared);
        finding.Timeline.ShouldBeEmpty();
        sink.Warnings[0].ShouldStartWith("Looked at ");
        sink.Warnings[0].ShouldContain("Entra sign-ins (JSON)");
        sink.Warnings[0].ShouldContain("Windows logons (JSON)");
        sink.Warnings[1].ShouldStartWith("Not seen: ");
        sink.Warnings.ShouldContain(w => w.StartsWith("Declared as shared, seen, and not judged: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_timeline_shows_the_days_and_the_review_keeps_them_either_way()
    {
        var sink = await Find(new FindSharedCredentialUse { Timeline = true });
        var days = ((SharedCredentialUse)sink.Outputs[0]).Timeline;
        days.ShouldNotBeEmpty();
        days.ShouldAllBe(d => d.Lanes.Any(l => l.Marks.Any(m => m.IsEvidence)));
        _school.Store.SignInReviews.Newest()!.Content.Findings[0].Timeline.Count.ShouldBe(days.Count);
        _school.Store.SignInReviews.Newest()!.Content.Blind.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_dismissal_holds_it_back_until_it_ends_and_the_command_says_so()
    {
        await _school.RunAsync(
            new AddFindingSuppression { Finding = FindingKind.SharedCredentialUse, User = [Owner.Login], Reason = "Asked: the two sit back to back", For = new DurationInput("30d") },
            _school.As(Simulated.Staff.First(p => p.Role == StaffRole.HeadTeacher).Login));
        var held = await Find(new FindSharedCredentialUse());
        held.Outputs.ShouldBeEmpty();
        held.Warnings.ShouldContain(w => w == "1 finding was held back by a dismissal. See Get-FindingSuppression.");

        _school.Clock.Now = _school.Clock.Now.AddDays(31);
        (await Find(new FindSharedCredentialUse())).Outputs.Count.ShouldBe(1);
    }

    [Fact]
    public async Task One_persons_search_shows_that_person_and_is_no_review()
    {
        (await Find(new FindSharedCredentialUse { User = [Owner.Login] })).Outputs.Count.ShouldBe(1);
        var other = Simulated.Staff.First(p => p != Owner);
        (await Find(new FindSharedCredentialUse { User = [other.Login] })).Outputs.ShouldBeEmpty();
        _school.Store.SignInReviews.Newest().ShouldBeNull();
        (await _school.FaultOfAsync(new FindSharedCredentialUse { SignInLog = _imported.SignInLogs, User = ["nobody.here"] })).Id.ShouldBe("PersonNotFound");
    }

    [Fact]
    public async Task A_period_bounds_the_evidence()
    {
        var middle = Simulated.SchoolDays[15];
        var later = (SharedCredentialUse)(await Find(new FindSharedCredentialUse { From = new TimeInput(middle.ToString("yyyy-MM-dd")), IncludePossible = true })).Outputs[0];
        DateOnly.FromDateTime(later.FirstSeen.DateTime).ShouldBeGreaterThanOrEqualTo(middle);
        (await Find(new FindSharedCredentialUse { To = new TimeInput("2026-08-01"), IncludePossible = true })).Outputs.ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_of_the_same_name_are_told_apart_by_their_account()
    {
        var rows = File.ReadAllText(_imported.File("staff.csv"));
        var other = Simulated.Staff.First(p => p != Owner && p.Role == StaffRole.Teacher);
        await _school.RunAsync(new ImportPolicyPerson { Path = _school.Write("staff2.csv", rows.Replace($",{other.DisplayName},", $",{Owner.DisplayName},", StringComparison.Ordinal)) });
        var finding = (SharedCredentialUse)(await Find(new FindSharedCredentialUse())).Outputs[0];
        finding.Account.ShouldBe(Owner.Account!.UserPrincipalName);
    }

    [Fact]
    public async Task Without_files_nothing_is_looked_at_and_that_is_said()
    {
        var sink = await _school.RunAsync(new FindSharedCredentialUse());
        sink.Outputs.ShouldBeEmpty();
        sink.Warnings[0].ShouldBe("Nothing was looked at: there is no sign-in in what was given.");
        _school.Store.SignInReviews.Newest().ShouldBeNull();
    }

    private Task<RecordingSink> Find(FindSharedCredentialUse request)
    {
        request.SignInLog = _imported.SignInLogs;
        return _school.RunAsync(request);
    }

    /// <summary>The school's files, written once, and a workspace into which its lists were imported once; each test has a copy of it.</summary>
    public sealed class ImportedSchool : IAsyncLifetime, IDisposable
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("rosewood-handed-over-").FullName;

        private readonly TempWorkspace _workspace = new(TestConfig.School with
        {
            Networks = [.. Simulated.Networks.Select(n => new NetworkConfig(n.Cidr, Enum.Parse<DeviceClass>(n.Class), n.Name))],
            SignIns = new SignInsConfig { UseAbsences = true, DeclaredSharedAccounts = [.. Simulated.DeclaredShared.Select(a => a.UserPrincipalName)] },
        });

        public string[] SignInLogs => [File("signins.json"), File("security.json")];

        public async Task InitializeAsync()
        {
            Simulated.WriteTo(_folder);
            await _workspace.RunAsync(new ImportPolicyPerson { Path = File("staff.csv") });
            await _workspace.RunAsync(new ImportPolicyDevice { Path = File("devices.csv") });
            await _workspace.RunAsync(new ImportStaffAbsence { Path = File("absences.csv") });
        }

        public string File(string name) => Path.Combine(_folder, name);

        public TempWorkspace Open() => _workspace.Copy();

        public Task DisposeAsync() => Task.CompletedTask;

        public void Dispose()
        {
            _workspace.Dispose();
            Directory.Delete(_folder, recursive: true);
        }
    }
}
