using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Tests.People;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.Commands;

public sealed class OperatorRightsTests : IDisposable
{
    private const string Others = "n.ext@rosewood.example,Nell Ext,Technician,n.ext,,,2027-01-04,\n";

    private readonly TempWorkspace _school = new();

    public OperatorRightsTests() =>
        _school.RunAsync(new ImportPolicyPerson { Path = _school.Write("staff.csv", TestRoster.Csv + Others) }).GetAwaiter().GetResult();

    public void Dispose() => _school.Dispose();

    [Fact]
    public void An_account_that_is_nobodys_is_told_how_it_becomes_somebodys() =>
        MessageTo("pupil").ShouldBe("The account 'pupil' belongs to nobody on the roster; Grant-X is for Technician. Ask a technician to add the account to LoginNames in the roster, or one of those people to run it.");

    [Theory]
    [InlineData("old.hand", "Olive Hand is not employed today (EndDate 2026-07-20)")]
    [InlineData("n.ext", "Nell Ext is not employed today (StartDate 2027-01-04)")]
    public void Whoever_is_not_employed_is_told_by_which_date(string account, string says)
    {
        var message = MessageTo(account);
        message.ShouldStartWith(says + "; Grant-X is for Technician. ");
        message.ShouldNotContain("LoginNames");
    }

    [Fact]
    public void Whoever_holds_other_roles_is_told_whom_to_ask() =>
        MessageTo("s.oneill").ShouldBe("Sinéad O’Neill holds Teacher; Grant-X is for Technician. Ask one of those people to run it.");

    [Fact]
    public async Task Whoever_waits_for_their_first_role_holds_none_yet()
    {
        await _school.RunAsync(new ImportPolicyPerson { Path = _school.Write("later.csv", TestRoster.Csv + Others + "n.ew@rosewood.example,Nia New,SeniorLeader,n.ew,,,,\n") });
        MessageTo("n.ew").ShouldBe("Nia New holds no role; Grant-X is for Technician. Ask one of those people to run it.");
    }

    [Fact]
    public void A_role_that_is_held_passes() => OperatorRights.Require(Recognise("it.tech"), RoleSet.Of(Role.Technician), "Grant-X");

    private string MessageTo(string account)
    {
        var fault = Should.Throw<FaultException>(() => OperatorRights.Require(Recognise(account), RoleSet.Of(Role.Technician), "Grant-X")).Fault;
        (fault.Id, fault.Kind, fault.Target).ShouldBe(("OperatorNotAuthorised", FaultKind.NotAuthorised, account));
        return fault.Message;
    }

    private Operator Recognise(string account) =>
        OperatorDirectory.Recognise(_school.Store, account, _school.Clock.Now, _school.Workspace.Zone, machine: "PC-07");
}
