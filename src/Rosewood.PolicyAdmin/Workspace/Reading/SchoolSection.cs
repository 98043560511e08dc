namespace Rosewood.PolicyAdmin.Workspace.Reading;

/// <summary>The sections that say what the school is: its names, networks and roles.</summary>
internal static class SchoolSection
{
    public static readonly ConfigValue<SchoolConfig> School = ConfigObject.Of(static o => new SchoolConfig(
        o.Required("name", ConfigValues.Name),
        o.Texts("mailDomains", ConfigValues.Host),
        o.Texts("ownHosts", ConfigValues.Host),
        o.Optional("timeZone", ConfigValues.Zone, "Europe/London")));

    public static readonly ConfigValue<NetworkConfig> Network = ConfigObject.Of(static o => new NetworkConfig(
        o.Required("cidr", ConfigNetwork.Read),
        o.Required("class", ConfigValues.Word(Devices.DeviceClass.Unknown)),
        o.Optional("name", ConfigValues.Name, fallback: null!)));

    public static IReadOnlyList<NetworkConfig> Networks(ConfigObject root)
    {
        var networks = root.Entries("networks", Network);
        root.RefuseTwice(networks, static n => n.Cidr, "network");
        return [.. networks.Select(static n => n.Value)];
    }
}
