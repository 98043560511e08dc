using FsCheck.Xunit;
using Rosewood.PolicyAdmin.Devices;
using Rosewood.PolicyAdmin.Enforcement.Addresses;

namespace Rosewood.PolicyAdmin.Tests.Enforcement.Addresses;

public sealed class AddressSpaceTests
{
    [Fact]
    public void A_network_inside_another_is_cut_out_of_it()
    {
        var pieces = AddressSpace.Cut([(Net("10.30.0.0/22"), 1), (Net("10.30.1.0/24"), 0)], elsewhere: 0);

        pieces.Select(p => p.Prefix.ToString()).ShouldBe(["10.30.0.0/24", "10.30.2.0/23"]);
    }

    [Fact]
    public void What_is_like_its_surroundings_is_no_piece() =>
        AddressSpace.Cut([(Net("10.0.0.0/8"), 1), (Net("10.1.0.0/16"), 1), (Net("2001:db8::/32"), 0)], elsewhere: 0).Select(p => p.Prefix.ToString()).ShouldBe(["10.0.0.0/8"]);

    [Fact]
    public void Everything_can_be_a_network() =>
        AddressSpace.Cut([(Net("0.0.0.0/0"), 1), (Net("::/0"), 2)], elsewhere: 0).ShouldBe([(Net("0.0.0.0/0"), 1), (Net("::/0"), 2)]);

    [Property(MaxTest = 300)]
    public bool Every_address_gets_what_the_longest_network_says(uint seed, uint asked)
    {
        var random = new Random((int)(seed % int.MaxValue));
        var networks = Enumerable.Range(0, random.Next(1, 12))
            .Select(_ => (Prefix: Random(random, asked), Value: random.Next(0, 3)))
            .DistinctBy(n => n.Prefix)
            .ToList();
        var address = AddressPrefix.Of(new NetworkAddress(asked, IsV6: false));
        var expected = networks.Where(n => n.Prefix.Contains(address)).OrderByDescending(n => n.Prefix.Length).Select(n => n.Value).FirstOrDefault();

        var found = AddressSpace.Cut(networks, elsewhere: 0).Where(p => p.Prefix.Contains(address)).ToList();

        return found.Count <= 1 && found.Select(p => p.Value).FirstOrDefault() == expected;
    }

    [Theory]
    [InlineData("10.30.0.0/16", "16.0.0.30.10")]
    [InlineData("127.40.0.7/32", "32.7.0.40.127")]
    [InlineData("2001:db8:30::/48", "48.zz.30.db8.2001")]
    [InlineData("::1/128", "128.1.zz")]
    [InlineData("2001:db8:0:1:0:0:0:7/128", "128.7.zz.1.0.db8.2001")]
    [InlineData("1:2:3:4:5:6:7:8/128", "128.8.7.6.5.4.3.2.1")]
    [InlineData("1:0:3:4:5:6:7:8/128", "128.8.7.6.5.4.3.0.1")]
    public void A_client_is_named_as_policy_zones_name_it(string cidr, string expected) => Net(cidr).ToRpz().ShouldBe(expected);

    [Theory]
    [InlineData("10.0.0.0/33")]
    [InlineData("10.0.0/8")]
    [InlineData("x/8")]
    [InlineData("10.0.0.0/-1")]
    public void What_is_no_network_is_none(string cidr) => AddressPrefix.Parse(cidr).ShouldBeNull();

    private static AddressPrefix Net(string cidr) => AddressPrefix.Parse(cidr)!.Value;

    private static AddressPrefix Random(Random random, uint near)
    {
        var length = random.Next(0, 33);
        return new AddressPrefix(new NetworkAddress(near ^ (uint)random.Next(0, 1 << random.Next(1, 30)), IsV6: false).Masked(length), length);
    }
}
