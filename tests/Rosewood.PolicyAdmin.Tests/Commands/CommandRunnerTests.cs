using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Governance;
using Rosewood.PolicyAdmin.Governance.SubjectAccess;
using Rosewood.PolicyAdmin.Incidents;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Registers;
using Rosewood.PolicyAdmin.Registers.Acknowledgements;
using Rosewood.PolicyAdmin.Registers.Recruitment;
using Rosewood.PolicyAdmin.Safeguarding;
using Rosewood.PolicyAdmin.Storage;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Workspace;
using Rosewood.PolicyAdmin.Workspace.Health;

namespace Rosewood.PolicyAdmin.Tests.Commands;

public sealed class CommandRunnerTests
{
    [Fact]
    public void An_operator_who_matches_nobody_is_refused_and_leaves_no_trace()
    {
        using var workspace = new DiskWorkspace();
        File.AppendAllText(workspace.Paths.Config, "// edited\n");
        workspace.FaultOf(new GetPolicyAudit(), "pupil").ShouldSatisfyAllConditions(
            f => f.Id.ShouldBe("OperatorNotAuthorised"),
            f => f.Target.ShouldBe("pupil"),
            f => f.Message.ShouldContain("belongs to nobody on the roster"));
        workspace.WithStore(s => s.Audit.Read().Count().ShouldBe(1));
    }

    [Fact]
    public void Somebody_on_the_roster_who_is_refused_is_in_the_trail()
    {
        using var workspace = new DiskWorkspace();
        var staff = Path.Combine(Path.GetDirectoryName(workspace.Paths.Config)!, "staff.csv");
        File.WriteAllText(staff, "UserPrincipalName,DisplayName,Roles,LoginNames\nt.teach@rosewood.example,Tess Teach,Teacher,t.teach\n");
        workspace.Run(new ImportPolicyPerson { Path = staff });
        foreach (var request in (PolicyRequest[])[new GetSafeguardingConcern { KeyPath = "lead.key" }, new GetRecruitmentRecord(), new GetRelationshipDeclaration(), new GetPolicyIncident(), new ExportPersonData { User = "t.teach", OutputPath = "export" }])
        {
            workspace.FaultOf(request, "t.teach").Id.ShouldBe("OperatorNotAuthorised");
            var name = CommandTable.For(request.GetType()).Name;
            var entry = workspace.Run(new GetPolicyAudit()).Of<AuditEntry>().Single(e => e.Subject.Equals($"refused {name}", StringComparison.Ordinal));
            (entry.Command, entry.Clause).ShouldBe((name, "GOV-1"));
            entry.Operator.ShouldContain("Tess Teach");
        }
    }

    [Fact]
    public void What_a_command_itself_refuses_is_in_the_trail_too_and_an_ordinary_fault_is_not()
    {
        using var workspace = new DiskWorkspace();
        var staff = Path.Combine(Path.GetDirectoryName(workspace.Paths.Config)!, "staff.csv");
        File.WriteAllText(staff, "UserPrincipalName,DisplayName,Roles,LoginNames\nt.teach@rosewood.example,Tess Teach,Teacher,t.teach\nh.teach@rosewood.example,Hana Teach,HeadTeacher,h.teach\n");
        workspace.Run(new ImportPolicyPerson { Path = staff });
        workspace.FaultOf(new RegisterPolicyAcknowledgement { User = ["h.teach"] }, "t.teach").Id.ShouldBe("AcknowledgementOfOthers");
        workspace.FaultOf(new RegisterPolicyAcknowledgement { User = ["nobody"] }, "h.teach").Kind.ShouldBe(FaultKind.NotFound);
        workspace.Run(new GetPolicyAudit()).Of<AuditEntry>().Single(e => e.Subject.StartsWith("refused ", StringComparison.Ordinal)).ShouldSatisfyAllConditions(
            e => e.Subject.ShouldBe("refused Register-PolicyAcknowledgement"),
            e => e.Operator.ShouldContain("Tess Teach"));
    }

    [Fact]
    public void An_edit_of_the_configuration_is_in_the_trail_once_with_its_difference()
    {
        using var workspace = new DiskWorkspace();
        var text = File.ReadAllText(workspace.Paths.Config);
        File.WriteAllText(workspace.Paths.Config, text.Replace("\"longestDuration\": \"365d\"", "\"longestDuration\": \"90d\"", StringComparison.Ordinal));
        workspace.Run(new GetPolicyControl());
        workspace.Run(new GetPolicyControl());

        var entry = workspace.Run(new GetPolicyAudit()).Of<AuditEntry>().Skip(1).ShouldHaveSingleItem();
        entry.ShouldSatisfyAllConditions(
            e => e.Clause.ShouldBe("GOV-1"),
            e => e.Subject.ShouldBe("policy.json"),
            e => e.Command.ShouldBe("Get-PolicyControl"),
            e => e.Before!.ShouldContain("longestDuration\\\": \\\"365d"),
            e => e.After!.ShouldContain("longestDuration\\\": \\\"90d"),
            e => e.After!.ShouldNotContain("defaultDuration"));
    }

    [Fact]
    public void An_edit_that_is_taken_back_is_two_edits()
    {
        using var workspace = new DiskWorkspace();
        var text = File.ReadAllText(workspace.Paths.Config);
        File.WriteAllText(workspace.Paths.Config, text + "// one\n");
        workspace.Run(new GetPolicyControl());
        File.WriteAllText(workspace.Paths.Config, text);
        workspace.Run(new GetPolicyControl());
        workspace.Run(new GetPolicyAudit()).Of<AuditEntry>().Count().ShouldBe(3);
    }

    [Fact]
    public void Two_commands_at_once_note_an_edit_once()
    {
        using var workspace = new DiskWorkspace();
        File.AppendAllText(workspace.Paths.Config, "// edited\n");
        using var gate = new Barrier(4);
        var failures = new List<Exception>();
        var threads = Enumerable.Range(0, 4).Select(_ => new Thread(() =>
        {
            gate.SignalAndWait();
            try
            {
                workspace.Run(new GetPolicyControl());
            }
            catch (Exception e)
            {
                lock (failures)
                {
                    failures.Add(e);
                }
            }
        })).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());

        failures.ShouldBeEmpty();
        workspace.Run(new GetPolicyAudit()).Of<AuditEntry>().Count().ShouldBe(2);
        workspace.Run(new TestPolicyAudit()).Of<AuditProof>().Single().Intact.ShouldBeTrue();
    }

    [Fact]
    public void A_broken_configuration_stops_every_command_before_it_changes_anything()
    {
        using var workspace = new DiskWorkspace();
        File.WriteAllText(workspace.Paths.Config, "{ \"school\": }");
        workspace.FaultOf(new GetPolicyAudit()).ShouldSatisfyAllConditions(f => f.Id.ShouldBe("ConfigInvalid"), f => f.Target.ShouldBe("policy.json:1:13"));
    }

    [Fact]
    public void A_missing_workspace_is_a_clear_fault()
    {
        using var workspace = new DiskWorkspace();
        Directory.Delete(workspace.Paths.Root, recursive: true);
        workspace.FaultOf(new GetPolicyAudit()).ShouldSatisfyAllConditions(f => f.Id.ShouldBe("WorkspaceNotFound"), f => f.Target.ShouldBe(workspace.Paths.Root));
    }

    /// <summary>Each command's advice has to be one that the next does not refuse.</summary>
    [Theory]
    [InlineData("policy.json", "WorkspaceIncomplete")]
    [InlineData("store.db", "StoreMissing")]
    public void Half_a_workspace_is_restored_or_begun_anew_elsewhere(string missing, string id)
    {
        using var workspace = new DiskWorkspace();
        File.Delete(Path.Combine(workspace.Paths.Root, missing));
        workspace.FaultOf(new GetPolicyAudit()).ShouldSatisfyAllConditions(
            f => f.Id.ShouldBe(id),
            f => f.Message.ShouldContain("from the last backup"),
            f => f.Message.ShouldContain("in an empty folder"));
        workspace.Run(new TestPolicyWorkspace()).Of<HealthCheck>().ShouldContain(c => c.Status == HealthStatus.Red && c.Remedy!.Contains("from the last backup", StringComparison.Ordinal));
    }

    [Fact]
    public void A_missing_store_is_a_clear_fault_and_none_is_made()
    {
        using var workspace = new DiskWorkspace();
        File.Delete(workspace.Paths.Store);
        workspace.FaultOf(new GetPolicyAudit()).ShouldSatisfyAllConditions(f => f.Id.ShouldBe("StoreMissing"), f => f.Kind.ShouldBe(FaultKind.NotFound));
        File.Exists(workspace.Paths.Store).ShouldBeFalse();
    }

    [Fact]
    public void A_damaged_page_is_a_clear_fault()
    {
        using var workspace = new DiskWorkspace();
        workspace.WithStore(StoreDamage.FillPages);
        StoreDamage.BreakAPage(workspace.Paths.Store);
        workspace.FaultOf(new GetPolicyAudit()).ShouldSatisfyAllConditions(
            f => f.Id.ShouldBe("StoreCorrupt"),
            f => f.Kind.ShouldBe(FaultKind.Corrupt),
            f => f.Message.ShouldContain("restore store.db from the last backup"));
    }

    [Fact]
    public void A_file_that_is_no_store_is_a_clear_fault()
    {
        using var workspace = new DiskWorkspace();
        File.WriteAllText(workspace.Paths.Store, new string('x', 9000));
        workspace.FaultOf(new GetPolicyAudit()).Id.ShouldBe("StoreCorrupt");
    }

    [Fact]
    public void Another_programs_database_is_not_taken_over()
    {
        using var workspace = new DiskWorkspace();
        workspace.WithStore(s => s.Execute("PRAGMA application_id = 5"));
        workspace.FaultOf(new GetPolicyAudit()).Id.ShouldBe("StoreNotOurs");
    }

    [Fact]
    public void A_store_of_a_newer_version_is_left_alone()
    {
        using var workspace = new DiskWorkspace();
        workspace.WithStore(s => s.Execute("PRAGMA user_version = 9999"));
        workspace.FaultOf(new GetPolicyAudit()).Id.ShouldBe("StoreTooNew");
    }

    [Fact]
    public void A_read_only_folder_is_a_clear_fault_where_something_has_to_be_written()
    {
        using var workspace = new DiskWorkspace();
        File.AppendAllText(workspace.Paths.Config, "// edited\n");
        const UnixFileMode Look = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        const UnixFileMode Enter = Look | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        File.SetUnixFileMode(workspace.Paths.Store, Look);
        File.SetUnixFileMode(workspace.Paths.Config, Look);
        File.SetUnixFileMode(workspace.Paths.Root, Enter);
        File.SetUnixFileMode(Path.GetDirectoryName(workspace.Paths.Root)!, Enter);
        Unprivileged.Run(() =>
        {
            var fault = workspace.FaultOf(new GetPolicyAudit());
            fault.Id.ShouldBeOneOf("StoreReadOnly", "StoreCantOpen");
            fault.Message.ShouldContain("account that owns the workspace");
        });
        File.SetUnixFileMode(Path.GetDirectoryName(workspace.Paths.Root)!, Enter | UnixFileMode.UserWrite);
        File.SetUnixFileMode(workspace.Paths.Root, Enter | UnixFileMode.UserWrite);
    }

    [Fact]
    public void A_folder_of_another_account_is_a_clear_fault()
    {
        using var workspace = new DiskWorkspace();
        File.SetUnixFileMode(Path.GetDirectoryName(workspace.Paths.Root)!, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherExecute);
        Unprivileged.Run(() =>
        {
            var fault = workspace.FaultOf(new GetPolicyAudit());
            fault.ShouldSatisfyAllConditions(
                f => f.Id.ShouldBe("AccessDenied"),
                f => f.Kind.ShouldBe(FaultKind.Unavailable),
                f => f.Message.ShouldContain("The workspace belongs to another account"),
                f => f.Message.ShouldContain("leave the rights as they are"));
        });
    }
}
