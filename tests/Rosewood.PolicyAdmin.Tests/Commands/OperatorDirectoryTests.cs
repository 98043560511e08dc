using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Storage;
using Rosewood.PolicyAdmin.Tests.People;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.Commands;

public sealed class OperatorDirectoryTests : IDisposable
{
    private readonly TempWorkspace _school = new();

    public OperatorDirectoryTests()
    {
        using (var change = _school.Store.BeginChange(new AuditOrigin("Test", "account:setup", _school.Clock.Now)))
        {
            _school.Store.Settings.AddBootstrapOperator(change, "setup", nameof(Role.Technician));
            _school.Store.Settings.AddBootstrapOperator(change, "old.hand", nameof(Role.Technician));
            change.Audit("GOV-1", "setup", before: null, after: null);
            change.Commit();
        }

        var csv = TestRoster.Csv
            + "a.office@rosewood.example,Ann Office,Admin,ROSEWOOD\\shared,,,,\nb.office@rosewood.example,Bob Office,Admin,BRANCH\\shared,,,,\n"
            + "n.ext@rosewood.example,Nell Ext,Technician,n.ext,,,2027-01-04,\n";
        _school.RunAsync(new ImportPolicyPerson { Path = _school.Write("staff.csv", csv) }).GetAwaiter().GetResult();
    }

    public void Dispose() => _school.Dispose();

    [Theory]
    [InlineData("it.tech")]
    [InlineData("IT.Tech")]
    [InlineData(@"ROSEWOOD\it.tech")]
    [InlineData("it.tech@rosewood.example")]
    public void An_account_is_known_with_and_without_its_domain(string account)
    {
        var op = Recognise(account);
        op.Person!.DisplayName.ShouldBe("Ian Tech");
        op.Roles.ShouldBe([Role.Technician]);
        op.Id.ShouldStartWith("P-");
    }

    [Theory]
    [InlineData("shared")]
    [InlineData(@"OTHER\shared")]
    public void A_short_name_that_two_share_is_nobody(string account)
    {
        Recognise(account).Person.ShouldBeNull();
        Recognise(@"branch\shared").Person!.DisplayName.ShouldBe("Bob Office");
    }

    [Theory]
    [InlineData(@"PC-07\d.puty")] // an account of this computer alone
    [InlineData(@"EVIL\h.teacher")] // the head is listed with another domain
    [InlineData("h.teacher@students.example")] // a pupil's tenant may hold the head's name too
    [InlineData("it.tech@rosewood.example.evil.test")]
    [InlineData("nobody")]
    [InlineData("")]
    public void An_account_that_only_looks_like_somebodys_is_nobody(string account)
    {
        var op = Recognise(account);
        op.Person.ShouldBeNull();
        op.Roles.IsEmpty.ShouldBeTrue();
        op.Id.ShouldBe("account:" + account);
    }

    [Fact]
    public void A_domain_account_of_somebody_listed_without_domain_is_theirs() =>
        Recognise(@"ROSEWOOD\d.puty").Person!.DisplayName.ShouldBe("Dee Puty");

    [Fact]
    public void Who_has_left_has_no_rights_not_even_the_first_operators() =>
        Recognise("old.hand").Roles.IsEmpty.ShouldBeTrue();

    [Fact]
    public async Task A_leavers_account_does_not_get_the_rights_of_a_colleague_of_the_same_name()
    {
        await _school.RunAsync(new ImportPolicyPerson { Path = _school.Write("later.csv", TestRoster.Csv + "o.hand2@rosewood.example,Otto Hand,Technician,ROSEWOOD\\old.hand,,,2026-09-01,\n") });

        Recognise("old.hand").ShouldSatisfyAllConditions(o => o.Person!.DisplayName.ShouldBe("Olive Hand"), o => o.Roles.IsEmpty.ShouldBeTrue());
        Recognise(@"ROSEWOOD\old.hand").ShouldSatisfyAllConditions(o => o.Person!.DisplayName.ShouldBe("Otto Hand"), o => o.Roles.ShouldBe([Role.Technician]));
    }

    [Fact]
    public void Who_has_not_begun_has_none_yet()
    {
        Recognise("n.ext").Roles.IsEmpty.ShouldBeTrue();
        _school.Clock.Now = DateTimeOffset.Parse("2027-01-04T00:00:00Z");
        Recognise("n.ext").Roles.ShouldBe([Role.Technician]);
    }

    [Fact]
    public void The_account_that_made_the_workspace_is_a_technician_without_being_on_the_roster()
    {
        var op = Recognise("setup");
        op.Person.ShouldBeNull();
        op.Roles.ShouldBe([Role.Technician]);
    }

    private Operator Recognise(string account) =>
        OperatorDirectory.Recognise(_school.Store, account, _school.Clock.Now, _school.Workspace.Zone, machine: "PC-07");
}
