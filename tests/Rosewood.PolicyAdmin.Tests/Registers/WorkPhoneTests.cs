using Rosewood.PolicyAdmin.Correspondence.Families;
using Rosewood.PolicyAdmin.Governance;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Registers.Phones;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.Registers;

public sealed class WorkPhoneTests
{
    [Theory]
    [InlineData("07700 900001", "07700 900002", "", ControlStatus.Recorded)]
    [InlineData("07700 900001", "", "", ControlStatus.NotCovered)]
    [InlineData("", "", "07700 900003", ControlStatus.NotCovered)]
    [InlineData("07700 900001", "+44 7700 900001", "", ControlStatus.NotCovered)]
    [InlineData("07700 900001", "07700 900002", "+44 (0)7700 900123", ControlStatus.NotCovered)]
    public async Task The_clause_holds_while_head_and_deputy_have_numbers_and_none_is_anybody_elses(string head, string deputy, string teacher, ControlStatus status)
    {
        using var school = await OpenAsync(head, deputy, teacher);
        (await school.ControlAsync("COM-2")).Status.ShouldBe(status);
    }

    [Fact]
    public async Task Each_number_says_whether_it_may_be_shared_and_whose_else_it_is()
    {
        using var school = await OpenAsync("07700 900001", "", "07700900123");
        var phones = (await school.RunAsync(new GetWorkPhone(), school.As("head"))).Of<WorkPhone>().ToDictionary(p => p.User, StringComparer.Ordinal);
        phones["Hana Teach"].ShouldSatisfyAllConditions(p => p.MayBeShared.ShouldBeTrue(), p => p.Finding.ShouldBe(WorkPhoneFinding.None), p => p.Explanation.ShouldBeNull());
        phones["Dee Puty"].Finding.ShouldBe(WorkPhoneFinding.Missing);
        phones["Niamh O'Brien"].ShouldSatisfyAllConditions(p => p.MayBeShared.ShouldBeFalse(), p => p.Finding.ShouldBe(WorkPhoneFinding.SameAsFamily), p => p.With.ShouldBe(["family:F-1"]));
        phones.Count.ShouldBe(3);
        (await school.RunAsync(new GetWorkPhone { FindingsOnly = true })).Of<WorkPhone>().Select(p => p.User).ShouldBe(["Dee Puty", "Niamh O'Brien"]);
        (await school.RunAsync(new GetWorkPhone { User = ["head"] })).Of<WorkPhone>().Single().Number.ShouldBe("07700 900001");
    }

    [Fact]
    public async Task Which_family_has_a_number_is_told_to_readers_of_the_registers_alone_and_is_in_the_trail()
    {
        using var school = await OpenAsync("07700 900001", "07700 900002", "07700900123");
        (await school.RunAsync(new GetWorkPhone { FindingsOnly = true }, school.As("it.tech"))).Of<WorkPhone>().Single().ShouldSatisfyAllConditions(
            p => p.Finding.ShouldBe(WorkPhoneFinding.SameAsFamily),
            p => p.With.ShouldBeEmpty(),
            p => p.Explanation!.ShouldNotContain("F-1"));
        Reads().ShouldBe(0);
        (await school.RunAsync(new GetWorkPhone(), school.As("head"))).Of<WorkPhone>().Single(p => p.With.Count > 0).With.ShouldBe(["family:F-1"]);
        Reads().ShouldBe(1);

        int Reads() => school.RunAsync(new GetPolicyAudit()).GetAwaiter().GetResult().Of<AuditEntry>().Count(e => e is { Command: "Get-WorkPhone", Subject: "read" });
    }

    [Fact]
    public async Task A_colleagues_number_names_both()
    {
        using var school = await OpenAsync("07700 900001", "07700 900002", "07700900002");
        var found = (await school.RunAsync(new GetWorkPhone { FindingsOnly = true })).Of<WorkPhone>().ToList();
        found.ShouldAllBe(p => p.Finding == WorkPhoneFinding.SameAsColleague);
        found.Select(p => p.With.Single()).ShouldBe(["Niamh O'Brien", "Dee Puty"]);
    }

    [Fact]
    public async Task Where_the_families_key_is_lost_the_rest_is_looked_at_and_that_is_said()
    {
        using var school = await OpenAsync("07700 900001", "07700 900002", "07700900123");
        File.Delete(school.Workspace.Paths.ContactKey);
        var sink = await school.RunAsync(new GetWorkPhone());
        sink.Of<WorkPhone>().ShouldAllBe(p => p.Finding == WorkPhoneFinding.None);
        sink.Warnings.ShouldHaveSingleItem().ShouldStartWith("Families' numbers could not be compared");
        (await school.ControlAsync("COM-2")).ShouldSatisfyAllConditions(c => c.Status.ShouldBe(ControlStatus.Recorded), c => c.Evidence.ShouldContain("could not be compared"));
    }

    private static async Task<TempWorkspace> OpenAsync(string head, string deputy, string teacher)
    {
        var school = new TempWorkspace();
        await school.RunAsync(new ImportPolicyPerson
        {
            Path = school.Write("staff.csv", $"""
                UserPrincipalName,DisplayName,Roles,WorkPhone
                h.teach@rosewood.example,Hana Teach,HeadTeacher,{head}
                d.puty@rosewood.example,Dee Puty,DeputyHead,{deputy}
                n.obrien@rosewood.example,Niamh O'Brien,Teacher,{teacher}
                it.tech@rosewood.example,Ida Tech,Technician,

                """),
        });
        await school.RunAsync(new ImportFamilyContact { Path = school.Write("families.csv", "FamilyId,Relationship,Address,Phone\nF-1,Mother,,07700 900123\n") });
        return school;
    }
}
