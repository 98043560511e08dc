using Rosewood.PolicyAdmin.Console.Output;

namespace Rosewood.PolicyAdmin.Tests.Console.Output;

public sealed class DisplayWidthTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("abc", 3)]
    [InlineData("é", 1)]
    [InlineData("e\u0301", 1)]
    [InlineData("李", 2)]
    [InlineData("한글", 4)]
    [InlineData("🙂", 2)]
    [InlineData("ﾊ", 1)]
    [InlineData("—", 1)]
    public void Columns_are_counted_as_a_terminal_shows_them(string text, int expected) => DisplayWidth.Of(text).ShouldBe(expected);

    [Fact]
    public void Padding_goes_to_the_other_side_for_numbers()
    {
        DisplayWidth.Pad("李", 4, left: false).ShouldBe("李  ");
        DisplayWidth.Pad("12", 4, left: true).ShouldBe("  12");
        DisplayWidth.Pad("long", 2, left: false).ShouldBe("long");
    }
}
