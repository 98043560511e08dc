using System.Globalization;
using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Samples;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.Samples;

/// <summary>The demo school, filled and imported once: the product must find what is planted, and accuse nobody else.</summary>
public sealed class DemoFortnight : IAsyncLifetime, IDisposable
{
    private TempWorkspace? _workspace;

    public TempWorkspace Workspace => _workspace!;

    public IReadOnlyList<LogImport> Imports { get; private set; } = [];

    public IReadOnlyList<Visit> Visits { get; private set; } = [];

    public async Task InitializeAsync()
    {
        using var files = new TempWorkspace();
        var config = PolicyConfigReader.Read(files.Write(DemoSchool.ConfigFile, DemoSchool.ReadText(DemoSchool.ConfigFile)));
        _workspace = new TempWorkspace(config);
        await DemoSchool.FillAsync(Workspace.Workspace, CancellationToken.None);
        var logs = DemoTraffic.WriteFiles(Path.Combine(Workspace.Folder, "logs"));
        Imports = [.. (await Workspace.RunAsync(new ImportFirewallLog { Path = [.. logs] })).Of<LogImport>()];
        Visits = [.. (await Workspace.RunAsync(new FindSocialMediaUse { All = true })).Of<Visit>()];
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _workspace?.Dispose();
}

public sealed class DemoFortnightTests(DemoFortnight demo) : IClassFixture<DemoFortnight>
{
    private static readonly Verdict[] NeedEyes = [Verdict.Unexplained, Verdict.PersonalInSession, Verdict.BlockedAttempt];

    [Fact]
    public void Every_planted_story_comes_out_as_the_table_says()
    {
        var wrong = DemoStories.All
            .Where(story => !demo.Visits.Any(v => Tells(v, story)))
            .Select(story => $"{story.Id}: {story.Verdict}/{story.Reason} expected; found {string.Join(" | ", demo.Visits.Where(v => Meets(v, story)).Select(v => $"{v.Verdict}/{v.Reason} {v.User} {v.Start:HH:mm:ss}-{v.End:HH:mm:ss} {v.Hits}"))}");
        string.Join('\n', wrong).ShouldBe("");
    }

    [Fact]
    public void Nobody_is_shown_for_what_is_not_in_the_table()
    {
        var strays = demo.Visits
            .Where(v => NeedEyes.Contains(v.Verdict) && !DemoStories.All.Any(story => Tells(v, story)))
            .Select(v => $"{v.Verdict}/{v.Reason} {v.User} {v.Device} {v.Address} {v.Service} {v.Start:MM-dd HH:mm:ss}-{v.End:HH:mm:ss} {v.Hits}");
        string.Join('\n', strays).ShouldBe("");
    }

    [Fact]
    public void One_connection_outlived_its_grant_and_no_other_is_said_to()
    {
        var visit = demo.Visits.Where(v => v.OutlivedGrantBy is not null).ShouldHaveSingleItem();
        Tells(visit, DemoStories.All.Single(s => s.OutlivedGrantBy is not null)).ShouldBeTrue();
        (visit.Verdict, visit.GrantId, visit.OutlivedGrantBy).ShouldBe((Verdict.Authorised, "G-0006", TimeSpan.FromMinutes(20)));
    }

    [Fact]
    public void Every_verdict_is_found() =>
        demo.Visits.Select(v => v.Verdict).Distinct().Order().ShouldBe(Enum.GetValues<Verdict>().Where(v => v != Verdict.NotInScope).Order());

    [Fact]
    public void The_import_counts_the_malformed_lines_and_no_others()
    {
        demo.Imports.Sum(i => i.Malformed).ShouldBe(DemoOutage.MalformedLines);
        demo.Imports.Sum(i => i.Lines).ShouldBeGreaterThanOrEqualTo(200_000);
    }

    [Fact]
    public async Task The_register_holds_the_grants_in_each_of_their_states()
    {
        var grants = (await demo.Workspace.RunAsync(new GetSocialMediaAccess { IncludeEnded = true })).Of<AccessGrant>().ToDictionary(g => g.Id, StringComparer.Ordinal);
        grants.Count.ShouldBe(6);
        State("G-0001").ShouldBe((GrantStatus.Active, ConfirmationState.Confirmed));
        State("G-0002").ShouldBe((GrantStatus.Expired, ConfirmationState.Confirmed));
        State("G-0003").ShouldBe((GrantStatus.Revoked, ConfirmationState.Confirmed));
        State("G-0004").ShouldBe((GrantStatus.Active, ConfirmationState.Unconfirmed));
        State("G-0005").ShouldBe((GrantStatus.Revoked, ConfirmationState.Refused));
        State("G-0006").ShouldBe((GrantStatus.Expired, ConfirmationState.NotNeeded));
        (GrantStatus, ConfirmationState) State(string id) => (grants[id].Status, grants[id].Confirmation);
    }

    private static bool Tells(Visit visit, DemoStory story) =>
        Meets(visit, story) && visit.Verdict == story.Verdict && visit.Reason == story.Reason && visit.OutlivedGrantBy == story.OutlivedGrantBy && SameUser(visit, story);

    private static bool Meets(Visit visit, DemoStory story) =>
        string.Equals(visit.Service, story.Service, StringComparison.Ordinal)
        && string.Equals(visit.Address, story.Address, StringComparison.Ordinal)
        && visit.Start <= story.Until
        && visit.End >= story.From;

    /// <summary>On the roster by name (where two share it, with what tells them apart), else by the login in the log.</summary>
    private static bool SameUser(Visit visit, DemoStory story) => story.Person is null
        ? string.Equals(visit.User, story.User, StringComparison.OrdinalIgnoreCase)
        : visit.OnRoster && (string.Equals(visit.User, story.Person, StringComparison.Ordinal)
            || visit.User!.Contains(story.User!.Split('@')[0].ToLower(CultureInfo.InvariantCulture), StringComparison.Ordinal));
}
