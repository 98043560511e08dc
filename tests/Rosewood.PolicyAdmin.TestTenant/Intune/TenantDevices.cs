using System.Text.Json.Nodes;
using Rosewood.Tenancy.Server;

namespace Rosewood.Tenancy.Intune;

/// <summary>The tenant's managed devices and their configurations, as JSON the way Graph writes them.</summary>
public sealed class TenantDevices
{
    private readonly TenantState state;
    private readonly List<JsonObject> devices = [];
    private readonly Dictionary<string, JsonObject> configurations = new(StringComparer.OrdinalIgnoreCase);

    internal TenantDevices(TenantState state) => this.state = state;

    /// <summary>The configurations, copies, by id.</summary>
    public IReadOnlyDictionary<string, JsonObject> Configurations
    {
        get
        {
            lock (state.Gate)
            {
                return configurations.ToDictionary(c => c.Key, c => (JsonObject)c.Value.DeepClone(), StringComparer.OrdinalIgnoreCase);
            }
        }
    }

    internal IReadOnlyList<JsonObject> Managed => devices;

    internal Dictionary<string, JsonObject> Live => configurations;

    /// <summary>The kinds of target that a configuration is assigned to, by its id.</summary>
    internal Dictionary<string, List<string>> LiveAssigned { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Assigns a configuration to all devices, as an administrator does in Intune.</summary>
    public void Assign(string id) => AssignTo(id, "#microsoft.graph.allDevicesAssignmentTarget");

    /// <summary>Excludes a group from a configuration, which alone assigns it to nobody.</summary>
    public void Exclude(string id) => AssignTo(id, "#microsoft.graph.exclusionGroupAssignmentTarget");

    /// <summary>Makes a second configuration like one.</summary>
    public void Copy(string id)
    {
        lock (state.Gate)
        {
            var copy = (JsonObject)configurations[id].DeepClone();
            copy["id"] = MadeId.Of("copy of " + id);
            configurations[copy["id"]!.ToString()] = copy;
        }
    }

    /// <summary>Changes a configuration behind the program's back.</summary>
    public void Change(string id, Action<JsonObject> change)
    {
        lock (state.Gate)
        {
            change(configurations[id]);
        }
    }

    private void AssignTo(string id, string target)
    {
        lock (state.Gate)
        {
            if (!LiveAssigned.TryGetValue(id, out var targets))
            {
                LiveAssigned.Add(id, targets = []);
            }

            targets.Add(target);
        }
    }

    /// <summary>Adds a managed device: at least <c>id</c> and <c>deviceName</c>.</summary>
    public void Add(JsonObject device)
    {
        lock (state.Gate)
        {
            devices.Add(device);
        }
    }

    /// <summary>Adds a managed computer of a person.</summary>
    public void Add(string deviceName, string? userPrincipalName, string operatingSystem = "Windows") => Add(new JsonObject
    {
        ["id"] = MadeId.Of("device " + deviceName),
        ["deviceName"] = deviceName,
        ["userPrincipalName"] = userPrincipalName ?? "",
        ["userDisplayName"] = userPrincipalName?.Split('@')[0] ?? "",
        ["operatingSystem"] = operatingSystem,
        ["managedDeviceOwnerType"] = "company",
        ["complianceState"] = "compliant",
        ["azureADDeviceId"] = MadeId.Of("entra device " + deviceName),
        ["serialNumber"] = MadeId.Of(deviceName)[..8].ToUpperInvariant(),
        ["enrolledDateTime"] = "2026-01-05T08:00:00Z",
        ["lastSyncDateTime"] = TimeText.Of(state.Now),
    });
}
