using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Tests.Commands;

/// <summary>Vectors after Unicode Standard Annex 15 and its conformance test's parts.</summary>
public sealed class NfcTests
{
    [Theory]
    [InlineData("e\u0301", "\u00E9")] // e, acute
    [InlineData("E\u0301", "\u00C9")]
    [InlineData("\u212B", "\u00C5")] // Angstrom sign: a singleton
    [InlineData("a\u0302\u0301", "\u1EA5")] // composes twice
    [InlineData("s\u0307\u0323", "\u1E69")] // marks out of order
    [InlineData("q\u0307\u0323", "q\u0323\u0307")] // ordered, nothing to compose
    [InlineData("\u1E0B\u0323", "\u1E0D\u0307")] // a composed letter re-composes
    [InlineData("\u1100\u1161\u11A8", "\uAC01")] // Hangul
    [InlineData("\uAC00\u11A8", "\uAC01")]
    [InlineData("\u0958", "\u0915\u093C")] // composition exclusion
    [InlineData("\uD834\uDD5E", "\uD834\uDD57\uD834\uDD65")] // outside the basic plane, excluded
    [InlineData("\u0344", "\u0308\u0301")] // a mark that decomposes
    [InlineData("a\u05B0\u0301", "\u00E1\u05B0")] // class 10 before 230: not blocked
    [InlineData("Dee Puty", "Dee Puty")]
    [InlineData("", "")]
    public void Text_comes_out_in_form_C(string text, string expected)
    {
        Nfc.Normalize(text).ShouldBe(expected);
        Nfc.Normalize(expected).ShouldBe(expected);
    }

    [Fact]
    public void Plain_text_comes_back_as_the_same_instance()
    {
        const string Text = "Zo\u00EB O'Connor";
        Nfc.Normalize(Text).ShouldBeSameAs(Text);
    }

    [Fact]
    public void A_lone_half_of_a_pair_does_no_harm() => Nfc.Normalize("a\uD800e\u0301").ShouldEndWith("\u00E9");
}
