using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Devices;
using Rosewood.PolicyAdmin.Enforcement;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.Enforcement.Dns;

/// <summary>A school whose networks lie on the loopback, so that real resolvers can be asked from each of them.</summary>
internal sealed class DnsSchool : IDisposable
{
    public const string School = "127.20.0.5";
    public const string StaffWifi = "127.30.0.5";
    public const string Mobile = "127.40.0.8";
    public const string Guest = "127.50.0.5";
    public const string Elsewhere = "127.99.0.1";
    public const string Proxy = "127.20.9.250";
    public const string DeputysMobile = "127.40.0.7";
    public const string SharedMobile = "127.40.0.9";
    public const string TeachersPc = "127.20.1.15";

    private const string Devices = """
        Name,Class,Addresses,Mac,SerialNumber,AssignedUser
        Mobile-1,SchoolMobile,127.40.0.7;2001:db8:40::7,,,d.puty@rosewood.example
        Mobile-2,SchoolMobile,127.40.0.9,,,
        Mobile-3,SchoolMobile,,,,d.puty@rosewood.example
        PC #15 %n ünïcödé,School,127.20.1.15,,,n.obrien@rosewood.example
        Library,School,127.20.1.16,,,

        """;

    private DnsSchool(TempWorkspace workspace) => Workspace = workspace;

    public TempWorkspace Workspace { get; }

    public static PolicyConfig Config { get; } = TestConfig.School with
    {
        Networks =
        [
            new NetworkConfig("127.20.0.0/16", DeviceClass.School, "Wired \"A\" # % ü"),
            new NetworkConfig("127.20.9.250/32", DeviceClass.Proxy, "Proxy"),
            new NetworkConfig("127.30.0.0/16", DeviceClass.Personal, "Staff Wi-Fi"),
            new NetworkConfig("127.30.7.0/24", DeviceClass.School, "Trolley"),
            new NetworkConfig("2001:db8:30::/48", DeviceClass.Personal, "Staff Wi-Fi, IPv6"),
            new NetworkConfig("127.40.0.0/24", DeviceClass.SchoolMobile, "Mobiles"),
            new NetworkConfig("127.50.0.0/24", DeviceClass.Guest, "Guests"),
        ],
        Enforcement = new EnforcementConfig { Targets = [new EnforcementTargetConfig("proxy", EnforcementTargetKind.Squid) { Path = "/etc/squid/rosewood" }] },
    };

    /// <summary>In session: a Tuesday, nine o'clock.</summary>
    public EnforcementFacts InSession => EnforcementFacts.Load(Workspace.Context("x"));

    /// <summary>After school that day.</summary>
    public EnforcementFacts AfterSchool => InSession with { At = new DateTimeOffset(2026, 11, 24, 17, 0, 0, TimeSpan.Zero) };

    public static async Task<DnsSchool> OpenAsync(PolicyConfig? config = null)
    {
        var workspace = new TempWorkspace(config ?? Config);
        await workspace.RunAsync(new ImportPolicyPerson { Path = workspace.Write("staff.csv", DemoStaff.People) });
        await workspace.RunAsync(new ImportPolicyDevice { Path = workspace.Write("devices.csv", Devices) });
        return new DnsSchool(workspace);
    }

    public Task GrantAsync(string user, string service, string device) => Workspace.RunAsync(new GrantSocialMediaAccess
    {
        User = [user],
        Service = service.Length == 0 ? [] : [service],
        Device = [device],
        AuthorisedBy = "head",
        Reference = "R-1",
        Reason = "A lesson",
        For = new("2d"),
    });

    public EnforcementTargetConfig Target(EnforcementFormat format, string name = "dns") => new(name, EnforcementTargetKind.Dns)
    {
        Format = format,
        Path = Path.Combine(Workspace.Folder, "target of dns"),
    };

    /// <summary>Writes a plan's files where they belong.</summary>
    public static void Write(TargetPlan plan)
    {
        foreach (var file in plan.Parts.Append(plan.Entry))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file.Path)!);
            File.WriteAllBytes(file.Path, file.Content.ToArray());
        }
    }

    public void Dispose() => Workspace.Dispose();
}
