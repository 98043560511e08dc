using Rosewood.PolicyAdmin.Devices;

namespace Rosewood.PolicyAdmin.Workspace.Reading;

/// <summary>Where blocks are put into force.</summary>
internal static class EnforcementSection
{
    private static readonly ConfigValue<EnforcementFormat> Format = ConfigValues.Word<EnforcementFormat>();

    private static readonly ConfigValue<EnforcementTargetConfig> Target = ConfigObject.Of(static o =>
    {
        var target = new EnforcementTargetConfig(o.Required("name", ConfigValues.Name), o.Required("kind", ConfigValues.Word<EnforcementTargetKind>()));
        target = target with
        {
            Enabled = o.Optional("enabled", ConfigValues.Boolean, target.Enabled),
            Format = o.Optional("format", static (node, problems) => Format(node, problems), (EnforcementFormat?)null),
            Path = o.Optional("path", ConfigValues.Line, fallback: null!),
            ReloadCommand = o.List("reloadCommand", ConfigValues.Line, most: 50),
            ConfigFile = o.Optional("configFile", ConfigValues.Line, fallback: null!),
            ReaderGroup = o.Optional("readerGroup", ConfigValues.Name, fallback: null!),
            ProbeAddress = o.Optional("probeAddress", ConfigValues.Endpoint, fallback: null!),
            ProbeUser = o.Optional("probeUser", ConfigValues.Name, fallback: null!),
            ProbePasswordFile = o.Optional("probePasswordFile", ConfigValues.Line, fallback: null!),
            BlockAddress = o.Optional("blockAddress", ConfigValues.Address, fallback: null!),
            LogPath = o.Optional("logPath", ConfigValues.Line, fallback: null!),
            Login = o.Optional("login", ConfigValues.Boolean, target.Login),
            CutTunnels = o.Optional("cutTunnels", ConfigValues.Boolean, target.CutTunnels),
            TunnelPort = o.Optional("tunnelPort", ConfigValues.Port, target.TunnelPort),
            TunnelLimit = o.Optional("tunnelLimit", ConfigValues.Duration, target.TunnelLimit),
            HelperProgram = o.Optional("helperProgram", ConfigValues.Line, fallback: null!),
            Platform = o.Optional("platform", ConfigValues.Word<BrowserPlatform>(), target.Platform),
            People = o.List("people", ConfigValues.Name, most: 500),
            Services = o.List("services", ConfigValues.Name, most: 500),
            Devices = o.List("devices", ConfigValues.Word(DeviceClass.Unknown), most: 10) is { Count: > 0 } devices ? devices : target.Devices,
            GroupId = o.Optional("groupId", static (node, problems) => ConfigValues.Id(node, problems), (Guid?)null),
            GroupName = o.Optional("groupName", ConfigValues.Line, fallback: null!),
            InTenant = o.Optional("inTenant", ConfigValues.Boolean, target.InTenant),
            TimeBound = o.Optional("timeBound", ConfigValues.Boolean, target.TimeBound),
        };
        if (o.IsSound)
        {
            RefuseWhatTheKindLacks(o, target);
        }

        return target;
    });

    public static readonly ConfigValue<EnforcementConfig> Enforcement = ConfigObject.Of(static o =>
    {
        var targets = o.Entries("targets", Target, most: 50);
        o.RefuseTwice(targets, static t => t.Name, "target");
        return new EnforcementConfig
        {
            Targets = [.. targets.Select(static t => t.Value)],
            Contact = o.Optional("contact", ConfigValues.Line, fallback: null!),
            Scheduler = o.Optional("scheduler", ConfigValues.Word<PublishScheduler>(), PublishScheduler.None),
        };
    });

    private static void RefuseWhatTheKindLacks(ConfigObject o, EnforcementTargetConfig target)
    {
        var formats = FormatsOf(target.Kind);
        var isOptional = target.Kind is EnforcementTargetKind.Squid or EnforcementTargetKind.Group;
        if (target.Format is { } format ? !formats.Contains(format) : !isOptional)
        {
            o.Refuse("format", $"a {target.Kind} target needs a format: {string.Join(", ", formats)}.");
        }

        if (target.Kind is EnforcementTargetKind.Squid or EnforcementTargetKind.Dns && target.Path is null)
        {
            o.Refuse("path", $"a {target.Kind} target needs a path: where its files are written.");
        }

        if (target.TimeBound && target.Format != EnforcementFormat.EntraId)
        {
            o.Refuse("timeBound", "timeBound belongs to Group targets of the format EntraId only. Remove it.");
        }

        if (target.InTenant && (target.Kind != EnforcementTargetKind.Browser || target.Platform != BrowserPlatform.Intune))
        {
            o.Refuse("inTenant", "inTenant belongs to Browser targets of the platform Intune only. Remove it.");
        }

        if (target.Kind == EnforcementTargetKind.Group)
        {
            RefuseWhatTheGroupLacks(o, target);
        }
        else if (target.GroupId.HasValue)
        {
            o.Refuse("groupId", "groupId belongs to Group targets only. Remove it.");
        }
    }

    private static void RefuseWhatTheGroupLacks(ConfigObject o, EnforcementTargetConfig target)
    {
        switch (target.Format)
        {
            case null when target.GroupId is null:
                o.Refuse("groupId", "a Group target without a format needs the group's object id as groupId.");
                break;
            case EnforcementFormat.PowerShell when target.GroupId is null && target.GroupName is null:
                o.Refuse("groupId", "a Group target in PowerShell needs the group: its object id in Entra ID as groupId, or its name in Active Directory as groupName.");
                break;
            case EnforcementFormat.EntraId when target.GroupId is null:
                o.Refuse("groupId", "a Group target of the format EntraId needs the group's object id as groupId.");
                break;
            case EnforcementFormat.Ldif when target.GroupName is null || !ConfigFormats.TryDistinguishedName(target.GroupName, out _):
                o.Refuse("groupName", "a Group target in LDIF needs the group's distinguished name as groupName, such as cn=social,ou=groups,dc=rosewood,dc=example.");
                break;
        }
    }

    private static IReadOnlyList<EnforcementFormat> FormatsOf(EnforcementTargetKind kind) => kind switch
    {
        EnforcementTargetKind.Squid => [EnforcementFormat.Live, EnforcementFormat.Static],
        EnforcementTargetKind.Dns => [EnforcementFormat.Rpz, EnforcementFormat.Bind, EnforcementFormat.Hosts, EnforcementFormat.Dnsmasq, EnforcementFormat.Unbound, EnforcementFormat.AdGuard],
        EnforcementTargetKind.Browser => [EnforcementFormat.Chrome, EnforcementFormat.Chromium, EnforcementFormat.Edge, EnforcementFormat.Firefox],
        EnforcementTargetKind.Feed =>
        [
            EnforcementFormat.DomainList, EnforcementFormat.UrlList, EnforcementFormat.FortiGate, EnforcementFormat.PaloAlto,
            EnforcementFormat.PfBlockerNG, EnforcementFormat.Sophos, EnforcementFormat.Hosts, EnforcementFormat.AdBlock,
        ],
        _ => [EnforcementFormat.Csv, EnforcementFormat.PowerShell, EnforcementFormat.Ldif, EnforcementFormat.EntraId],
    };
}
