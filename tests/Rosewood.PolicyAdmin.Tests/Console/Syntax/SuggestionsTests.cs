using Rosewood.PolicyAdmin.Console.Syntax;

namespace Rosewood.PolicyAdmin.Tests.Console.Syntax;

public sealed class SuggestionsTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("user", "User", 0)]
    [InlineData("usr", "user", 1)]
    [InlineData("uesr", "user", 1)]
    [InlineData("abc", "", 3)]
    [InlineData("kitten", "sitting", 3)]
    public void Distance_counts_edits_without_case(string a, string b, int expected)
    {
        Suggestions.Distance(a, b).ShouldBe(expected);
        Suggestions.Distance(b, a).ShouldBe(expected);
    }

    [Fact]
    public void The_nearest_names_come_first_and_far_ones_not_at_all() =>
        Suggestions.Nearest("Grant-SocialMediaAcess", ["Get-SocialMediaAccess", "Grant-SocialMediaAccess", "New-PolicyIncident"])
            .ShouldBe(["Grant-SocialMediaAccess", "Get-SocialMediaAccess"]);

    [Theory]
    [InlineData(new[] { "a" }, "a")]
    [InlineData(new[] { "a", "b" }, "a or b")]
    [InlineData(new[] { "a", "b", "c" }, "a, b or c")]
    public void Names_are_listed_as_people_list_them(string[] names, string expected) => Suggestions.List(names).ShouldBe(expected);
}
