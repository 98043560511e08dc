using System.Text.Json;
using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Reporting;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Tests.Traffic;
using Rosewood.PolicyAdmin.Traffic;

namespace Rosewood.PolicyAdmin.Tests.Reporting;

/// <summary>Reports of a school whose head shares her name with a member of staff, and whose roster changes within the week.</summary>
public sealed class NamesakeReportTests : IDisposable
{
    private const string Header = "UserPrincipalName,DisplayName,Roles,LoginNames\n";
    private const string Head = "head@rosewood.example,Sam Lee,HeadTeacher,head\n";
    private const string Deputy = "deputy@rosewood.example,Dee Puty,DeputyHead,deputy\n";
    private const string Namesake = "s.lee@rosewood.example,Sam Lee,Support,s.lee\n";
    private const string Teacher = "k.rowe@rosewood.example,Kit Rowe,Teacher,k.rowe\n";

    private readonly TempWorkspace _workspace = new(now: "2026-11-10T09:00:00Z");

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task A_head_with_a_namesake_is_still_in_slt()
    {
        await RosterAsync("2026-11-10T09:00:00Z", Head, Deputy, Namesake, Teacher);
        await _workspace.RunAsync(new GrantSocialMediaAccess { User = ["k.rowe"], AuthorisedBy = "head", Reason = "Fair" });
        (await KindsAsync()).ShouldNotContain(k => k == DecisionKind.AuthoriserOutsideSlt);
    }

    [Fact]
    public async Task What_is_about_a_head_with_a_namesake_is_not_for_the_head_alone()
    {
        await RosterAsync("2026-11-10T09:00:00Z", Head, Deputy, Namesake, Teacher);
        await ImportAsync(SquidLog.Line("2026-11-17T10:00:00Z", user: "head"), SquidLog.Line("2026-11-17T10:00:00Z", user: "s.lee"));
        var items = (await ReportAsync()).GetProperty("Decisions").GetProperty("Items").EnumerateArray().ToList();
        Next(items, "head@rosewood.example").ShouldContain("about the head teacher");
        Next(items, "s.lee@rosewood.example").ShouldNotContain("about the head teacher");
    }

    [Theory]
    [InlineData("2026-11-10T09:00:00Z")]
    [InlineData("2026-11-18T20:00:00Z")]
    public async Task Standing_use_of_a_head_with_a_namesake_is_counted_also_when_the_namesake_came_within_the_week(string namesakeSince)
    {
        await RosterAsync("2026-11-10T09:00:00Z", Head, Deputy, Teacher);
        await RosterAsync(namesakeSince, Head, Deputy, Namesake, Teacher);
        await ImportAsync(SquidLog.Line("2026-11-17T17:00:00Z", user: "head", client: "10.40.0.3"), SquidLog.Line("2026-11-19T17:00:00Z", user: "head", client: "10.40.0.3"));
        var holders = (await ReportAsync()).GetProperty("Standing").GetProperty("Holders").EnumerateArray().ToList();
        holders.Select(h => h.GetProperty("Visits").GetInt64()).ShouldBe([2, 0]);
    }

    [Fact]
    public async Task Standing_use_of_somebody_who_was_deputy_for_part_of_the_week_is_listed()
    {
        await RosterAsync("2026-11-10T09:00:00Z", Head, Teacher);
        await RosterAsync("2026-11-17T09:00:00Z", Head, "k.rowe@rosewood.example,Kit Rowe,DeputyHead,k.rowe\n");
        await ConfirmRolesAsync("head");
        await RosterAsync("2026-11-19T09:00:00Z", Head, Teacher);
        await ConfirmRolesAsync("head");
        await ImportAsync(SquidLog.Line("2026-11-18T17:00:00Z", user: "k.rowe", client: "10.40.0.3"));
        var holder = (await ReportAsync()).GetProperty("Standing").GetProperty("Holders").EnumerateArray().Single(h => h.GetProperty("Person").ValueEquals("Kit Rowe"));
        holder.GetProperty("Role").GetString().ShouldBe("Head or deputy for part of the period");
        holder.GetProperty("Visits").GetInt64().ShouldBe(1);
    }

    [Fact]
    public async Task A_login_that_fits_two_members_of_staff_is_not_called_nobodys()
    {
        await RosterAsync("2026-11-10T09:00:00Z", Head, Deputy, "a.bell@one.rosewood.example,Ann Bell,Teacher,one\\a.bell\n", "a.bell2@rosewood.example,Al Bell,Teacher,two\\a.bell\n");
        await ImportAsync(SquidLog.Line("2026-11-17T10:00:00Z", user: "a.bell"));
        var report = await ReportAsync();
        report.GetProperty("Unnamed").GetProperty("NotOnRoster").GetProperty("Total").GetInt64().ShouldBe(0);
        report.GetProperty("Unnamed").GetProperty("Ambiguous").GetProperty("Unexplained").GetInt64().ShouldBe(1);
        var text = report.GetRawText();
        text.ShouldContain("fits more than one member of staff");
        text.ShouldContain("full login names");
        text.ShouldNotContain("nobody on the staff roster");
        text.ShouldNotContain("a.bell");
        text.ShouldNotContain("Ann Bell");
    }

    private static string Next(List<JsonElement> items, string subject) =>
        items.Single(i => i.GetProperty("Subject").GetString()!.StartsWith(subject, StringComparison.Ordinal)).GetProperty("Next").GetString()!;

    private async Task RosterAsync(string at, params string[] rows)
    {
        _workspace.Clock.Now = DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture);
        await _workspace.RunAsync(new ImportPolicyPerson { Path = _workspace.Write("staff.csv", Header + string.Concat(rows)) });
    }

    private async Task ConfirmRolesAsync(string login)
    {
        var person = _workspace.Store.People.Load().Resolve(login, _workspace.Clock.Now.UtcTicks);
        var op = new Operator(login, person, person.Roles);
        var waiting = (await _workspace.RunAsync(new ConfirmPolicyChange(), op)).Of<PolicyChange>().Select(c => c.Id).ToArray();
        await _workspace.RunAsync(new ConfirmPolicyChange { Id = waiting }, op);
    }

    private async Task ImportAsync(params string[] lines)
    {
        _workspace.Clock.Now = DateTimeOffset.Parse("2026-11-24T09:00:00Z", System.Globalization.CultureInfo.InvariantCulture);
        await _workspace.RunAsync(new ImportFirewallLog { Path = [_workspace.Write("access.log", SquidLog.Text(lines))] });
    }

    private async Task<JsonElement> ReportAsync()
    {
        _workspace.Clock.Now = DateTimeOffset.Parse("2026-11-24T09:00:00Z", System.Globalization.CultureInfo.InvariantCulture);
        var file = (await _workspace.RunAsync(new NewPolicyComplianceReport { Format = [ReportFormat.Json] })).Of<ReportFile>().Single();
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(file.Path));
        return json.RootElement.Clone();
    }

    private async Task<IReadOnlyList<DecisionKind>> KindsAsync() =>
        [.. (await ReportAsync()).GetProperty("Decisions").GetProperty("Items").EnumerateArray().Select(i => Enum.Parse<DecisionKind>(i.GetProperty("Kind").GetString()!))];
}
