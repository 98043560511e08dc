using System.Globalization;
using System.Text;
using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Devices;
using Rosewood.PolicyAdmin.Enforcement;
using Rosewood.PolicyAdmin.Enforcement.Snapshot;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Benchmarks;

/// <summary>The demo school with grants in force, its snapshot, and what its proxy would ask.</summary>
internal sealed class HelperSchool : IDisposable
{
    private static readonly string[] GrantedTo = ["t.obrien", "p.raghunathan", "a.nidhonnchadha"];
    private readonly string _folder = Directory.CreateTempSubdirectory("rosewood-benchmark-").FullName;
    private readonly Random _random = new(20261124);

    public HelperSchool()
    {
        var workspace = Path.Combine(_folder, "workspace");
        Run(new InitializePolicyWorkspace { Path = workspace, SchoolName = "Rosewood Free School", Sample = true }, workspace);
        foreach (var login in GrantedTo)
        {
            Run(new GrantSocialMediaAccess { User = [login], AuthorisedBy = login.StartsWith("t.", StringComparison.Ordinal) ? "deputy" : "t.obrien", Reason = "Measured", Reference = "B", For = new("2h") }, workspace);
        }

        using var open = WorkspaceLocator.Open(workspace);
        var context = new CommandContext("Measure-Nothing", new Operator("it", Person: null, RoleSet.None), TimeProvider.System, open);
        AccessSnapshot.Write(context, new EnforcementTargetConfig("proxy", EnforcementTargetKind.Squid) { Path = _folder });
        var at = context.Now.UtcTicks;
        Logins = [.. context.LoadPeople().All(at).Select(p => p.LoginNames.Count > 0 ? p.LoginNames[0] : p.UserPrincipalName)];
        Devices = [.. open.Store.Devices.Load().All(at).Where(d => d.Addresses.Count > 0)];
        Hosts = [.. CatalogueLoader.Load(context).Services.SelectMany(s => s.Hosts).Select(h => h.Host)];
    }

    /// <summary>The plan of a live Squid target over this school.</summary>
    public TargetPlan PlanFor(EnforcementTargetConfig target)
    {
        using var open = WorkspaceLocator.Open(Path.Combine(_folder, "workspace"));
        var context = new CommandContext("Measure-Nothing", new Operator("it", Person: null, RoleSet.None), TimeProvider.System, open);
        return EnforcementDrivers.For(target.Kind).Plan(target, EnforcementFacts.Load(context), force: false);
    }

    public string Snapshot => Path.Combine(_folder, AccessSnapshot.FileName);

    private IReadOnlyList<string> Logins { get; }

    private IReadOnlyList<Device> Devices { get; }

    private IReadOnlyList<string> Hosts { get; }

    /// <summary>Questions without their channel: five in six for hosts of no service, the rest over the catalogue's; half of them with a MAC address; one in twenty of nobody known.</summary>
    public string[] Questions(int count) => [.. Enumerable.Range(0, count).Select(_ => Question())];

    /// <summary>The same, each on one of a thousand channels, as lines.</summary>
    public byte[] Lines(int count) => Encoding.ASCII.GetBytes(string.Concat(Questions(count).Select((q, i) => string.Create(CultureInfo.InvariantCulture, $"{i % 1000} {q}\n"))));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Question()
    {
        var device = Devices[_random.Next(Devices.Count)];
        var login = _random.Next(20) == 0 ? string.Create(CultureInfo.InvariantCulture, $"p.{_random.Next(2000, 2400)}") : Logins[_random.Next(Logins.Count)];
        login = _random.Next(3) == 0 ? Uri.EscapeDataString(@"ROSEWOOD\" + login) : Uri.EscapeDataString(login);
        var address = _random.Next(4) == 0 ? string.Create(CultureInfo.InvariantCulture, $"10.30.{_random.Next(4)}.{_random.Next(1, 250)}") : device.Addresses[0];
        var mac = _random.Next(2) == 0 ? "00:00:00:00:00:00" : device.Mac ?? "-";
        var host = _random.Next(6) == 0
            ? (_random.Next(2) == 0 ? "www." : "") + Hosts[_random.Next(Hosts.Count)]
            : string.Create(CultureInfo.InvariantCulture, $"cdn{_random.Next(30)}.site-{_random.Next(5000)}.example");
        return _random.Next(8) == 0 ? $"{login} {address} {mac} {host} 80 GET -" : $"{login} {address} {mac} {host} 443 CONNECT -";
    }

    private static void Run(PolicyRequest request, string workspace) =>
        CommandRunner.RunAsync(request, new CommandHost(workspace, TimeProvider.System, "t.obrien"), new NoSink(), CancellationToken.None).GetAwaiter().GetResult();

    private sealed class NoSink : ICommandSink
    {
        public void Write(object value)
        {
        }

        public void Warn(string message)
        {
        }

        public void Report(Fault fault) => throw fault.ToException();

        public void Progress(CommandProgress progress)
        {
        }

        public bool ShouldProcess(string target, string action) => true;
    }
}
