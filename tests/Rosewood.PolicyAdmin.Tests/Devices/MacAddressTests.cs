using Rosewood.PolicyAdmin.Devices;

namespace Rosewood.PolicyAdmin.Tests.Devices;

public sealed class MacAddressTests
{
    [Theory]
    [InlineData("0a:1b:2c:3d:4e:5f")]
    [InlineData("0A-1B-2C-3D-4E-5F")]
    [InlineData("0a1b.2c3d.4e5f")]
    [InlineData(" 0A1B2C3D4E5F ")]
    public void Every_usual_spelling_is_the_same_address(string text)
    {
        MacAddress.TryParse(text, out var value).ShouldBeTrue();
        MacAddress.Format(value).ShouldBe("0a:1b:2c:3d:4e:5f");
    }

    [Theory]
    [InlineData("")]
    [InlineData("0a:1b:2c:3d:4e")]
    [InlineData("0a:1b-2c:3d:4e:5f")]
    [InlineData("0a1b:2c3d:4e5f")]
    [InlineData("0a:1b:2c:3d:4e:5g")]
    [InlineData("0a1b2c3d4e5")]
    [InlineData("LAPTOP-12345")]
    [InlineData("0:a1b:2c:3d:4e:5f")]
    public void What_is_none_is_refused(string text) => MacAddress.TryParse(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData("00:00:00:00:00:00", false)]
    [InlineData("ff:ff:ff:ff:ff:ff", false)]
    [InlineData("01:00:5e:00:00:01", false)]
    [InlineData("02:1b:2c:3d:4e:5f", true)]
    public void Zeros_broadcast_and_multicast_are_no_devices(string text, bool expected)
    {
        MacAddress.TryParse(text, out var value).ShouldBeTrue();
        MacAddress.IsOfOneDevice(value).ShouldBe(expected);
    }
}
