using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Enforcement;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.Integration;

/// <summary>
/// A school with Debian's Squid, published to by the real command: the built program answers Squid as its own user does, by the clock on
/// the wall. At the school it is noon on a school day.
/// </summary>
internal sealed class SquidBlock : IAsyncDisposable
{
    public const string SchoolPc = "127.20.0.15";
    public const string SchoolMobile = "127.40.0.7";
    public const string OwnPhone = "127.30.0.77";
    public const string Elsewhere = "127.99.0.1";
    public const string Target = "proxy";
    private const string ProxyUser = "proxy";
    private readonly string _folder = Directory.CreateTempSubdirectory("rosewood-block-").FullName;

    private SquidBlock()
    {
    }

    public DiskWorkspace Workspace { get; } = new();

    public SquidProxy Proxy { get; } = new();

    /// <summary>The relay's port.</summary>
    public int TunnelPort { get; } = FreePort();

    /// <summary>The program that Squid starts.</summary>
    public string Program => Path.Combine(_folder, "program", "rosewood");

    /// <summary>The target's folder.</summary>
    public string Folder => Path.Combine(_folder, "squid");

    public string Entry => Path.Combine(Folder, "rosewood.conf");

    public string Snapshot => Path.Combine(Folder, "access.snapshot");

    public string OwnLog => Path.Combine(_folder, "logs", "rosewood.log");

    /// <summary>Starts Squid with an include file that blocks nothing yet, as the target's page tells a technician to.</summary>
    /// <param name="hosts">Host names that resolve to the origin.</param>
    /// <param name="change">Changes policy.json.</param>
    /// <param name="before">Lines of squid.conf before the include.</param>
    /// <param name="behind">Lines behind it.</param>
    /// <param name="include">What the include file holds.</param>
    public static async Task<SquidBlock> StartAsync(IReadOnlyList<string> hosts, Action<JsonObject>? change = null, string before = "", string behind = "", string include = "")
    {
        SquidProxy.IsInstalled.ShouldBeTrue("scripts/test.sh installs Debian's squid");
        var block = new SquidBlock();
        try
        {
            block.Prepare();
            await File.WriteAllTextAsync(block.Entry, include);
            await block.Proxy.StartAsync(hosts, $"{before}\ninclude {block.Entry}\n{behind}");
            block.Configure(change);
            block.Run(new ImportPolicyPerson { Path = block.Write("staff.csv", DemoStaff.People) });
            return block;
        }
        catch
        {
            await block.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs a command now.</summary>
    public RecordingSink Run(PolicyRequest request)
    {
        Workspace.Clock.Now = DateTimeOffset.UtcNow;
        return Workspace.Run(request);
    }

    /// <summary>Publishes and proves.</summary>
    public BlockPublication Publish()
    {
        var sink = Run(new PublishSocialMediaBlock { Target = [Target] });
        sink.Faults.ShouldBeEmpty();
        return sink.Of<BlockPublication>().ShouldHaveSingleItem();
    }

    /// <summary>Grants for a time that ends at an instant, as though it had been granted earlier.</summary>
    public string Grant(string user, DateTimeOffset until, params string[] services)
    {
        Workspace.Clock.Now = until.AddHours(-1);
        return Workspace.Run(new GrantSocialMediaAccess { User = [user], Service = services, AuthorisedBy = "head", Reference = "R-1", Reason = "A lesson", For = new("1h") }).Of<AccessGrant>().ShouldHaveSingleItem().Id;
    }

    /// <summary>Changes policy.json by hand; the next command sees it.</summary>
    public void Edit(Action<JsonObject> change)
    {
        var policy = JsonNode.Parse(File.ReadAllText(Workspace.Paths.Config), documentOptions: new() { CommentHandling = System.Text.Json.JsonCommentHandling.Skip, AllowTrailingCommas = true })!.AsObject();
        change(policy);
        File.WriteAllText(Workspace.Paths.Config, policy.ToJsonString());
    }

    /// <summary>Asks until the answer is as wanted.</summary>
    public async Task UntilAsync(int wanted, string? user, string client, string host)
    {
        var last = 0;
        for (var i = 0; i < 200; i++)
        {
            last = await Proxy.GetAsync(user, client, host);
            if (last == wanted)
            {
                return;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException($"{user} at {client} gets {last} for {host}, not {wanted}:\n{await File.ReadAllTextAsync(Proxy.CacheLog)}");
    }

    /// <summary>The helpers that Squid runs, by process id.</summary>
    public IReadOnlyList<int> Helpers() =>
        [.. Process.GetProcessesByName("rosewood").Where(p => IsOurs(p.Id)).Select(p => p.Id)];

    public async ValueTask DisposeAsync()
    {
        await Proxy.DisposeAsync();
        Workspace.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    public string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>A zone in which it is noon, so that the day is in session whenever the tests run.</summary>
    private static string NoonZone()
    {
        var behind = DateTime.UtcNow.Hour - 12;
        return behind == 0 ? "Etc/GMT" : $"Etc/GMT{(behind > 0 ? "+" : "-")}{Math.Abs(behind)}";
    }

    private bool IsOurs(int process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/cmdline").Contains(Snapshot, StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>Squid's own account has to reach program and files: a copy of the program lies beside them.</summary>
    private void Prepare()
    {
        const UnixFileMode Public = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
        File.SetUnixFileMode(_folder, Public);
        foreach (var name in new[] { "program", "squid", "logs" })
        {
            Directory.CreateDirectory(Path.Combine(_folder, name), Public);
        }

        foreach (var file in Directory.EnumerateFiles(Repository.ConsoleFolder))
        {
            File.Copy(file, Path.Combine(_folder, "program", Path.GetFileName(file)));
        }

        if (Environment.IsPrivilegedProcess)
        {
            using var chown = Process.Start("chown", [ProxyUser, Path.Combine(_folder, "logs")]);
            chown.WaitForExit();
        }
    }

    private void Configure(Action<JsonObject>? change)
    {
        var password = Write("password", "pw-n.obrien\n");
        File.SetUnixFileMode(password, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var everyDay = new JsonArray([.. Enum.GetNames<DayOfWeek>().Select(static d => JsonValue.Create(d))]);
        Edit(policy =>
        {
            policy["school"]!["timeZone"] = NoonZone();
            policy["schoolDay"] = new JsonObject
            {
                ["terms"] = new JsonArray(new JsonObject { ["name"] = "Now", ["from"] = $"{DateTime.UtcNow.AddDays(-100):yyyy-MM-dd}", ["to"] = $"{DateTime.UtcNow.AddDays(100):yyyy-MM-dd}" }),
                ["sessions"] = new JsonArray(new JsonObject { ["name"] = "Day", ["days"] = everyDay, ["from"] = "06:00", ["until"] = "18:00" }),
            };
            policy["networks"] = new JsonArray(
                new JsonObject { ["cidr"] = "127.20.0.0/16", ["class"] = "School" },
                new JsonObject { ["cidr"] = "127.30.0.0/16", ["class"] = "Personal" },
                new JsonObject { ["cidr"] = "127.40.0.0/24", ["class"] = "SchoolMobile" });
            policy["enforcement"] = new JsonObject
            {
                ["contact"] = "<b>Zoë's</b> office, 100% \"room 4\"",
                ["targets"] = new JsonArray(new JsonObject
                {
                    ["name"] = Target,
                    ["kind"] = "Squid",
                    ["path"] = Folder,
                    ["helperProgram"] = Program,
                    ["configFile"] = Proxy.ConfigFile,
                    ["reloadCommand"] = new JsonArray("squid", "-k", "reconfigure", "-f", Proxy.ConfigFile),
                    ["probeAddress"] = $"127.0.0.1:{Proxy.Port}",
                    ["probeUser"] = "n.obrien",
                    ["probePasswordFile"] = password,
                    ["logPath"] = OwnLog,
                    ["tunnelPort"] = TunnelPort,
                }),
            };
            if (Environment.IsPrivilegedProcess)
            {
                policy["enforcement"]!["targets"]![0]!["readerGroup"] = ProxyUser;
            }

            change?.Invoke(policy);
        });
    }
}
