using FsCheck;
using FsCheck.Xunit;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Tests.People;

public sealed class LoginNameTests
{
    [Theory]
    [InlineData(" ROSEWOOD\\It.Tech ", "rosewood\\it.tech")]
    [InlineData("It.Tech@Rosewood.Example", "it.tech@rosewood.example")]
    [InlineData("ZOE\u0308", "zoë")]
    [InlineData("ZOË", "zoë")]
    public void It_is_trimmed_lower_and_composed_and_keeps_its_domain(string login, string expected) =>
        LoginName.Normalize(login).ShouldBe(expected);

    [Theory]
    [InlineData("rosewood\\it.tech", "it.tech", "rosewood")]
    [InlineData("it.tech@rosewood.example", "it.tech", "")]
    [InlineData("it.tech", "it.tech", "")]
    [InlineData("a\\b\\c@d@e", "c", "a\\b")]
    [InlineData("@x", "", "")]
    public void Its_domain_comes_off(string login, string name, string domain)
    {
        LoginName.WithoutDomain(login).ToString().ShouldBe(name);
        LoginName.WindowsDomain(login).ToString().ShouldBe(domain);
    }

    [Property(MaxTest = 1000)]
    public bool What_passes_for_normal_is_what_normalising_gives(NonNull<string> text) =>
        (!LoginName.IsNormal(text.Get) || string.Equals(LoginName.Normalize(text.Get), text.Get, StringComparison.Ordinal))
        && string.Equals(LoginName.Normalize(LoginName.Normalize(text.Get)), LoginName.Normalize(text.Get), StringComparison.Ordinal);
}
