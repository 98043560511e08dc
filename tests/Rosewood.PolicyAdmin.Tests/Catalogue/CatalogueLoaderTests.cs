using Microsoft.Data.Sqlite;
using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Storage;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.Catalogue;

public sealed class CatalogueLoaderTests
{
    [Fact]
    public void The_schools_own_hosts_and_mail_domains_are_out_of_scope()
    {
        using var workspace = new TempWorkspace();
        var catalogue = CatalogueLoader.Load(workspace.Context("x"), out var warning);
        warning.ShouldBeNull();
        catalogue.Match("outlook.office365.com").IsSchoolService.ShouldBeTrue();
        catalogue.Match("mail.rosewood.example").IsSchoolService.ShouldBeTrue();
        catalogue.Match("www.youtube.com").Found.ShouldBeTrue();
    }

    [Fact]
    public void Facts_that_this_version_cannot_read_leave_the_built_in_catalogue_and_a_warning()
    {
        using var workspace = new TempWorkspace();
        Append(workspace, new ServiceFact(ServiceChange.Added, "Playground", workspace.Clock.Now, "P-1") { Hosts = [new("a.example", HostRole.Primary)] });
        workspace.Store.Execute("INSERT INTO service_fact_host (fact, host, role) VALUES (1, 'b.example', 'Telepathy')");
        var catalogue = CatalogueLoader.Load(workspace.Context("x"), out var warning);
        warning.ShouldNotBeNull().ShouldContain("Telepathy");
        catalogue.Find("Playground").ShouldBeNull();
        catalogue.Match("www.youtube.com").Found.ShouldBeTrue();
        catalogue.Match("mail.rosewood.example").IsSchoolService.ShouldBeTrue();
    }

    [Fact]
    public void A_store_that_cannot_be_read_leaves_the_built_in_catalogue_and_a_warning()
    {
        using var workspace = new TempWorkspace();
        workspace.Store.Execute("DROP TABLE service_fact_host");
        CatalogueLoader.Load(workspace.Context("x"), out var warning).Match("www.youtube.com").Found.ShouldBeTrue();
        warning.ShouldNotBeNull();
    }

    [Fact]
    public void Facts_come_back_as_they_were_recorded_and_can_be_neither_changed_nor_deleted()
    {
        using var workspace = new TempWorkspace();
        var fact = new ServiceFact(ServiceChange.Overridden, "X", workspace.Clock.Now, "P-1")
        {
            Kind = ServiceKind.Blog,
            NamedInPolicy = false,
            Since = new DateOnly(2026, 9, 1),
            Hosts = [new("a.example", HostRole.Media), new("b.example", HostRole.Primary)],
            HostsRemoved = ["t.co"],
            Aliases = ["Birds", "O'X"],
        };
        Append(workspace, fact);
        var read = workspace.Store.Services.Load().ShouldHaveSingleItem();
        read.Hosts.ShouldBe(fact.Hosts);
        read.HostsRemoved.ShouldBe(fact.HostsRemoved);
        read.Aliases.ShouldBe(fact.Aliases);
        (read with { Hosts = fact.Hosts, HostsRemoved = fact.HostsRemoved, Aliases = fact.Aliases }).ShouldBe(fact);
        Should.Throw<SqliteException>(() => workspace.Store.Execute("UPDATE service_fact SET service = 'Y'"));
        Should.Throw<SqliteException>(() => workspace.Store.Execute("DELETE FROM service_fact"));
    }

    [Fact]
    public void A_fact_without_its_commit_leaves_no_trace()
    {
        using var workspace = new TempWorkspace();
        using (var change = workspace.Store.BeginChange(new AuditOrigin("x", "P-1", workspace.Clock.Now)))
        {
            workspace.Store.Services.Append(change, new ServiceFact(ServiceChange.Removed, "Kik", workspace.Clock.Now, "P-1") { Aliases = ["k"] });
        }

        workspace.Store.Services.Load().ShouldBeEmpty();
    }

    private static void Append(TempWorkspace workspace, ServiceFact fact)
    {
        using var change = workspace.Store.BeginChange(new AuditOrigin("x", "P-1", workspace.Clock.Now));
        workspace.Store.Services.Append(change, fact);
        change.Audit("USE-4", "service:" + fact.Service, before: null, after: fact);
        change.Commit();
    }
}
