using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Governance;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Storage;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Traffic;

namespace Rosewood.PolicyAdmin.Tests.Commands;

/// <summary>What a timer may do, whose account is nobody's on the roster.</summary>
public sealed class UnattendedRightsTests : IDisposable
{
    private const string Timer = "root";

    private readonly DiskWorkspace _workspace = new();
    private readonly string _log;

    public UnattendedRightsTests()
    {
        _log = Path.Combine(Path.GetDirectoryName(_workspace.Paths.Root)!, "access.log");
        File.WriteAllText(_log, "1794823200.000     12 10.20.1.5 TCP_MISS/200 900 GET http://www.facebook.com/ n.obrien HIER_DIRECT/192.0.2.1 text/html\n");
    }

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void The_owner_of_the_store_imports_logs_without_a_login_as_a_service()
    {
        Run(Import(), unattended: true).Of<LogImport>().Single().Lines.ShouldBe(1);
        var entry = _workspace.Run(new GetPolicyAudit()).Of<AuditEntry>().First(e => e.Command is "Import-FirewallLog");
        entry.Operator.ShouldBe("service:root");
        _workspace.Run(new GetPolicyAudit { User = "service:root" }).Of<AuditEntry>().ShouldNotBeEmpty();
    }

    [Fact]
    public void A_person_who_is_nobody_on_the_roster_does_not() =>
        FaultOf(Import(), unattended: false).ShouldSatisfyAllConditions(f => f.Id.ShouldBe("OperatorNotAuthorised"), f => f.Message.ShouldNotContain("store.db"));

    [Fact]
    public void No_other_command_lets_a_timer_through()
    {
        FaultOf(new GetPolicyAudit(), unattended: true).Id.ShouldBe("OperatorNotAuthorised");
        CommandTable.All.Where(c => c.MayRunUnattended).Select(c => c.Name).ShouldBeSubsetOf(["Import-FirewallLog", "Invoke-PolicyReportSchedule", "Publish-SocialMediaBlock", "Remove-ExpiredPolicyData", "Sync-PolicyTenant"], StringComparer.Ordinal);
        foreach (var command in CommandTable.All.Where(c => !c.MayRunUnattended && !c.Roles.IsEmpty))
        {
            Should.Throw<FaultException>(() => OperatorRights.Admit(Nobody, command, unattended: true, _workspace.Paths.Store), command.Name);
        }
    }

    [Fact]
    public void A_service_holds_no_role_and_nobodys_name()
    {
        var op = OperatorRights.Admit(Nobody, CommandTable.For(typeof(ImportFirewallLog)), unattended: true, _workspace.Paths.Store);
        (op.Id, op.Person, op.Roles.IsEmpty).ShouldBe(("service:root", null, true));
    }

    [Fact]
    public void Whoever_holds_the_role_runs_it_as_themselves() => OperatorRights
        .Admit(new Operator(DiskWorkspace.Account, Person: null, RoleSet.Of(Role.Technician)), CommandTable.For(typeof(ImportFirewallLog)), unattended: true, _workspace.Paths.Store)
        .Id.ShouldBe("account:it.tech");

    [Fact]
    public void Another_account_than_the_owner_is_refused_though_it_can_read_and_write_the_store()
    {
        Open();
        Unprivileged.Run(() =>
        {
            // Where the tests run without root's rights, that account owns the workspace itself.
            var foreign = Environment.IsPrivilegedProcess ? _workspace.Paths.Store : "/etc/passwd";
            FileOwner.IsThisAccount(foreign).ShouldBeFalse();
            var fault = Should.Throw<FaultException>(() => OperatorRights.Admit(Nobody, CommandTable.For(typeof(ImportFirewallLog)), unattended: true, foreign)).Fault;
            fault.Id.ShouldBe("OperatorNotAuthorised");
            fault.Message.ShouldContain("run by the account that owns store.db only");
            if (Environment.IsPrivilegedProcess)
            {
                FaultOf(Import(), unattended: true).Id.ShouldBe("OperatorNotAuthorised");
            }
        });
    }

    [Fact]
    public void A_file_that_is_not_there_is_nobodys() => FileOwner.IsThisAccount(_workspace.Paths.Store + ".none").ShouldBeFalse();

    private static Operator Nobody => new(Timer, Person: null, RoleSet.None);

    private ImportFirewallLog Import() => new() { Path = [_log], Format = "Squid" };

    private RecordingSink Run(PolicyRequest request, bool unattended)
    {
        var sink = new RecordingSink();
        var host = new CommandHost(_workspace.Paths.Root, _workspace.Clock, Timer) { IsUnattended = unattended };
        CommandRunner.RunAsync(request, host, sink, CancellationToken.None).GetAwaiter().GetResult();
        return sink;
    }

    private Fault FaultOf(PolicyRequest request, bool unattended) => Should.Throw<FaultException>(() => Run(request, unattended)).Fault;

    /// <summary>Gives everybody all rights on the workspace's files: only ownership is left to tell accounts apart.</summary>
    private void Open()
    {
        const UnixFileMode All = (UnixFileMode)511;
        File.SetUnixFileMode(Path.GetDirectoryName(_workspace.Paths.Root)!, All);
        File.SetUnixFileMode(_workspace.Paths.Root, All);
        foreach (var file in Directory.EnumerateFiles(_workspace.Paths.Root))
        {
            File.SetUnixFileMode(file, All);
        }
    }
}
