using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Commands.Completion;
using Rosewood.PolicyAdmin.Incidents;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Registers;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.Commands.Completion;

public sealed class KnownValuesTests
{
    private const string Staff = """
        UserPrincipalName,DisplayName,Roles,LoginNames,EndDate
        t.teach@rosewood.example,Tess O'Teach,Teacher,t.teach,
        h.teach@rosewood.example,Hana Head,HeadTeacher,h.teach,
        d.dee@rosewood.example,Dee Puty,DeputyHead,d.dee,
        a.twin@rosewood.example,Ann Twin,Teacher,a.twin,
        b.twin@rosewood.example,Ann Twin,Teacher,b.twin,
        g.one@rosewood.example,Gil One,Teacher,g.one,2026-01-31

        """;

    private static DiskWorkspace School()
    {
        var workspace = new DiskWorkspace();
        var staff = Path.Combine(workspace.Paths.Root, "staff.csv");
        File.WriteAllText(staff, Staff);
        workspace.Run(new ImportPolicyPerson { Path = staff });
        return workspace;
    }

    private static string[] Offered(DiskWorkspace workspace, KnownValueKind kind, string typed = "", string account = DiskWorkspace.Account) =>
        [.. KnownValues.Of(kind, typed, new CommandHost(workspace.Paths.Root, workspace.Clock, account)).Select(static v => v.Text)];

    [Fact]
    public void People_are_offered_by_name_login_and_role_and_namesakes_by_their_accounts()
    {
        using var workspace = School();
        Offered(workspace, KnownValueKind.Person, "tess").ShouldBe(["Tess O'Teach"]);
        Offered(workspace, KnownValueKind.Person, "puty").ShouldBe(["Dee Puty"]);
        Offered(workspace, KnownValueKind.Person, "h.te").ShouldBe(["Hana Head"]);
        Offered(workspace, KnownValueKind.Person, "Deputy").ShouldBe(["Dee Puty"]);
        Offered(workspace, KnownValueKind.Person, "Ann").ShouldBe(["a.twin@rosewood.example", "b.twin@rosewood.example"]);
        Offered(workspace, KnownValueKind.Person).ShouldNotContain(n => n.Equals("Gil One", StringComparison.Ordinal));
    }

    [Fact]
    public void The_beginning_of_a_value_comes_before_a_word_within()
    {
        using var workspace = School();
        Offered(workspace, KnownValueKind.Person, "h").ShouldBe(["Hana Head"]);
        Offered(workspace, KnownValueKind.Service, "you")[0].ShouldStartWith("You", Case.Insensitive);
    }

    [Fact]
    public void Whoever_may_not_read_a_register_is_offered_nothing_of_it()
    {
        using var workspace = School();
        workspace.Run(new NewPolicyIncident { Type = IncidentType.InflammatoryPost, User = ["t.teach"], Summary = "Post about a parents evening" });
        Offered(workspace, KnownValueKind.Incident, account: "h.teach").ShouldHaveSingleItem().ShouldStartWith("I-");
        Offered(workspace, KnownValueKind.Incident).ShouldHaveSingleItem();
        Offered(workspace, KnownValueKind.Incident, account: "d.dee").ShouldHaveSingleItem();
        Offered(workspace, KnownValueKind.Incident, account: "t.teach").ShouldBeEmpty();
        Offered(workspace, KnownValueKind.Person, account: "t.teach").ShouldBeEmpty();
        Offered(workspace, KnownValueKind.Person, account: "stranger").ShouldBeEmpty();
    }

    [Fact]
    public void An_incident_or_a_declaration_is_not_offered_to_whom_it_is_about()
    {
        using var workspace = School();
        workspace.Run(new NewPolicyIncident { Type = IncidentType.InflammatoryPost, User = ["d.dee"], Summary = "Post about a parents evening" });
        workspace.Run(new NewRelationshipDeclaration { User = "d.dee", FamilyId = "F-12", Relationship = "Old friend" }, "h.teach");
        Offered(workspace, KnownValueKind.Incident, account: "d.dee").ShouldBeEmpty();
        Offered(workspace, KnownValueKind.Declaration, account: "d.dee").ShouldBeEmpty();
        Offered(workspace, KnownValueKind.Declaration, account: "h.teach").ShouldHaveSingleItem();
        Offered(workspace, KnownValueKind.Declaration).ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_is_written_by_it()
    {
        using var workspace = School();
        workspace.Run(new NewPolicyIncident { Type = IncidentType.InflammatoryPost, User = ["t.teach"], Summary = "Post about a parents evening" });
        File.AppendAllText(workspace.Paths.Config, "// edited\n");
        var before = 0;
        workspace.WithStore(s => before = s.Audit.Read().Count());
        foreach (var kind in Enum.GetValues<KnownValueKind>())
        {
            Offered(workspace, kind, account: "h.teach");
            Offered(workspace, kind, account: "t.teach");
        }

        workspace.WithStore(s => s.Audit.Read().Count().ShouldBe(before));
    }

    [Fact]
    public void Without_a_workspace_or_with_a_broken_one_there_is_what_needs_none_and_no_fault()
    {
        using var workspace = School();
        var nowhere = new CommandHost(Path.Combine(workspace.Paths.Root, "nowhere"), workspace.Clock, DiskWorkspace.Account);
        KnownValues.Of(KnownValueKind.LogFormat, "Squ", nowhere).ShouldNotBeEmpty();
        KnownValues.Of(KnownValueKind.Service, "Faceb", nowhere).ShouldNotBeEmpty();
        KnownValues.Of(KnownValueKind.Clause, "LOG", nowhere).Select(static v => v.Text).ShouldBe(["LOG-1", "LOG-2"]);
        KnownValues.Of(KnownValueKind.Person, "", nowhere).ShouldBeEmpty();
        KnownValues.Of(KnownValueKind.Target, "", nowhere).ShouldBeEmpty();
        File.WriteAllText(workspace.Paths.Config, "{ \"school\": ");
        Offered(workspace, KnownValueKind.Person).ShouldBeEmpty();
    }

    [Fact]
    public void Every_kind_names_a_command_that_lists_it()
    {
        foreach (var kind in Enum.GetValues<KnownValueKind>())
        {
            CommandTable.All.ShouldContain(c => c.Name.Equals(KnownValueSource.Of(kind).Lister, StringComparison.Ordinal), kind.ToString());
        }
    }
}
