using System.Text;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Governance;
using Rosewood.PolicyAdmin.Governance.Data;
using Rosewood.PolicyAdmin.Governance.Holds;
using Rosewood.PolicyAdmin.Governance.Retention;
using Rosewood.PolicyAdmin.Incidents;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Reporting.Facts;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Workspace.Health;

namespace Rosewood.PolicyAdmin.Tests.Governance.Retention;

public sealed class RemoveExpiredPolicyDataTests : IDisposable
{
    private const string Then = "1996-06-03T09:00:00+00:00";
    private const string Now = "2026-11-24T09:00:00+00:00";
    private const string Gone = "o.gone@rosewood.example,Oona Gone,Teacher,o.gone,oona@private.example,07700 900999,,1996-07-01\n";
    private static readonly string[] Planted =
    [
        "Visit", "Content", "Log", "SignIn", "Mail", "Dismissal", "Grant", "RelationshipDeclaration", "FamilyContactAgreement", "Text", "Device", "login", "Test", "File", "Review", "Report", "Facts", "Pack", "Page", "Subject", "Value",
        "Version", "Post", "Candidate", "Ruling", "Incident", "Closing", "Concern", "Run",
    ];

    /// <summary>What speaks of nobody by an id that a hold could know.</summary>
    private static readonly string[] OfNobody = ["Log", "Candidate", "Run"];

    private readonly TempWorkspace _workspace = new(now: Then);
    private readonly string _oldHead;

    public RemoveExpiredPolicyDataTests()
    {
        Run(new ImportPolicyPerson { Path = _workspace.Write("staff.csv", FindingSchool.People + Gone) }).Faults.ShouldBeEmpty();
        PlantedData.Plant(_workspace, "o.gone", "OLDMARK");
        var hold = Run(new SetPolicyLegalHold { User = "o.gone", Reason = "OLDMARKHold", Reference = "OLDMARKCase" }).Of<PolicyLegalHold>().Single();
        Run(new ClearPolicyLegalHold { Id = [hold.Id], Reason = "OLDMARKCleared" });
        _oldHead = AuditVerifier.Verify(_workspace.Store, null).Head;
        _workspace.Clock.Now = DateTimeOffset.Parse(Now, System.Globalization.CultureInfo.InvariantCulture);
        PlantedData.Plant(_workspace, "n.obrien", "NEWMARK");
        Checkpoint();
        File.Delete(Path.Combine(_workspace.Folder, "staff.csv"));
    }

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void Nothing_of_what_was_removed_is_left_in_any_byte_of_any_file()
    {
        Bytes().ShouldContain("OLDMARK");
        Bytes().ShouldContain("Oona Gone");

        Run(new RemoveExpiredPolicyData()).Faults.ShouldBeEmpty();

        foreach (var trace in (string[])["OLDMARK", "Oona Gone", "o.gone", "oona@private", "900999"])
        {
            Find(trace).ShouldBeNull($"'{trace}' is still there");
        }

        new FileInfo(_workspace.Store.FilePath + "-wal").Length.ShouldBeLessThan(200_000);
        foreach (var name in Enum.GetValues<DataClassName>())
        {
            _workspace.Store.CheckIntegrity().ShouldBeEmpty(name.ToString());
        }
    }

    [Fact]
    public void What_is_within_its_time_stays()
    {
        var before = Marks("NEWMARK");
        before.Count.ShouldBeGreaterThan(12);
        Run(new RemoveExpiredPolicyData());
        Marks("NEWMARK").ShouldBe(before);
        _workspace.Context("x").LoadPeople().Resolve("n.obrien", _workspace.Clock.Now.UtcTicks).DisplayName.ShouldBe("Niamh O'Brien");
    }

    [Fact]
    public void The_trail_is_cut_and_still_proves_also_against_a_head_from_before()
    {
        Run(new RemoveExpiredPolicyData());

        var proof = AuditVerifier.Verify(_workspace.Store, _oldHead);
        proof.ShouldSatisfyAllConditions(
            p => p.Intact.ShouldBeTrue(p.Explanation),
            p => p.Guarded.ShouldBeTrue(),
            p => p.IsSound.ShouldBeTrue(),
            p => p.CutBefore.ShouldNotBeNull(),
            p => p.Explanation.ShouldContain("The expected head is among them"));
        _workspace.Store.Audit.Read().ShouldAllBe(r => r.At.Year == 2026);
    }

    [Theory]
    [InlineData("DROP TRIGGER audit_cut_is_append_only_update; UPDATE audit_cut SET hash = x'00' WHERE seq = 1")]
    [InlineData("DROP TRIGGER audit_cut_is_append_only_delete; DELETE FROM audit_cut WHERE seq = (SELECT max(seq) FROM audit_cut)")]
    [InlineData("DROP TRIGGER audit_cut_is_append_only_delete; DELETE FROM audit_cut")]
    [InlineData("DROP TRIGGER audit_cut_takes_what_is_there; INSERT INTO audit_cut SELECT seq, hash FROM audit ORDER BY seq LIMIT 1; DELETE FROM audit_value WHERE seq = (SELECT min(seq) FROM audit); DELETE FROM audit WHERE seq = (SELECT min(seq) FROM audit)")]
    public void A_cut_that_nobody_recorded_breaks_the_proof(string sql)
    {
        Run(new RemoveExpiredPolicyData());
        StoreDamageOf(sql);
        AuditVerifier.Verify(_workspace.Store, null).Intact.ShouldBeFalse();
    }

    [Fact]
    public void Entries_go_by_a_recorded_cut_alone() =>
        Should.Throw<Microsoft.Data.Sqlite.SqliteException>(() => _workspace.Store.Connection.Run("DELETE FROM audit WHERE seq = 1")).Message.ShouldContain("append-only");

    [Fact]
    public void With_WhatIf_it_says_what_is_over_and_removes_nothing()
    {
        var sink = new RecordingSink { Agrees = false };
        Run(new RemoveExpiredPolicyData(), sink);
        sink.Of<ExpiredData>().Select(e => e.Class).ShouldBe(RetentionRun.Covered, ignoreOrder: true, "every class has something that is over");
        sink.Of<ExpiredData>().ShouldAllBe(e => e.Removed == 0 && e.Expired > 0);
        Bytes().ShouldContain("OLDMARK");
        RetentionState.LastRun(_workspace.Store).ShouldBeNull();
    }

    [Fact]
    public void The_trail_records_counts_by_class_and_never_what_was_in_them()
    {
        Run(new RemoveExpiredPolicyData());
        var entries = _workspace.Store.Audit.Read().Where(r => r.Command.Equals("Remove-ExpiredPolicyData", StringComparison.Ordinal)).ToList();
        entries.Count(e => e.Subject.StartsWith("retention ", StringComparison.Ordinal)).ShouldBeGreaterThan(15);
        entries.ShouldContain(e => e.Subject.Equals("retention Visits", StringComparison.Ordinal) && e.After!.Contains("\"Removed\":1", StringComparison.Ordinal));
        entries.ShouldAllBe(e => !(e.Subject + e.After).Contains("OLDMARK", StringComparison.Ordinal));
    }

    [Fact]
    public void A_second_run_finds_nothing_more()
    {
        Run(new RemoveExpiredPolicyData());
        Run(new RemoveExpiredPolicyData()).Of<ExpiredData>().ShouldBeEmpty();
    }

    [Fact]
    public void A_run_that_was_stopped_anywhere_is_finished_by_the_next()
    {
        for (var stop = 1; stop < RetentionRun.Covered.Count; stop += 4)
        {
            using var copy = new RemoveExpiredPolicyDataTests();
            var asked = 0;
            var sink = new RecordingSink { Meanwhile = () => asked = asked == stop ? throw new OperationCanceledException() : asked + 1 };
            Should.Throw<OperationCanceledException>(() => copy.Run(new RemoveExpiredPolicyData(), sink));
            RetentionState.IsCompactionPending(copy._workspace.Store).ShouldBeTrue();
            RetentionChecks.Runs(copy._workspace.Store, copy._workspace.Clock.Now, TimeZoneInfo.Utc).Status.ShouldBe(HealthStatus.Amber);

            copy.Run(new RemoveExpiredPolicyData()).Faults.ShouldBeEmpty();
            copy.Find("OLDMARK").ShouldBeNull();
            AuditVerifier.Verify(copy._workspace.Store, null).IsSound.ShouldBeTrue();
            RetentionState.IsCompactionPending(copy._workspace.Store).ShouldBeFalse();
        }
    }

    [Fact]
    public void While_another_command_reads_it_says_that_it_is_not_finished_and_the_next_run_finishes()
    {
        using (var other = Rosewood.PolicyAdmin.Storage.PolicyStore.Open(_workspace.Store.FilePath))
        using (var reading = other.Audit.Read().GetEnumerator())
        {
            reading.MoveNext().ShouldBeTrue();
            _workspace.Store.Connection.Run("PRAGMA busy_timeout = 200");
            Run(new RemoveExpiredPolicyData()).Faults.Single().Id.ShouldBe("RetentionNotFinished");
            RetentionState.LastRun(_workspace.Store).ShouldBeNull();
        }

        Run(new RemoveExpiredPolicyData()).Faults.ShouldBeEmpty();
        Find("OLDMARK").ShouldBeNull();
    }

    [Fact]
    public void What_a_hold_about_a_person_covers_stays_until_it_is_cleared()
    {
        var hold = Run(new SetPolicyLegalHold { User = "o.gone", Reason = "Claim", Reference = "ET-1" }).Of<PolicyLegalHold>().Single();
        var before = Marks("OLDMARK").Except(OfNobody, StringComparer.Ordinal).ToList();

        var sink = Run(new RemoveExpiredPolicyData());
        sink.Warnings.ShouldContain(w => w.Contains("legal hold", StringComparison.Ordinal));
        before.Except(Marks("OLDMARK"), StringComparer.Ordinal).ShouldBeEmpty();
        Bytes().ShouldContain("Oona Gone");
        AuditVerifier.Verify(_workspace.Store, null).IsSound.ShouldBeTrue();

        Run(new ClearPolicyLegalHold { Id = [hold.Id], Reason = "Settled" });
        Run(new RemoveExpiredPolicyData());
        Find("OLDMARK").ShouldBeNull();
    }

    [Theory]
    [InlineData("P-9001 P-9002 P-9003 P-9004 P-9005 P-9006 P-9007 P-9008 P-9009 P-9010 P-9011 P-0001 {0}", "")]
    [InlineData("{0}", "")]
    [InlineData("P-9001", "o.gone")]
    public void A_hold_about_a_person_keeps_an_incident_of_many_people_and_one_that_knows_a_login_alone(string people, string login)
    {
        var id = _workspace.IdOf("o.gone");
        PlantIncident(DateTimeOffset.Parse(Then, System.Globalization.CultureInfo.InvariantCulture), string.Format(System.Globalization.CultureInfo.InvariantCulture, people, id).Split(' '), login, "HELDMARK", isClosed: true);
        PlantIncident(DateTimeOffset.Parse(Then, System.Globalization.CultureInfo.InvariantCulture), ["P-9001"], "x.other", "LOOSEMARK", isClosed: true);
        var hold = Run(new SetPolicyLegalHold { User = "o.gone", Reason = "Claim", Reference = "ET-1" }).Of<PolicyLegalHold>().Single();

        Run(new RemoveExpiredPolicyData()).Faults.ShouldBeEmpty();
        Incidents().ShouldContain("HELDMARK");
        Incidents().ShouldNotContain("LOOSEMARK");

        Run(new ClearPolicyLegalHold { Id = [hold.Id], Reason = "Settled" });
        Run(new RemoveExpiredPolicyData());
        Incidents().ShouldNotContain("HELDMARK");
    }

    [Fact]
    public void Whoever_left_stays_on_the_roster_while_an_incident_with_them_is_not_closed()
    {
        var then = DateTimeOffset.Parse(Then, System.Globalization.CultureInfo.InvariantCulture);
        var id = PlantIncident(then, [_workspace.IdOf("o.gone")], "", "OPENMARK", isClosed: false);
        Run(new RemoveExpiredPolicyData()).Faults.ShouldBeEmpty();
        _workspace.Context("x").LoadPeople().SpansFrom(long.MinValue).ShouldContain(s => s.Value.DisplayName.Equals("Oona Gone", StringComparison.Ordinal));
        Incidents().ShouldContain("OPENMARK");

        Close(id, then);
        Run(new RemoveExpiredPolicyData());
        _workspace.Context("x").LoadPeople().SpansFrom(long.MinValue).ShouldNotContain(s => s.Value.DisplayName.Equals("Oona Gone", StringComparison.Ordinal));
        Incidents().ShouldNotContain("OPENMARK");
    }

    [Fact]
    public void The_report_for_the_data_protection_officer_counts_by_the_same_map_and_asks_only_for_what_no_hold_keeps()
    {
        var facts = Processing();
        facts.Keys.ShouldBe(DataClasses.All.Select(c => DataClassWords.Title(c.Name)), ignoreOrder: true);
        foreach (var name in RetentionRun.Covered)
        {
            facts[DataClassWords.Title(name)].Over.ShouldBeGreaterThan(0, name.ToString());
        }

        facts[DataClassWords.Title(DataClassName.Visits)].ShouldSatisfyAllConditions(f => f.Count.ShouldBe(2), f => f.Oldest.ShouldNotBeNull().Year.ShouldBe(1996), f => f.Kept.ShouldContain("retention.visits"));
        facts[DataClassWords.Title(DataClassName.Declarations)].Count.ShouldBe(2, "agreements lie in the same table");

        Run(new SetPolicyLegalHold { Class = DataClassName.Visits, From = new TimeInput("1996-06-01"), To = new TimeInput("1996-06-30"), Reason = "Request", Reference = "CR/1" });
        Processing()[DataClassWords.Title(DataClassName.Visits)].ShouldSatisfyAllConditions(f => f.Count.ShouldBe(2), f => f.Over.ShouldBe(0));
        Run(new RemoveExpiredPolicyData());
        Processing().Values.ShouldAllBe(f => f.Over == 0);
    }

    [Fact]
    public void A_hold_of_a_class_keeps_that_class_of_that_time_alone()
    {
        Run(new SetPolicyLegalHold { Class = DataClassName.Visits, From = new TimeInput("1996-06-01"), To = new TimeInput("1996-06-30"), Reason = "Request", Reference = "CR/1" });
        Run(new SetPolicyLegalHold { Class = DataClassName.Grants, From = new TimeInput("1999-06-01"), Reason = "Request", Reference = "CR/1" });
        Run(new RemoveExpiredPolicyData());
        Bytes().ShouldContain("OLDMARKVisit");
        Bytes().ShouldNotContain("OLDMARKGrant");
    }

    [Fact]
    public void No_number_is_given_twice_after_the_newest_was_removed()
    {
        _workspace.Store.Connection.Run("DELETE FROM access_grant WHERE fact LIKE '%NEWMARK%'; DELETE FROM block_test WHERE fact LIKE '%NEWMARK%'");
        Run(new RemoveExpiredPolicyData());
        using var change = _workspace.Context("x").BeginChange();
        _workspace.Store.Grants.NextId(change).ShouldBe("G-0002");
    }

    [Fact]
    public void Values_that_somebody_else_took_away_still_call_for_a_look()
    {
        Run(new RemoveExpiredPolicyData());
        _workspace.Store.Connection.Run("DELETE FROM audit_value WHERE seq = (SELECT max(seq) - 1 FROM audit_value)");
        AuditVerifier.Verify(_workspace.Store, null).ShouldSatisfyAllConditions(p => p.Intact.ShouldBeTrue(), p => p.IsSound.ShouldBeFalse());
    }

    private RecordingSink Run(PolicyRequest request, RecordingSink? sink = null)
    {
        var op = _workspace.Context("x").LoadPeople().IsEmpty ? TempWorkspace.Technician : _workspace.As("d.prot");
        return _workspace.RunAsync(request, op, sink).GetAwaiter().GetResult();
    }

    private Dictionary<string, ProcessingFact> Processing() => ProcessingFact.Load(_workspace.Context("x")).ToDictionary(f => f.Class, StringComparer.Ordinal);

    private string Incidents() => string.Join(' ', _workspace.Store.Incidents.LoadAll().Select(i => i.Fact.Summary));

    private string PlantIncident(DateTimeOffset at, string[] people, string login, string mark, bool isClosed)
    {
        string id;
        using (var change = _workspace.Context("x").BeginChange())
        {
            id = _workspace.Store.Incidents.NextId(change);
            _workspace.Store.Incidents.Add(change, new IncidentFact { Id = id, Type = IncidentType.Gambling, Misuse = MisuseKind.Content, Nature = MisuseNature.Commercial, Severity = IncidentSeverity.Minor, PersonIds = people, Logins = login.Length == 0 ? [] : [login], Summary = mark, Clause = "MIS-2", OpenedBy = "x", OpenedAt = at, Salt = "AAAA" });
            change.Audit("MIS-1", id, before: null, new { Planted = true });
            change.Commit();
        }

        if (isClosed)
        {
            Close(id, at);
        }

        return id;
    }

    private void Close(string id, DateTimeOffset at)
    {
        using var change = _workspace.Context("x").BeginChange();
        _workspace.Store.Incidents.Add(change, new IncidentUpdateFact { IncidentId = id, Status = IncidentStatus.Closed, Outcome = IncidentOutcome.NoMisuse, Reason = "Seen", By = "x", At = at, Salt = "AAAA" });
        change.Audit("MIS-1", id, before: null, new { Planted = true });
        change.Commit();
    }

    private void StoreDamageOf(string sql)
    {
        _workspace.Store.Connection.Run("PRAGMA foreign_keys = OFF");
        _workspace.Store.Connection.Run(sql);
    }

    private void Checkpoint() => _workspace.Store.Connection.Run("PRAGMA wal_checkpoint(TRUNCATE)");

    private IEnumerable<string> Files() => Directory.EnumerateFiles(_workspace.Folder, "*", SearchOption.AllDirectories);

    private static string Text(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return Encoding.Latin1.GetString(bytes.ToArray());
    }

    private string Bytes() => string.Concat(Files().Select(f => Path.GetFileName(f) + Text(f)));

    private string? Find(string trace) => Files().FirstOrDefault(f => (Path.GetFileName(f) + Text(f)).Contains(trace, StringComparison.OrdinalIgnoreCase));

    /// <summary>Which of the planted marks are there.</summary>
    private List<string> Marks(string mark)
    {
        Checkpoint();
        var bytes = Bytes();
        return [.. Planted.Where(p => bytes.Contains(mark + p, StringComparison.Ordinal))];
    }
}

/// <summary>SQL as somebody with the file could run it.</summary>
internal static class SqlRun
{
    public static void Run(this Microsoft.Data.Sqlite.SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
