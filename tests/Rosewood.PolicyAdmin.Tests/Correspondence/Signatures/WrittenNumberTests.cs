using FsCheck;
using FsCheck.Fluent;
using Rosewood.PolicyAdmin.Correspondence.Addresses;
using Rosewood.PolicyAdmin.Correspondence.Signatures;

namespace Rosewood.PolicyAdmin.Tests.Correspondence.Signatures;

public sealed class WrittenNumberTests
{
    [Theory]
    [InlineData("Mobile: 07700 900123", "+447700900123")]
    [InlineData("07700900123", "+447700900123")]
    [InlineData("+44 (0)7700 900 123", "+447700900123")]
    [InlineData("+44 7700 900123.", "+447700900123")]
    [InlineData("0044 7700 900123", "+447700900123")]
    [InlineData("(07700) 900-123", "+447700900123")]
    [InlineData("077 0090 0123", "+447700900123")]
    [InlineData("07700.900.123", "+447700900123")]
    [InlineData("07700\u00A0900123", "+447700900123")]
    [InlineData("01632 960900 / 07700 900123", "+441632960900 +447700900123")]
    [InlineData("01632 960900/07700 900123", "+441632960900 +447700900123")]
    [InlineData("01632 960900 07700 900123", "+441632960900 +447700900123")]
    [InlineData("01632 960900  07700 900123", "+441632960900 +447700900123")]
    [InlineData("T 01632 960900 M 07700 900123", "+441632960900 +447700900123")]
    [InlineData("+353 87 123 4567", "+353871234567")]
    [InlineData("tel:+447700900123", "+447700900123")]
    public void Numbers_are_read_however_people_write_them(string line, string expected) =>
        string.Join(' ', WrittenNumber.FindIn(line).Select(static n => n.E164)).ShouldBe(expected);

    [Theory]
    [InlineData("07-11-2026-123")]
    [InlineData("On 07/11/2026 at 10:30")]
    [InlineData("GB82 WEST 1234 5698 7654 32")]
    [InlineData("Order 4007700900123456789")]
    [InlineData("URN 123456, DfE 935/4056")]
    [InlineData("room.07700900123@rosewood.example")]
    [InlineData("https://wa.example/07700900123")]
    [InlineData("ref=07700900123")]
    [InlineData("07700 900")]
    [InlineData("07700 900123x4")]
    [InlineData("")]
    public void What_is_no_number_is_none(string line) => WrittenNumber.FindIn(line).ShouldBeEmpty();

    [Theory]
    [InlineData("+447700900123", true)]
    [InlineData("+447624900123", true)]
    [InlineData("+447600900123", false)]
    [InlineData("+447000900123", false)]
    [InlineData("+441632960900", false)]
    [InlineData("+442079460000", false)]
    [InlineData("+448081570000", false)]
    [InlineData("+353871234567", true)]
    public void A_school_line_is_no_mobile(string number, bool isMobile) => new WrittenNumber(number, 0, 0).IsMobileOrForeign.ShouldBe(isMobile);

    [Fact]
    public void A_number_is_shown_so_that_only_who_knows_it_recognises_it()
    {
        WrittenNumber.Masked("+447700900123").ShouldBe("07…123");
        WrittenNumber.Masked("+353871234567").ShouldBe("+35…567");
    }

    [Fact]
    public void What_is_found_stands_in_the_line_where_it_is_said_to()
    {
        var lines = Gen.Elements("07700", "900123", " ", "  ", "-", "(0)", "+44", "(", ")", ".", "/", "7", "0", "x", "@", "\u00A0", "\u2013", "M: ", "01632").ListOf().Select(static parts => string.Concat(parts));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000).WithReplay(2026, 1129), Prop.ForAll(lines.ToArbitrary(), static line =>
        {
            foreach (var number in WrittenNumber.FindIn(line))
            {
                PhoneNumber.ToE164(line.Substring(number.Start, number.Length)).ShouldBe(number.E164);
            }
        }));
    }
}
