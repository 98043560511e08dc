using Rosewood.PolicyAdmin.Correspondence.Addresses;

namespace Rosewood.PolicyAdmin.Tests.Correspondence.Addresses;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("07700 900123", "+447700900123")]
    [InlineData("+44 7700 900123", "+447700900123")]
    [InlineData("+44 (0)7700 900123", "+447700900123")]
    [InlineData("+4407700900123", "+447700900123")]
    [InlineData("0044 7700 900 123", "+447700900123")]
    [InlineData("447700900123", "+447700900123")]
    [InlineData("7700900123", "+447700900123")]
    [InlineData("(01632) 960-110", "+441632960110")]
    [InlineData("tel:+44-7700-900123", "+447700900123")]
    [InlineData("\uFF10\uFF17\uFF17\uFF10\uFF10 \uFF19\uFF10\uFF10\uFF11\uFF12\uFF13", "+447700900123")]
    [InlineData("\uFF0B\uFF14\uFF14 \uFF08\uFF10\uFF09 7700 900123", "+447700900123")]
    [InlineData("+353 1 555 0100", "+35315550100")]
    public void A_number_is_the_same_however_it_is_written(string text, string number) => PhoneNumber.ToE164(text).ShouldBe(number);

    [Theory]
    [InlineData("")]
    [InlineData("999")]
    [InlineData("07700 90012")]
    [InlineData("07700 900123 ext 4")]
    [InlineData("ask the office")]
    [InlineData("07700 900123 / 07700 900124")]
    [InlineData("12345678901234567890")]
    public void What_is_no_number_is_none(string text) => PhoneNumber.ToE164(text).ShouldBeNull();
}
