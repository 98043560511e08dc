using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Tests.People;

/// <summary>For the block a login with a domain is somebody's only where the domain is the school's or the roster has that very form.</summary>
public sealed class LoginDomainsTests
{
    private const long Now = 1000;
    private static readonly PeopleHistory People = new(
    [
        new PersonVersion(0, Person("P-0001", "h.teach@rosewood.example", "h.teach", @"rosewood\h.teach")),
        new PersonVersion(0, Person("P-0002", "d.puty@rosewood.example", "d.puty", "d.puty@guests.example", @"guests\d.puty@far.example")),
        new PersonVersion(0, Person("P-0003", "n.obrien@upn.example", "n.obrien", @"old\n.obrien")),
        new PersonVersion(Now, Person("P-0003", "n.obrien@upn.example", "n.obrien")),
    ]);

    private static readonly LoginDomains Domains = new(People, ["Rosewood.example", "staff.rosewood.example"]);

    [Theory]
    [InlineData("d.puty", true)]
    [InlineData("stranger", true)]
    [InlineData(@"rosewood\d.puty", true)]
    [InlineData(@"rosewood\stranger", true)]
    [InlineData("d.puty@rosewood.example", true)]
    [InlineData("n.obrien@staff.rosewood.example", true)]
    [InlineData(@"rosewood\d.puty@rosewood.example", true)]
    [InlineData("d.puty@guests.example", true)]
    [InlineData("n.obrien@upn.example", true)]
    [InlineData(@"guests\d.puty@far.example", true)]
    [InlineData(@"other\d.puty", false)]
    [InlineData(@"\d.puty", false)]
    [InlineData("d.puty@", false)]
    [InlineData("d.puty@pupils.example", false)]
    [InlineData("d.puty@pupils.rosewood.example", false)]
    [InlineData("d.puty@rosewood.example@pupils.example", false)]
    [InlineData("n.obrien@guests.example", false)]
    [InlineData("h.teach@upn.example", false)]
    [InlineData(@"other\d.puty@rosewood.example", false)]
    [InlineData(@"rosewood\d.puty@pupils.example", false)]
    [InlineData(@"a\rosewood\d.puty", false)]
    public void A_domain_counts_where_it_is_the_schools(string login, bool counts) => Domains.Has(login, Now).ShouldBe(counts);

    [Fact]
    public void A_windows_domain_is_the_schools_as_long_as_a_login_has_it()
    {
        Domains.Has(@"old\d.puty", Now - 1).ShouldBeTrue();
        Domains.Has(@"old\d.puty", Now).ShouldBeFalse();
    }

    private static Person Person(string id, string upn, params string[] logins) => new(id, upn, upn, RoleSet.Of(Role.Teacher), logins, [], WorkPhone: null, StartDate: null, EndDate: null);
}
