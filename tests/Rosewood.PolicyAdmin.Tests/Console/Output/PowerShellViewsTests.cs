using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Console.Output;
using Rosewood.PolicyAdmin.SignIns;

namespace Rosewood.PolicyAdmin.Tests.Console.Output;

public sealed class PowerShellViewsTests
{
    private static readonly System.Xml.Linq.XElement[] Views = [.. PowerShellViews.Document().Descendants("View")];

    private static System.Xml.Linq.XElement First(Type type) => Views.First(v => v.Descendants("TypeName").Any(t => t.Value.Equals(type.FullName, StringComparison.Ordinal)));

    [Fact]
    public void Every_view_of_the_console_is_there() =>
        Views.SelectMany(static v => v.Descendants("TypeName")).Select(static t => t.Value.Split('.')[^1]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .ShouldBe(OutputViews.All.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void A_table_has_the_consoles_columns_with_a_value_for_each()
    {
        var grant = First(typeof(AccessGrant));
        grant.Descendants("Label").Select(static l => l.Value).ShouldBe(OutputViews.All["AccessGrant"]);
        grant.Descendants("TableColumnItem").Count().ShouldBe(OutputViews.All["AccessGrant"].Length);
    }

    [Fact]
    public void Times_follow_the_culture_and_words_that_matter_the_persons_own_colours()
    {
        var grant = First(typeof(AccessGrant)).ToString();
        grant.ShouldContain("{0:g}");
        grant.ShouldContain("'Revoked'");
        grant.ShouldContain("$PSStyle.Formatting.Error");
    }

    [Fact]
    public void A_list_that_is_empty_because_it_means_everything_says_so() =>
        First(typeof(AccessGrant)).Descendants("ScriptBlock").Select(static s => s.Value).ShouldContain(s => s.Contains("if ($_.Services.Count)", StringComparison.Ordinal) && s.EndsWith("else { 'Every service' }", StringComparison.Ordinal));

    [Fact]
    public void What_the_console_lists_is_a_list_first()
    {
        First(typeof(SharedCredentialUse)).Element("ListControl").ShouldNotBeNull();
        First(typeof(SharedCredentialUse)).Descendants("Label").Select(static l => l.Value).ShouldNotContain(l => l.Equals("Timeline", StringComparison.Ordinal));
    }
}
