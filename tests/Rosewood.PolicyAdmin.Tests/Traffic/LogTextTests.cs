using System.Text;
using Rosewood.PolicyAdmin.Traffic;

namespace Rosewood.PolicyAdmin.Tests.Traffic;

public sealed class LogTextTests
{
    [Theory]
    [InlineData("ab\u00EB", 3, "ab…")]
    [InlineData("ab\u00EBc", 4, "ab\u00EB…")]
    [InlineData("a\U0001F600b", 4, "a…")]
    [InlineData("a\U0001F600b", 5, "a\U0001F600…")]
    [InlineData("\u20AC\u20AC", 3, "\u20AC…")]
    [InlineData("\u20AC\u20AC", 6, "\u20AC\u20AC")]
    [InlineData("abc", 2, "ab…")]
    public void A_line_is_cut_between_characters(string line, int longest, string expected) =>
        LogText.Sample(Encoding.UTF8.GetBytes(line), longest).ShouldBe(expected);

    [Fact]
    public void What_is_no_utf8_is_cut_all_the_same()
    {
        var text = LogText.Sample([.. Enumerable.Repeat((byte)0x80, 10)], longest: 5);

        text.ShouldEndWith("…");
        text.Length.ShouldBe(6);
    }
}
