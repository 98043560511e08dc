using FsCheck.Xunit;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Tests.Commands;

public sealed class DurationInputTests
{
    [Theory]
    [InlineData("90m", "PT1H30M")]
    [InlineData(" 2h ", "PT2H")]
    [InlineData("1.5H", "PT1H30M")]
    [InlineData("5d", "P5D")]
    [InlineData("2w", "P14D")]
    [InlineData("PT2H", "PT2H")]
    [InlineData("p1dt12h", "P1DT12H")]
    [InlineData("2:30", "PT2H30M")]
    [InlineData("02:30", "PT2H30M")]
    [InlineData("2:30:15", "PT2H30M15S")]
    [InlineData("02:30:00", "PT2H30M")]
    [InlineData("23:59:59", "PT23H59M59S")]
    [InlineData("2.00:00:00", "P2D")]
    public void A_duration_means_what_it_says(string text, string expected) => DurationInput.Parse(text).ToString().ShouldBe(expected);

    [Theory]
    [InlineData("48:00:00")] // hours, but TimeSpan.Parse makes 48 days of it
    [InlineData("24:00")]
    [InlineData("48:00:00.0")]
    [InlineData("2:00:00:00")]
    [InlineData("1:60")]
    [InlineData("nand")] // not a number, of days
    [InlineData("NaNh")]
    [InlineData("infinityd")]
    [InlineData("3000000d")] // longer than any two times are apart
    [InlineData("99999999999999999999w")]
    [InlineData("P99999999999D")]
    [InlineData("0h")]
    [InlineData("00:00")]
    [InlineData("-2h")]
    [InlineData("-PT2H")]
    [InlineData("1e3h")]
    [InlineData("1,5h")]
    [InlineData("2")]
    [InlineData("h")]
    [InlineData("")]
    [InlineData("tomorrow")]
    public void What_is_no_duration_is_a_fault(string text) =>
        Should.Throw<FaultException>(() => DurationInput.Parse(text)).Fault.Id.ShouldBe("DurationInvalid");

    [Property(MaxTest = 500)]
    public bool Clock_text_under_a_day_is_hours_minutes_and_seconds(uint number)
    {
        var value = TimeSpan.FromSeconds(1 + (number % (TimeSpan.SecondsPerDay - 1)));
        return DurationInput.Parse($"{value.Hours}:{value.Minutes:00}:{value.Seconds:00}").Value == value;
    }

    [Property(MaxTest = 500)]
    public bool A_duration_comes_back_from_its_own_text(uint seconds)
    {
        var value = TimeSpan.FromSeconds(1L + seconds);
        return DurationInput.Parse(new DurationInput(value).ToString()).Value == value;
    }

    [Property(MaxTest = 1000)]
    public bool Whatever_is_typed_ends_in_a_positive_duration_or_a_fault(string? typed, char unit)
    {
        try
        {
            return DurationInput.Parse(typed + unit).Value > TimeSpan.Zero;
        }
        catch (FaultException e)
        {
            return e.Fault.Id is "DurationInvalid";
        }
    }

    [Fact]
    public void A_decimal_is_days_because_5d_is_one_in_powershell() => new DurationInput(5m).Value.ShouldBe(TimeSpan.FromDays(5));

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public void A_decimal_that_is_not_positive_is_none(int days) =>
        Should.Throw<FaultException>(() => new DurationInput((decimal)days)).Fault.Id.ShouldBe("DurationInvalid");
}
