using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Correspondence;
using Rosewood.PolicyAdmin.Correspondence.Texts;
using Rosewood.PolicyAdmin.Governance;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Safeguarding;
using Rosewood.PolicyAdmin.Samples;
using Rosewood.PolicyAdmin.SignIns;
using Rosewood.PolicyAdmin.Storage;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.Samples;

/// <summary>The demo school after the demo: what every clause stands on, and what becomes of it when that is taken away.</summary>
public sealed class DemoEvidence : IAsyncLifetime, IDisposable
{
    private readonly string _stick = Directory.CreateTempSubdirectory("rosewood-stick-").FullName;

    public TempWorkspace Workspace { get; private set; } = null!;

    public IReadOnlyList<PolicyControl> Controls { get; private set; } = [];

    public IReadOnlyList<SharedCredentialUse> Logins { get; private set; } = [];

    public IReadOnlyList<UnofficialCorrespondence> Mail { get; private set; } = [];

    public IReadOnlyList<TextMessageMisuse> Texts { get; private set; } = [];

    public async Task InitializeAsync()
    {
        using var files = new TempWorkspace();
        Workspace = new TempWorkspace(PolicyConfigReader.Read(files.Write(DemoSchool.ConfigFile, DemoSchool.ReadText(DemoSchool.ConfigFile))));
        await DemoSchool.FillAsync(Workspace.Workspace, CancellationToken.None);
        var logs = Directory.CreateDirectory(Path.Combine(_stick, "logs")).FullName;
        DemoSignIns.Write(logs);
        DemoMail.Write(logs);
        DemoTexts.Write(logs);
        await Workspace.RunAsync(new ImportFirewallLog { Path = [.. DemoTraffic.WriteFiles(logs)] });
        Logins = [.. (await Workspace.RunAsync(new FindSharedCredentialUse { SignInLog = [Path.Combine(logs, DemoSignIns.ExportFile)] })).Of<SharedCredentialUse>()];
        Mail = [.. (await Workspace.RunAsync(new FindUnofficialCorrespondence { MessageTrace = [Path.Combine(logs, DemoMail.TraceFile)] })).Of<UnofficialCorrespondence>()];
        await Workspace.RunAsync(new ImportTextMessageLog { Path = Path.Combine(logs, DemoTexts.ExportFile) });
        Texts = [.. (await Workspace.RunAsync(new FindTextMessageMisuse())).Of<TextMessageMisuse>()];
        await Workspace.RunAsync(new NewSafeguardingKey { KeyPath = Path.Combine(_stick, "lead.key") }, Workspace.As("r.oyelaran"), new RecordingSink { Answer = _ => "violet anchor seven lamps" });
        Controls = [.. (await Workspace.RunAsync(new GetPolicyControl())).Of<PolicyControl>()];

        // Closed here, so that tests may copy it at the same time.
        Workspace.Copy().Dispose();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        Workspace.Dispose();
        Directory.Delete(_stick, recursive: true);
    }
}

public sealed class DemoEvidenceTests(DemoEvidence demo) : IClassFixture<DemoEvidence>
{
    /// <summary>What is taken away, and of which clauses the status must turn.</summary>
    public static TheoryData<string, string> Pieces() => new()
    {
        { "DELETE FROM visit", "USE-1 USE-2" },
        { "DELETE FROM sign_in_review", "LOG-1" },
        { "DELETE FROM correspondence_review; DELETE FROM visit", "COM-1" },
        { "DELETE FROM slt_ruling; DELETE FROM correspondence_review", "COM-4" },
        { "DELETE FROM text_message; DELETE FROM text_import", "COM-3" },
        { "DELETE FROM family_link WHERE id LIKE 'R-%'", "REL-1" },
        { "DELETE FROM family_link WHERE id LIKE 'F-%'", "REL-2" },
        { "DELETE FROM acknowledgement", "REL-3 CON-2 TRN-1" },
        { "DELETE FROM recruitment", "REC-1 REC-2" },
        { "DELETE FROM safeguarding_key; DELETE FROM visit", "SAF-1 SAF-2" },
        { "UPDATE audit SET subject = 'rewritten' WHERE seq = 9", "GOV-1" },
    };

    [Fact]
    public void Every_clause_of_the_policy_has_live_evidence()
    {
        var open = demo.Controls.Where(c => c.Status == ControlStatus.NotCovered).Select(c => $"{c.Clause}: {c.Evidence}");
        string.Join('\n', open).ShouldBe("");
        demo.Controls.Count.ShouldBe(29);
    }

    [Fact]
    public void What_is_planted_in_sign_ins_mail_and_texts_is_found_and_nobody_else_is_accused()
    {
        demo.Logins.Where(l => l.Verdict == SharedCredentialVerdict.Shared).Select(l => l.Account).ShouldBe(["Ella Pennington"]);
        demo.Mail.Select(m => (m.Person, m.Kind, m.Correspondent)).Order().ShouldBe(
        [
            ("Imogen Hartley", CorrespondenceKind.PersonalAddress, "family:F-2007"),
            ("Imogen Hartley", CorrespondenceKind.PersonalAddress, "family:F-2013"),
            ("Joanna Pike", CorrespondenceKind.PersonalWebmail, "Outlook.com"),
        ]);
        demo.Texts.Select(t => (t.Person, t.Kind)).ShouldBe([("Victoria Holloway", TextMessageMisuseKind.SenderNotAllowed)]);
    }

    [Theory]
    [MemberData(nameof(Pieces))]
    public async Task Without_a_piece_of_evidence_the_clauses_that_stand_on_it_turn(string sql, string clauses)
    {
        using var copy = demo.Workspace.Copy();
        DropTriggers(copy);
        copy.Store.Execute("PRAGMA foreign_keys = OFF");
        foreach (var statement in sql.Split(';'))
        {
            copy.Store.Execute(statement);
        }

        var turned = await TurnedAsync(copy);
        clauses.Split(' ').ShouldBeSubsetOf(turned, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("SafeguardingLead", "SAF-1 SAF-3 RES-1")]
    [InlineData("HeadTeacher;DeputyHead;SeniorLeader", "LOG-2 CON-1 MIS-1 MIS-2 MIS-3 DIS-1 RES-2 RES-3")]
    public async Task Without_the_people_whom_a_route_leads_to_its_clauses_turn(string roles, string clauses)
    {
        using var copy = demo.Workspace.Copy();
        DropTriggers(copy);
        foreach (var role in roles.Split(';'))
        {
            copy.Store.Execute($"UPDATE person_version SET end_date = '2026-11-20' WHERE ';' || roles || ';' LIKE '%;{role};%'");
        }

        clauses.Split(' ').ShouldBeSubsetOf(await TurnedAsync(copy), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Without_a_leaders_work_number_and_the_standing_authorisation_their_clauses_turn()
    {
        using var copy = demo.Workspace.Copy();
        await copy.RunAsync(new ImportPolicyPerson { Path = copy.Write("staff.csv", DemoSchool.ReadText(DemoSchool.StaffFile).Replace("07700 900101", "", StringComparison.Ordinal)) });
        (await TurnedAsync(copy)).ShouldBe(["COM-2"]);
        var config = copy.Workspace.Config with { Access = copy.Workspace.Config.Access with { StandingAuthorisation = false } };
        var context = new CommandContext("Get-PolicyControl", TempWorkspace.Technician, copy.Clock, new PolicyWorkspace(copy.Workspace.Paths, config, copy.Store));
        ControlReader.Read(context).Single(c => c.Clause is "USE-3").Status.ShouldBe(ControlStatus.NotCovered);
    }

    /// <summary>Without what keeps facts from being changed.</summary>
    private static void DropTriggers(TempWorkspace copy)
    {
        foreach (var trigger in copy.Store.Query("SELECT name FROM sqlite_master WHERE type = 'trigger'", [], static r => r.GetString(0)))
        {
            copy.Store.Execute($"DROP TRIGGER \"{trigger}\"");
        }
    }

    /// <summary>The clauses whose status is another one than the whole demo's.</summary>
    private async Task<List<string>> TurnedAsync(TempWorkspace copy)
    {
        var now = (await copy.RunAsync(new GetPolicyControl())).Of<PolicyControl>().ToDictionary(c => c.Clause, StringComparer.Ordinal);
        return [.. demo.Controls.Where(c => now[c.Clause].Status != c.Status).Select(c => c.Clause)];
    }
}
