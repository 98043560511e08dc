using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Devices;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.Access;

public sealed class TestSocialMediaAccessTests
{
    private const string MoreDevices = DemoStaff.Devices + """
        Gateway,Proxy,10.20.9.251,,,
        Tablet-3,SchoolMobile,,00:11:22:33:44:55,,

        """;

    [Theory]
    [InlineData("Mobile-1", DeviceClass.SchoolMobile)]
    [InlineData("mobile-1.rosewood.example", DeviceClass.SchoolMobile)]
    [InlineData(" MOBILE-1$ ", DeviceClass.SchoolMobile)]
    [InlineData("00-11-22-33-44-55", DeviceClass.SchoolMobile)]
    [InlineData("Gateway", DeviceClass.Proxy)]
    [InlineData("personal", DeviceClass.Personal)]
    [InlineData("Unknown", DeviceClass.Unknown)]
    public async Task A_device_is_known_by_whatever_the_log_would_know_it_by(string device, DeviceClass expected)
    {
        using var workspace = await SchoolAsync();

        (await TestAsync(workspace, new() { User = "deputy", HostName = "facebook.com", Device = device })).DeviceClass.ShouldBe(expected);
    }

    [Theory]
    [InlineData("Mobile-9")]
    [InlineData("2")] // a class's number is no class
    [InlineData("School,Personal")]
    public async Task What_is_neither_device_nor_class_is_a_fault(string device)
    {
        using var workspace = await SchoolAsync();

        (await workspace.FaultOfAsync(new TestSocialMediaAccess { User = "deputy", HostName = "facebook.com", Device = device })).Id.ShouldBe("DeviceNotFound");
        (await workspace.FaultOfAsync(new GrantSocialMediaAccess { User = ["n.obrien"], AuthorisedBy = "head", Reason = "Fair", Device = [device] })).Id.ShouldBe("DeviceNotFound");
    }

    [Fact]
    public async Task A_proxy_is_nobodys_device_even_where_a_grant_names_it()
    {
        using var workspace = await SchoolAsync();
        await workspace.RunAsync(new GrantSocialMediaAccess { User = ["n.obrien"], AuthorisedBy = "head", Reason = "Fair", Device = ["Gateway"] });

        var test = await TestAsync(workspace, new() { User = "n.obrien", HostName = "facebook.com", Device = "Gateway" });

        (test.Allowed, test.Reason).ShouldBe((false, ReasonCode.GrantOtherDevice));
    }

    [Fact]
    public async Task A_grant_knows_devices_by_the_same_names()
    {
        using var workspace = await SchoolAsync();

        var grant = (await workspace.RunAsync(new GrantSocialMediaAccess { User = ["n.obrien"], AuthorisedBy = "head", Reason = "Fair", Device = ["pc-07.rosewood.example"] })).Of<AccessGrant>().Single();

        grant.Devices.ShouldBe(["PC-07"]);
    }

    [Theory]
    [InlineData("", "https://www.facebook.com/rosewood")]
    [InlineData("  ", "facebook.com")]
    public async Task A_blank_host_is_none(string host, string uri)
    {
        using var workspace = await SchoolAsync();

        (await TestAsync(workspace, new() { User = "n.obrien", HostName = host, Uri = uri })).Service.ShouldBe("Facebook");
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("10.20.1.999")]
    [InlineData("10.20.0.0/16")]
    public async Task An_address_that_is_none_is_a_fault(string address)
    {
        using var workspace = await SchoolAsync();

        var fault = await workspace.FaultOfAsync(new TestSocialMediaAccess { User = "deputy", HostName = "facebook.com", Address = address });

        (fault.Id, fault.Target).ShouldBe(("AddressInvalid", address));
    }

    [Theory]
    [InlineData("https://www.facebook.com/foo", "www.facebook.com")]
    [InlineData("facebook.com/foo", "facebook.com")]
    [InlineData("http://facebook.com", "facebook.com")]
    [InlineData(" Facebook.COM. ", "facebook.com")]
    public async Task A_host_may_be_pasted_as_an_address(string pasted, string host)
    {
        using var workspace = await SchoolAsync();

        var test = await TestAsync(workspace, new() { User = "n.obrien", HostName = pasted });

        (test.Allowed, test.Service, test.HostName).ShouldBe((false, "Facebook", host));
    }

    [Theory]
    [InlineData("*.facebook.com")]
    [InlineData("face book")]
    [InlineData("157.240.1.35")]
    public async Task What_is_no_host_is_a_fault_and_not_allowed(string typed)
    {
        using var workspace = await SchoolAsync();

        (await workspace.FaultOfAsync(new TestSocialMediaAccess { User = "n.obrien", HostName = typed })).Id.ShouldBe("HostInvalid");
    }

    [Fact]
    public async Task A_blank_address_is_none()
    {
        using var workspace = await SchoolAsync();

        (await TestAsync(workspace, new() { User = "deputy", HostName = "facebook.com", Address = " " })).DeviceClass.ShouldBe(DeviceClass.Unknown);
    }

    private static async Task<TempWorkspace> SchoolAsync()
    {
        var workspace = await new TempWorkspace().WithSchoolAsync();
        await workspace.RunAsync(new ImportPolicyDevice { Path = workspace.Write("more.csv", MoreDevices) });
        return workspace;
    }

    private static async Task<AccessTest> TestAsync(TempWorkspace workspace, TestSocialMediaAccess request) =>
        (await workspace.RunAsync(request)).Of<AccessTest>().Single();
}
