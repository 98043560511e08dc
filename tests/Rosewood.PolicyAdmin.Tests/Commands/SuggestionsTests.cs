using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Tests.Commands;

public sealed class SuggestionsTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("user", "user", 0)]
    [InlineData("usr", "user", 1)]
    [InlineData("uesr", "user", 1)]
    [InlineData("abc", "", 3)]
    [InlineData("kitten", "sitting", 3)]
    public void Distance_counts_edits_up_to_a_limit(string a, string b, int expected)
    {
        EditDistance.Of(a, b, expected).ShouldBe(expected);
        EditDistance.Of(b, a, 10).ShouldBe(expected);
        if (expected > 0)
        {
            EditDistance.Of(a, b, expected - 1).ShouldBe(int.MaxValue);
        }
    }

    [Fact]
    public void Case_makes_nothing_nearer_or_farther() => Suggestions.Nearest("USER", ["user", "uzer", "other"]).ShouldBe(["user", "uzer"]);

    [Fact]
    public void What_nobody_could_have_meant_is_near_to_nothing()
    {
        Suggestions.Nearest("", ["a"]).ShouldBeEmpty();
        Suggestions.Nearest(new string('a', 1000), [new string('a', 1000)]).ShouldBeEmpty();
        Suggestions.Sentence("xyz", ["Facebook"]).ShouldBe("");
        Suggestions.Sentence("facebok", ["Facebook"]).ShouldBe(" Did you mean Facebook?");
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
