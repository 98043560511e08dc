using System.Globalization;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Tests.Commands;

/// <summary>Against folders that look as the kernel's: nobody's own login has to be given up for it.</summary>
public sealed class LinuxSessionTests : IDisposable
{
    private const string NoLogin = "4294967295";

    private readonly string _proc = Directory.CreateTempSubdirectory("rosewood-test-").FullName;

    public void Dispose() => Directory.Delete(_proc, recursive: true);

    [Fact]
    public void A_service_that_the_first_process_started_is_unattended()
    {
        Self(parent: 1, user: 990);
        LinuxSession.IsUnattended(_proc).ShouldBeTrue();
    }

    [Fact]
    public void So_is_a_child_of_a_service_and_one_in_a_container_whose_parent_is_outside()
    {
        Self(parent: 700, user: 990);
        Process("700", parent: 1, user: 0, name: "a (b) c) R 1 2");
        LinuxSession.IsUnattended(_proc).ShouldBeTrue();
        Self(parent: 0, user: 0);
        LinuxSession.IsUnattended(_proc).ShouldBeTrue();
    }

    [Theory]
    [InlineData("1000")]
    [InlineData("0")]
    [InlineData("")]
    [InlineData("who knows")]
    public void A_login_is_a_person_and_so_is_what_can_not_be_read(string login)
    {
        Self(parent: 1, user: 0);
        File.WriteAllText(Path.Combine(_proc, "self", "loginuid"), login);
        LinuxSession.IsUnattended(_proc).ShouldBeFalse();
    }

    [Fact]
    public void A_kernel_that_keeps_no_logins_is_judged_by_terminal_and_ancestors()
    {
        Self(parent: 1, user: 0);
        File.Delete(Path.Combine(_proc, "self", "loginuid"));
        LinuxSession.IsUnattended(_proc).ShouldBeTrue();
        Self(parent: 1, user: 0, terminal: 34816);
        File.Delete(Path.Combine(_proc, "self", "loginuid"));
        LinuxSession.IsUnattended(_proc).ShouldBeFalse();
    }

    [Fact]
    public void A_terminal_of_its_own_or_of_who_started_it_is_a_person()
    {
        Self(parent: 1, user: 0, terminal: 34816);
        LinuxSession.IsUnattended(_proc).ShouldBeFalse();
        Self(parent: 700, user: 0);
        Process("700", parent: 1, user: 0, terminal: 1025);
        LinuxSession.IsUnattended(_proc).ShouldBeFalse();
    }

    [Fact]
    public void Somebody_who_took_on_the_account_is_a_person()
    {
        Self(parent: 700, user: 0);
        Process("700", parent: 699, user: 0, name: "sudo");
        Process("699", parent: 1, user: 1000, name: "bash");
        LinuxSession.IsUnattended(_proc).ShouldBeFalse();
    }

    [Fact]
    public void A_program_that_runs_with_anothers_rights_is_a_person()
    {
        Self(parent: 1, user: 1000, effective: 0);
        LinuxSession.IsUnattended(_proc).ShouldBeFalse();
    }

    [Fact]
    public void Ancestors_that_are_hidden_broken_or_in_a_circle_are_a_person()
    {
        Self(parent: 700, user: 0);
        LinuxSession.IsUnattended(_proc).ShouldBeFalse();
        Process("700", parent: 700, user: 0);
        LinuxSession.IsUnattended(_proc).ShouldBeFalse();
        File.WriteAllText(Path.Combine(_proc, "700", "stat"), "700 (x) S");
        LinuxSession.IsUnattended(_proc).ShouldBeFalse();
    }

    [Fact]
    public void This_process_is_a_persons_where_the_kernel_knows_its_login()
    {
        var login = File.Exists("/proc/self/loginuid") ? File.ReadAllText("/proc/self/loginuid").Trim() : NoLogin;
        var terminal = File.ReadAllText("/proc/self/stat").Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries)[4];
        var person = !login.Equals(NoLogin, StringComparison.Ordinal) || !terminal.Equals("0", StringComparison.Ordinal);
        (LinuxSession.IsUnattended("/proc") && person).ShouldBeFalse();
        CommandHost.ForProcess(workspacePath: null).IsUnattended.ShouldBe(LinuxSession.IsUnattended("/proc"));
    }

    private void Self(int parent, uint user, int terminal = 0, uint? effective = null)
    {
        Process("self", parent, user, "rosewood", terminal, effective);
        File.WriteAllText(Path.Combine(_proc, "self", "loginuid"), NoLogin);
    }

    private void Process(string pid, int parent, uint user, string name = "cron", int terminal = 0, uint? effective = null)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_proc, pid)).FullName;
        var number = pid is "self" ? "800" : pid;
        File.WriteAllText(Path.Combine(folder, "stat"), string.Create(CultureInfo.InvariantCulture, $"{number} ({name}) S {parent} {number} {number} {terminal} -1 4194304 100 0\n"));
        File.WriteAllText(Path.Combine(folder, "status"), string.Create(CultureInfo.InvariantCulture, $"Name:\t{name}\nPPid:\t{parent}\nUid:\t{user}\t{effective ?? user}\t{user}\t{effective ?? user}\n"));
    }
}
