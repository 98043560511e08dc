using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Governance;
using Rosewood.PolicyAdmin.Storage;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.Workspace;

public sealed class InitializePolicyWorkspaceTests : IDisposable
{
    private readonly string _parent = Directory.CreateTempSubdirectory("rosewood-test-").FullName;

    private string Root => Path.Combine(_parent, "school", "policy");

    public void Dispose() => Directory.Delete(_parent, recursive: true);

    [Fact]
    public void A_workspace_is_made_whole_and_for_its_owner_alone()
    {
        var created = Run(new InitializePolicyWorkspace { Path = Root, SchoolName = "  St Mary's " }).Of<WorkspaceCreated>().Single();

        created.ShouldSatisfyAllConditions(
            c => c.Path.ShouldBe(Root),
            c => c.SchoolName.ShouldBe("St Mary's"),
            c => c.Operator.ShouldBe("it.tech"),
            c => c.NextSteps.ShouldContain(s => s.Contains("Import-PolicyPerson", StringComparison.Ordinal)));
        Directory.GetFileSystemEntries(Root).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(["feeds", "policy.json", "policy.schema.json", "reports", "store.db"]);
        foreach (var entry in Directory.GetFileSystemEntries(Root).Append(Root))
        {
            PrivateFiles.IsOpenToOthers(entry).ShouldBeFalse(entry);
        }

        using var workspace = WorkspaceLocator.Open(Root);
        workspace.Config.School.Name.ShouldBe("St Mary's");
        workspace.Config.SchoolDay.Terms.ShouldContain(t => t.Name.Equals("Autumn 2026", StringComparison.Ordinal));
    }

    [Fact]
    public void Who_makes_it_is_its_first_technician_and_the_trail_says_so()
    {
        Run(new InitializePolicyWorkspace { Path = Root }, "SCHOOL\\it.tech");

        using var store = PolicyStore.Open(new WorkspacePaths(Root).Store);
        store.Settings.GetBootstrapOperators().ShouldBe([("SCHOOL\\it.tech", "Technician")]);
        var entry = store.Audit.Read().Single();
        entry.ShouldSatisfyAllConditions(
            e => e.Command.ShouldBe("Initialize-PolicyWorkspace"),
            e => e.OperatorId.ShouldBe("account:SCHOOL\\it.tech"),
            e => e.At.ShouldBe(DateTimeOffset.Parse("2026-11-24T09:00:00Z", System.Globalization.CultureInfo.InvariantCulture)),
            e => e.After!.ShouldContain("\"SchoolName\":\"Our school\""));
    }

    [Fact]
    public void The_first_command_afterwards_sees_no_edit_of_the_configuration()
    {
        Run(new InitializePolicyWorkspace { Path = Root });
        var sink = Run(new GetPolicyAudit(), workspace: Root);
        sink.Of<AuditEntry>().Count().ShouldBe(1);
    }

    [Fact]
    public void Without_a_path_the_hosts_workspace_counts()
    {
        Run(new InitializePolicyWorkspace(), workspace: Root).Of<WorkspaceCreated>().Single().Path.ShouldBe(Root);
        File.Exists(Path.Combine(Root, "policy.json")).ShouldBeTrue();
    }

    [Fact]
    public void An_empty_folder_is_taken_and_closed_to_others()
    {
        Directory.CreateDirectory(Root);
        File.SetUnixFileMode(Root, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        Run(new InitializePolicyWorkspace { Path = Root });
        PrivateFiles.IsOpenToOthers(Root).ShouldBeFalse();
    }

    [Fact]
    public void Folders_above_the_workspace_keep_the_systems_rights()
    {
        Run(new InitializePolicyWorkspace { Path = Root });
        File.GetUnixFileMode(Path.GetDirectoryName(Root)!).HasFlag(UnixFileMode.UserExecute).ShouldBeTrue();
        Directory.GetParent(Root)!.GetFileSystemInfos().Length.ShouldBe(1);
    }

    [Fact]
    public void A_workspace_is_never_made_over_another()
    {
        Run(new InitializePolicyWorkspace { Path = Root });
        var before = File.ReadAllBytes(Path.Combine(Root, "policy.json"));
        FaultOf(new InitializePolicyWorkspace { Path = Root, SchoolName = "Other" }).ShouldSatisfyAllConditions(f => f.Id.ShouldBe("WorkspaceExists"), f => f.Target.ShouldBe(Root));
        File.ReadAllBytes(Path.Combine(Root, "policy.json")).ShouldBe(before);
    }

    [Theory]
    [InlineData("holiday.jpg", "WorkspaceFolderNotEmpty")]
    [InlineData(".hidden", "WorkspaceFolderNotEmpty")]
    [InlineData("store.db", "WorkspaceIncomplete")]
    [InlineData("policy.json", "WorkspaceExists")]
    public void A_folder_in_use_is_refused_and_left_as_it_is(string file, string id)
    {
        Directory.CreateDirectory(Root);
        File.WriteAllText(Path.Combine(Root, file), "mine");
        FaultOf(new InitializePolicyWorkspace { Path = Root }).Id.ShouldBe(id);
        Directory.GetFileSystemEntries(Root).Select(Path.GetFileName).ShouldBe([file]);
        File.ReadAllText(Path.Combine(Root, file)).ShouldBe("mine");
    }

    [Fact]
    public void A_file_in_the_folders_place_is_refused()
    {
        var file = Path.Combine(_parent, "file");
        File.WriteAllText(file, "mine");
        FaultOf(new InitializePolicyWorkspace { Path = file }).Id.ShouldBe("WorkspaceNotAFolder");
        FaultOf(new InitializePolicyWorkspace { Path = Path.Combine(file, "below") }).Kind.ShouldBe(FaultKind.Unavailable);
        File.ReadAllText(file).ShouldBe("mine");
    }

    [Fact]
    public void A_path_that_can_be_none_is_refused() =>
        FaultOf(new InitializePolicyWorkspace { Path = "a\0b" }).Id.ShouldBe("WorkspacePathInvalid");

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("two\nlines")]
    public void A_name_that_reports_could_not_print_is_refused(string name)
    {
        FaultOf(new InitializePolicyWorkspace { Path = Root, SchoolName = name }).Id.ShouldBe("SchoolNameInvalid");
        Directory.Exists(Root).ShouldBeFalse();
    }

    [Fact]
    public void Declined_or_under_WhatIf_nothing_is_made()
    {
        var sink = new RecordingSink { Agrees = false };
        Run(new InitializePolicyWorkspace { Path = Root }, sink: sink);
        sink.Asked.Single().Target.ShouldBe(Root);
        sink.Outputs.ShouldBeEmpty();
        Directory.GetFileSystemEntries(_parent).ShouldBeEmpty();
    }

    [Fact]
    public void What_fails_half_way_leaves_nothing_behind()
    {
        // The store is made, and then refuses what it is given.
        using (var builder = new WorkspaceBuilder(Root))
        {
            Should.Throw<Microsoft.Data.Sqlite.SqliteException>(() => builder.Build(config: null!, "School", "it.tech", new AuditOrigin("Test", "P-1", DateTimeOffset.UnixEpoch)));
        }

        Directory.GetFileSystemEntries(_parent).ShouldBeEmpty();
    }

    [Fact]
    public void A_sample_that_is_cancelled_between_two_acts_leaves_nothing_behind()
    {
        using var cancellation = new CancellationTokenSource();
        var sink = new CancellingSink(cancellation);
        Should.Throw<OperationCanceledException>(() => CommandRunner.RunAsync(
            new InitializePolicyWorkspace { Path = Root, Sample = true },
            new CommandHost(WorkspacePath: null, new FixedClock("2026-11-24T09:00:00+00:00"), "it.tech"),
            sink,
            cancellation.Token).GetAwaiter().GetResult());
        Directory.GetFileSystemEntries(_parent).ShouldBeEmpty();
    }

    [Fact]
    public void A_disk_that_is_full_is_not_called_another_workspace_and_leaves_no_torn_file()
    {
        const int NoSpace = 28;
        using (var builder = new WorkspaceBuilder(Root, (stream, content) =>
        {
            stream.Write(content.AsSpan(0, content.Length / 2));
            throw new IOException("No space left on device", NoSpace);
        }))
        {
            Should.Throw<IOException>(() => builder.Build("{}", "School", "it.tech", new AuditOrigin("Test", "P-1", DateTimeOffset.UnixEpoch))).HResult.ShouldBe(NoSpace);
        }

        Directory.GetFileSystemEntries(_parent).ShouldBeEmpty();
    }

    [Fact]
    public void What_fails_half_way_in_an_empty_folder_leaves_the_folder()
    {
        Directory.CreateDirectory(Root);
        using (var builder = new WorkspaceBuilder(Root))
        {
            builder.Build("{}", "School", "it.tech", new AuditOrigin("Test", "P-1", DateTimeOffset.UnixEpoch));
            File.WriteAllText(Path.Combine(builder.Paths.Reports, "sample.html"), "made by this call");
        }

        Directory.Exists(Root).ShouldBeTrue();
        Directory.GetFileSystemEntries(Root).ShouldBeEmpty();
    }

    [Fact]
    public void A_folder_that_may_not_be_written_is_a_clear_fault()
    {
        File.SetUnixFileMode(_parent, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        Unprivileged.Run(() =>
        {
            var fault = FaultOf(new InitializePolicyWorkspace { Path = Root });
            fault.Id.ShouldBe("AccessDenied");
            fault.Message.ShouldContain("Name a place that this account may use");
            fault.Message.ShouldNotContain("The workspace belongs");
        });
        Directory.GetFileSystemEntries(_parent).ShouldBeEmpty();
        File.SetUnixFileMode(_parent, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public void Two_at_once_make_one_workspace()
    {
        using var gate = new Barrier(2);
        var ids = new string[2];
        var threads = Enumerable.Range(0, 2).Select(i => new Thread(() =>
        {
            gate.SignalAndWait();
            try
            {
                Run(new InitializePolicyWorkspace { Path = Root, SchoolName = $"School {i}" });
                ids[i] = "made";
            }
            catch (FaultException e)
            {
                ids[i] = e.Fault.Id;
            }
        })).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());

        ids.Count(i => i is "made").ShouldBe(1, string.Join(", ", ids));
        ids.ShouldContain(i => i.StartsWith("Workspace", StringComparison.Ordinal));
        using var workspace = WorkspaceLocator.Open(Root);
        workspace.Store.Audit.Read().Count().ShouldBe(1);
    }

    private static RecordingSink Run(PolicyRequest request, string account = "it.tech", string? workspace = null, RecordingSink? sink = null)
    {
        sink ??= new RecordingSink();
        CommandRunner.RunAsync(request, new CommandHost(workspace, new FixedClock("2026-11-24T09:00:00+00:00"), account), sink, CancellationToken.None).GetAwaiter().GetResult();
        return sink;
    }

    /// <summary>Agrees, and cancels the command at once.</summary>
    private sealed class CancellingSink(CancellationTokenSource cancellation) : ICommandSink
    {
        public void Write(object value)
        {
        }

        public void Warn(string message)
        {
        }

        public void Report(Fault fault)
        {
        }

        public void Progress(CommandProgress progress)
        {
        }

        public bool ShouldProcess(string target, string action)
        {
            cancellation.Cancel();
            return true;
        }
    }

    private static Fault FaultOf(PolicyRequest request) => Should.Throw<FaultException>(() => Run(request)).Fault;
}
