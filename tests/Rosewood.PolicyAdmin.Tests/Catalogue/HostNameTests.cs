using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Rosewood.PolicyAdmin.Commands;
using HostName = Rosewood.PolicyAdmin.Catalogue.HostName;

namespace Rosewood.PolicyAdmin.Tests.Catalogue;

public sealed class HostNameTests
{
    [Theory]
    [InlineData("Chat.Example.ORG", "chat.example.org")]
    [InlineData("https://user:pw@chat.example.org:8443/a/b?c=d#e", "chat.example.org")]
    [InlineData("  chat.example.org.  ", "chat.example.org")]
    [InlineData("chat.example.org/index.html", "chat.example.org")]
    [InlineData("вконтакте.рф", "xn--80adksbqg7ac.xn--p1ai")]
    [InlineData("bücher.example", "xn--bcher-kva.example")]
    [InlineData("bu\u0308cher.example", "xn--bcher-kva.example")]
    [InlineData("例え.テスト", "xn--r8jz45g.xn--zckzah")]
    public void A_typed_host_or_address_comes_out_in_normal_form(string typed, string expected) => HostName.Parse(typed).ShouldBe(expected);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("http://")]
    [InlineData("chat example.org")]
    [InlineData("a..b")]
    [InlineData(".example.org")]
    [InlineData("-a.example.org")]
    [InlineData("a-.example.org")]
    [InlineData("10.20.30.40")]
    [InlineData("[::1]")]
    [InlineData("2001:db8::1")]
    [InlineData("exa%6Dple.org")]
    [InlineData("example.org:99999999")]
    [InlineData("*.example.org")]
    public void What_is_no_host_name_is_a_fault(string typed) =>
        Should.Throw<FaultException>(() => HostName.Parse(typed)).Fault.Id.ShouldBe("HostInvalid");

    [Fact]
    public void A_label_of_63_characters_is_one_and_of_64_is_none()
    {
        HostName.TryParse(new string('a', 63) + ".example", out _).ShouldBeTrue();
        HostName.TryParse(new string('a', 64) + ".example", out _).ShouldBeFalse();
    }

    [Property(MaxTest = 500)]
    public Property Letters_beyond_ascii_become_the_A_labels_of_the_standard()
    {
        // Letters of one direction in a label: the runtime refuses the rest, which no registry sells.
        var label = Gen.OneOf(Label("abcxyz0189äöüéñçłøжщяλώ例えテスト한글शब"), Label("دحرمشق"));
        return Prop.ForAll(
            label.ToArbitrary(),
            l => HostName.Parse(l + ".example").ShouldBe(new IdnMapping { AllowUnassigned = true }.GetAscii(l) + ".example"));
    }

    private static Gen<string> Label(string letters) =>
        Gen.Elements(letters.EnumerateRunes().Select(r => r.ToString()).ToArray()).ListOf().Where(l => l.Count is > 0 and < 14).Select(string.Concat);
}
