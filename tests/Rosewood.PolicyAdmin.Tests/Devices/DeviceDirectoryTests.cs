using System.Net;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Devices;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.Devices;

public sealed class DeviceDirectoryTests
{
    private const long Then = 100;
    private const long Later = 200;

    private static readonly Device Laptop = new("D-0001", "LT-07", DeviceClass.School, ["10.30.0.7", "2001:db8::7"], "0a:1b:2c:3d:4e:5f", "S1", "d.puty@rosewood.example");
    private static readonly Device Mobile = new("D-0002", "MOB-1", DeviceClass.SchoolMobile, [], "0a:1b:2c:3d:4e:60", SerialNumber: null, "d.puty@rosewood.example");
    private static readonly Device Gateway = new("D-0003", "GATE", DeviceClass.Proxy, ["10.20.1.1"], Mac: null, SerialNumber: null, AssignedUser: null);

    private static readonly DeviceDirectory Directory = new(
        new DeviceHistory([new(0, Laptop), new(0, Mobile), new(0, Gateway), new(Later, Laptop with { Name = "LT-70", Class = DeviceClass.Personal }), new(Later, Mobile, Removed: true)]),
        [
            .. TestConfig.School.Networks,
            new NetworkConfig("10.0.0.0/8", DeviceClass.Vpn, "All"),
            new NetworkConfig("2001:db8::/32", DeviceClass.School, "Six"),
            new NetworkConfig("2001:db8:0:1::/64", DeviceClass.Guest, "Six guests"),
            new NetworkConfig("::/0", DeviceClass.Personal, "All six"),
        ]);

    [Theory]
    [InlineData("10.20.5.5", DeviceClass.School)]
    [InlineData("10.20.9.5", DeviceClass.Server)]
    [InlineData("10.20.9.250", DeviceClass.Proxy)]
    [InlineData("10.30.0.8", DeviceClass.Personal)]
    [InlineData("::ffff:10.30.0.8", DeviceClass.Personal)]
    [InlineData("10.99.0.1", DeviceClass.Vpn)]
    [InlineData("11.0.0.1", DeviceClass.Unknown)]
    [InlineData("2001:db8:0:1::9", DeviceClass.Guest)]
    [InlineData("2001:db8:0:2::9", DeviceClass.School)]
    [InlineData("fe80::1", DeviceClass.Personal)]
    [InlineData("garbage", DeviceClass.Unknown)]
    [InlineData("", DeviceClass.Unknown)]
    [InlineData(null, DeviceClass.Unknown)]
    public void Where_the_inventory_knows_nothing_the_longest_network_counts(string? address, DeviceClass expected) =>
        Directory.Resolve(address, deviceText: null, Then).ShouldBe(new DeviceMatch(expected, Name: null, AssignedUser: null));

    [Theory]
    [InlineData("10.30.0.9", "lt-07", "LT-07")]
    [InlineData("10.30.0.9", "LT-07.rosewood.example", "LT-07")]
    [InlineData("10.30.0.9", "LT-07$", "LT-07")]
    [InlineData("10.30.0.9", "0A-1B-2C-3D-4E-5F", "LT-07")]
    [InlineData("10.30.0.7", null, "LT-07")]
    [InlineData("2001:0db8:0::7", "unheard-of", "LT-07")]
    [InlineData("10.30.0.7", "MOB-1", "MOB-1")]
    public void The_inventory_comes_first_by_name_then_MAC_then_address(string address, string? text, string name) =>
        Directory.Resolve(address, text, Then).Name.ShouldBe(name);

    [Fact]
    public void A_device_is_what_it_was_at_the_instant()
    {
        Directory.Resolve("10.30.0.7", deviceText: null, Later - 1).ShouldBe(new DeviceMatch(DeviceClass.School, "LT-07", "d.puty@rosewood.example"));
        Directory.Resolve("10.30.0.7", deviceText: null, Later).ShouldBe(new DeviceMatch(DeviceClass.Personal, "LT-70", "d.puty@rosewood.example"));
        Directory.Resolve(address: null, "MOB-1", Later - 1).Class.ShouldBe(DeviceClass.SchoolMobile);
        Directory.Resolve(address: null, "MOB-1", Later).Class.ShouldBe(DeviceClass.Unknown);
    }

    [Fact]
    public void A_proxy_identifies_no_device() =>
        Directory.Resolve("10.20.1.1", deviceText: null, Then).ShouldBe(new DeviceMatch(DeviceClass.Proxy, Name: null, AssignedUser: null));

    [Fact]
    public void A_look_up_allocates_nothing()
    {
        LookUp();
        var before = GC.GetAllocatedBytesForCurrentThread();
        LookUp();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);

        static void LookUp()
        {
            Directory.Resolve("10.20.5.5", deviceText: null, Then);
            Directory.Resolve("2001:db8:0:1::9", "0A-1B-2C-3D-4E-99", Then);
            Directory.Resolve("10.30.0.7", "LT-07.rosewood.example", Then);
            Directory.Resolve("[::ffff:10.30.0.7]", "unheard-of", Then);
        }
    }

    [Theory]
    [InlineData("10.20.0.0/33")]
    [InlineData("10.20.0.0/-1")]
    [InlineData("10.20.0.0/")]
    [InlineData("10.20/16")]
    [InlineData("2001:db8::/129")]
    [InlineData("::ffff:10.0.0.0/95")]
    [InlineData("")]
    public void A_network_that_is_none_is_a_fault(string cidr) =>
        Should.Throw<FaultException>(() => new DeviceDirectory(DeviceHistory.Empty, [new NetworkConfig(cidr, DeviceClass.School, Name: null)])).Fault.Id.ShouldBe("NetworkInvalid");

    [Fact]
    public void A_network_without_a_prefix_is_one_address_and_a_mapped_one_is_IPv4()
    {
        var directory = new DeviceDirectory(DeviceHistory.Empty, [new("10.0.0.1", DeviceClass.Server, Name: null), new("::ffff:10.1.0.0/112", DeviceClass.Guest, Name: null)]);
        directory.Resolve("10.0.0.1", deviceText: null, Then).Class.ShouldBe(DeviceClass.Server);
        directory.Resolve("10.0.0.2", deviceText: null, Then).Class.ShouldBe(DeviceClass.Unknown);
        directory.Resolve("10.1.255.1", deviceText: null, Then).Class.ShouldBe(DeviceClass.Guest);
    }

    [Property(MaxTest = 500)]
    public Property The_longest_of_all_networks_that_hold_an_address_counts() => Prop.ForAll(
        Gen.Choose(0, 3).Two().Select(p => $"10.{p.Item1}.{p.Item2}.0").Zip(Gen.Choose(8, 30)).Zip(Gen.Elements(Enum.GetValues<DeviceClass>())).ListOf().ToArbitrary(),
        Gen.Choose(0, 3).Two().Select(p => $"10.{p.Item1}.{p.Item2}.{p.Item1 * 60}").ToArbitrary(),
        (networks, address) =>
        {
            var configs = networks.Select(n => new NetworkConfig($"{n.Item1.Item1}/{n.Item1.Item2}", n.Item2, Name: null)).ToList();
            var expected = networks
                .Where(n => Holds(n.Item1.Item1, n.Item1.Item2, address))
                .OrderByDescending(n => n.Item1.Item2)
                .Select(n => n.Item2)
                .FirstOrDefault(DeviceClass.Unknown);
            return new DeviceDirectory(DeviceHistory.Empty, configs).Resolve(address, deviceText: null, 0).Class == expected;
        });

    private static bool Holds(string network, int prefix, string address)
    {
        var mask = uint.MaxValue << (32 - prefix);
        return (Number(network) & mask) == (Number(address) & mask);
    }

    private static uint Number(string address) => BitConverter.ToUInt32([.. IPAddress.Parse(address).GetAddressBytes().Reverse()]);
}
