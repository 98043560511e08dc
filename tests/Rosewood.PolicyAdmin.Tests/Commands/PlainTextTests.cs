using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Tests.Commands;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("abc", 3, "abc")]
    [InlineData("abcd", 3, "abc…")]
    [InlineData("ab\U0001F600c", 3, "ab…")]
    [InlineData("ab\U0001F600c", 4, "ab\U0001F600…")]
    public void Text_is_shortened_between_characters(string text, int length, string expected) => PlainText.Shorten(text, length).ShouldBe(expected);
}
