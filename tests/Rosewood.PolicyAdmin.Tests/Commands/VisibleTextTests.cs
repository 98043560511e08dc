using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Tests.Commands;

public sealed class VisibleTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("Zoë 李明 👩‍🚀 مرحبا", "Zoë 李明 👩‍🚀 مرحبا")]
    [InlineData("a\tb\nc\0", "a␉b␊c␀")]
    [InlineData("\u007f\u0085\u009b", "␡\\u0085\\u009b")]
    [InlineData("a\u202eb\u2066c\u200f", "a\\u202eb\\u2066c\\u200f")]
    [InlineData("x\ufeffy\u200bz", "x\\ufeffy\\u200bz")]
    public void Text_is_shown_as_it_is_and_control_characters_by_sign(string text, string expected) => VisibleText.Of(text).ShouldBe(expected);

    [Fact]
    public void Half_a_character_is_shown_by_number() => VisibleText.Of("a\ud800b\udc00").ShouldBe("a\\ud800b\\udc00");

    [Fact]
    public void Random_text_never_keeps_a_control_character()
    {
        var random = new Random(3);
        for (var round = 0; round < 5000; round++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(40)).Select(_ => (char)random.Next(random.Next(2) == 0 ? 0x100 : 0x10000))]);
            VisibleText.Of(text).Any(char.IsControl).ShouldBeFalse();
        }
    }
}
