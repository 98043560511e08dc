using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Findings;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.Findings;

/// <summary>Who may dismiss a finding about whom.</summary>
public sealed class SuppressionRightsTests : IAsyncLifetime, IDisposable
{
    private TempWorkspace _school = null!;

    public async Task InitializeAsync() => _school = await FindingSchool.OpenAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _school.Dispose();

    [Theory]
    [InlineData("h.teach", true, true)]
    [InlineData("s.lead", true, true)]
    [InlineData("it.tech", true, true)]
    [InlineData("r.safe", true, true)]
    [InlineData("d.prot", false, true)]
    [InlineData("n.obrien", false, false)]
    public void The_table_of_rights_names_who_may_run_what(string user, bool changes, bool reads)
    {
        var op = _school.As(user);
        foreach (var type in (Type[])[typeof(AddFindingSuppression), typeof(RemoveFindingSuppression)])
        {
            op.Roles.Overlaps(CommandTable.For(type).Roles).ShouldBe(changes, type.Name);
        }

        op.Roles.Overlaps(CommandTable.For(typeof(GetFindingSuppression)).Roles).ShouldBe(reads);
    }

    [Theory]
    [InlineData("h.teach")]
    [InlineData("s.lead")]
    [InlineData("r.safe")]
    public async Task Slt_and_the_safeguarding_lead_decide_by_themselves(string user) =>
        (await Add("n.obrien", user)).AuthorisedBy.ShouldBeNull();

    [Fact]
    public async Task A_technician_records_what_a_member_of_slt_decided()
    {
        (await Fault("n.obrien", "it.tech")).ShouldBe(("SuppressionAuthoriserRequired", FaultKind.NotAuthorised));

        var added = await Add("n.obrien", "it.tech", "deputy");
        (added.AddedBy, added.AuthorisedBy).ShouldBe(("Ivy Tech", "Dee Puty"));
    }

    [Theory]
    [InlineData("r.safe")]
    [InlineData("n.brown")]
    [InlineData("it.tech")]
    public async Task Only_slt_authorises(string authoriser) =>
        (await Fault("n.obrien", "it.tech", authoriser)).ShouldBe(("SuppressionAuthoriserNotSlt", FaultKind.NotAuthorised));

    [Theory]
    [InlineData("h.teach", "h.teach", null)]
    [InlineData("h.teach", "head", "deputy")]
    [InlineData("h.teach", "ROSEWOOD\\H.Teach", null)]
    [InlineData("r.safe", "Ruth Safe", null)]
    [InlineData("r.safe", "Ruth.Safe@home.example", null)]
    [InlineData("it.tech", "it.tech@rosewood.example", "head")]
    [InlineData("it.tech", "deputy", "deputy")]
    [InlineData("it.tech", "d.puty", "Dee Puty")]
    public async Task Nobody_dismisses_a_finding_about_themself_whoever_they_are_and_whoever_types_it(string by, string user, string? authoriser)
    {
        (await Fault(user, by, authoriser)).ShouldBe(("SuppressionOfSelf", FaultKind.NotAuthorised));
        _school.Store.Suppressions.LoadAll().ShouldBeEmpty();
    }

    [Fact]
    public async Task An_account_that_is_not_on_the_roster_dismisses_nothing_about_itself_either()
    {
        var op = new Operator("PC-07\\Temp.Tech", Person: null, RoleSet.Of(Role.Technician));
        (await _school.FaultOfAsync(Request("temp.tech", "head"), op)).Id.ShouldBe("SuppressionOfSelf");
        (await _school.FaultOfAsync(Request("pupils\\temp.tech", "head"), op)).Id.ShouldBe("SuppressionOfSelf");
        (await _school.RunAsync(Request("temp.two", "head"), op)).Of<FindingSuppression>().Single().AddedBy.ShouldBe("PC-07\\Temp.Tech");
    }

    [Fact]
    public async Task An_authoriser_who_leaves_while_a_person_is_asked_authorises_nothing()
    {
        var later = FindingSchool.People.Replace("Sol Lead,SeniorLeader,s.lead,,,,", "Sol Lead,SeniorLeader,s.lead,,,,2026-11-20", StringComparison.Ordinal);
        var sink = new RecordingSink { Meanwhile = () => _school.RunAsync(new ImportPolicyPerson { Path = _school.Write("later.csv", later) }).GetAwaiter().GetResult() };

        var fault = await Should.ThrowAsync<FaultException>(() => _school.RunAsync(Request("n.obrien", "s.lead"), _school.As("it.tech"), sink));

        fault.Fault.Id.ShouldBe("SuppressionAuthoriserNotSlt");
        _school.Store.Suppressions.LoadAll().ShouldBeEmpty();
    }

    private static AddFindingSuppression Request(string user, string? authoriser) => new() { User = [user], Reason = "Seen", AuthorisedBy = authoriser };

    private async Task<FindingSuppression> Add(string user, string by, string? authoriser = null) =>
        (await _school.RunAsync(Request(user, authoriser), _school.As(by))).Of<FindingSuppression>().Single();

    private async Task<(string Id, FaultKind Kind)> Fault(string user, string by, string? authoriser = null)
    {
        var fault = await _school.FaultOfAsync(Request(user, authoriser), _school.As(by));
        return (fault.Id, fault.Kind);
    }
}
