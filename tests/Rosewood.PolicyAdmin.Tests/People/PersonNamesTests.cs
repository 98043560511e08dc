using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Governance;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.People;

public sealed class PersonNamesTests
{
    private static readonly PeopleHistory School = new(
    [
        new(0, TestRoster.Make("s.oneill1@rosewood.example", "Sinéad O’Neill")),
        new(100, TestRoster.Make("s.oneill2@rosewood.example", "SINÉAD  O'Neill")),
        new(0, TestRoster.Make("d.puty@rosewood.example", "Dee Puty")),
    ]);

    [Fact]
    public void Names_that_Resolve_takes_for_the_same_are_told_apart_by_UPN()
    {
        PersonNames.Show(School, "P-s.oneill1@rosewood.example", 100).ShouldBe("s.oneill1@rosewood.example");
        PersonNames.Show(School, "P-s.oneill2@rosewood.example", 100).ShouldBe("s.oneill2@rosewood.example");
        PersonNames.Show(School, "P-s.oneill1@rosewood.example", 99).ShouldBe("Sinéad O’Neill");
    }

    [Fact]
    public void Every_name_shown_is_taken_back()
    {
        foreach (var person in School.All(100))
        {
            School.Resolve(PersonNames.Show(School, person, 100), 100).Id.ShouldBe(person.Id);
        }
    }

    [Fact]
    public void An_account_is_shown_without_its_mark_and_an_unknown_id_as_it_is()
    {
        PersonNames.Show(School, "account:it.tech", 100).ShouldBe("it.tech");
        PersonNames.Show(School, "P-0099", 100).ShouldBe("P-0099");
        PersonNames.IdOfAccount("it.tech").ShouldBe("account:it.tech");
    }

    [Fact]
    public void Somebody_who_came_later_is_shown_as_they_stand_now()
    {
        var names = new OperatorNames(School, [], utcTicks: 100);
        names.NameOf("P-s.oneill2@rosewood.example", 50).ShouldBe("s.oneill2@rosewood.example");
        names.NameOf("P-s.oneill1@rosewood.example", 50).ShouldBe("Sinéad O’Neill");
    }

    [Fact]
    public async Task A_waiting_change_shows_who_asked_as_the_audit_trail_does()
    {
        using var school = new TempWorkspace();
        await school.RunAsync(new ImportPolicyPerson { Path = school.Write("staff.csv", TestRoster.Csv) });
        await school.RunAsync(new ImportPolicyPerson { Path = school.Write("later.csv", TestRoster.Csv.Replace("Sam Lee,Teacher", "Sam Lee,SeniorLeader", StringComparison.Ordinal)) });
        var head = school.Context("x").LoadPeople().Resolve("head", school.Clock.Now.UtcTicks);

        var waiting = (await school.RunAsync(new ConfirmPolicyChange(), new Operator("h.teacher", head, head.Roles))).Of<PolicyChange>().ShouldHaveSingleItem();

        waiting.Person.ShouldBe("s.lee1@rosewood.example");
        waiting.RequestedBy.ShouldBe((await school.RunAsync(new GetPolicyAudit { Last = 1 })).Of<AuditEntry>().Single().Operator);
    }
}
