using System.Net;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Rosewood.PolicyAdmin.Devices;

namespace Rosewood.PolicyAdmin.Tests.Devices;

public sealed class NetworkAddressTests
{
    [Theory]
    [InlineData("10.20.0.1", "10.20.0.1")]
    [InlineData(" 0.0.0.0 ", "0.0.0.0")]
    [InlineData("255.255.255.255", "255.255.255.255")]
    [InlineData("::ffff:10.20.0.1", "10.20.0.1")]
    [InlineData("::FFFF:0a14:0001", "10.20.0.1")]
    [InlineData("::", "::")]
    [InlineData("::1", "::1")]
    [InlineData("2001:DB8::", "2001:db8::")]
    [InlineData("[2001:db8::7]", "2001:db8::7")]
    [InlineData("fe80::1%eth0", "fe80::1")]
    [InlineData("2001:0db8:0:0:0:0:0:7", "2001:db8::7")]
    [InlineData("64:ff9b::192.0.2.33", "64:ff9b::c000:221")]
    public void An_address_is_read_into_its_canonical_form(string text, string expected)
    {
        NetworkAddress.TryParse(text, out var address).ShouldBeTrue();
        address.ToString().ShouldBe(expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("10.20.0")]
    [InlineData("10.20.0.1.2")]
    [InlineData("10.20.0.256")]
    [InlineData("10.020.0.1")]
    [InlineData("0x0a.1.1.1")]
    [InlineData("10.20.0.1:443")]
    [InlineData("+1.2.3.4")]
    [InlineData("1. 2.3.4")]
    [InlineData(":")]
    [InlineData(":::")]
    [InlineData("1::2::3")]
    [InlineData("1:2:3:4:5:6:7")]
    [InlineData("1:2:3:4:5:6:7:8:9")]
    [InlineData("1:2:3:4:5:6:7::8:9")]
    [InlineData("12345::")]
    [InlineData("g::")]
    [InlineData(":1::2")]
    [InlineData("1::2:")]
    [InlineData("1.2.3.4::")]
    [InlineData("::1.2.3")]
    [InlineData("aa:bb:cc:dd:ee:ff")]
    [InlineData("pc-07")]
    public void What_is_no_address_is_refused(string text) => NetworkAddress.TryParse(text, out _).ShouldBeFalse();

    [Property(MaxTest = 1000)]
    public Property Every_address_of_the_runtime_is_read_as_the_same_one() => Prop.ForAll(
        Gen.Choose(0, 255).Select(b => (byte)(b < 128 ? 0 : b)).ArrayOf(16).ToArbitrary(),
        bytes =>
        {
            var v4 = new IPAddress(bytes.AsSpan(0, 4));
            var v6 = new IPAddress(bytes);
            var expected = v6.IsIPv4MappedToIPv6 ? v6.MapToIPv4() : v6;
            return NetworkAddress.TryParse(v4.ToString(), out var a) && string.Equals(a.ToString(), v4.ToString(), StringComparison.Ordinal)
                && NetworkAddress.TryParse(v6.ToString(), out var b) && string.Equals(b.ToString(), expected.ToString(), StringComparison.Ordinal);
        });

    [Fact]
    public void Broken_addresses_are_read_as_the_runtime_reads_them_or_refused()
    {
        var random = new Random(7);
        for (var i = 0; i < 20_000; i++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(1, 24)).Select(_ => "0123456789abcdef::::..."[random.Next(23)])]);
            if (NetworkAddress.TryParse(text, out var address))
            {
                var runtime = IPAddress.Parse(text);
                address.ToString().ShouldBe((runtime.IsIPv4MappedToIPv6 ? runtime.MapToIPv4() : runtime).ToString(), text);
            }
        }
    }
}
