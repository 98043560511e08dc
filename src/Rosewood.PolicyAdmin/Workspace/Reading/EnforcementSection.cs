namespace Rosewood.PolicyAdmin.Workspace.Reading;

/// <summary>Where blocks are put into force.</summary>
internal static class EnforcementSection
{
    private static readonly ConfigValue<EnforcementFormat> Format = ConfigValues.Word<EnforcementFormat>();

    private static readonly ConfigValue<EnforcementTargetConfig> Target = ConfigObject.Of(static o =>
    {
        var target = new EnforcementTargetConfig(o.Required("name", ConfigValues.Name), o.Required("kind", ConfigValues.Word<EnforcementTargetKind>()))
        {
            Enabled = o.Optional("enabled", ConfigValues.Boolean, fallback: true),
            Format = o.Optional("format", static (node, problems) => Format(node, problems), (EnforcementFormat?)null),
            Path = o.Optional("path", ConfigValues.Line, fallback: null!),
            ReloadCommand = o.List("reloadCommand", ConfigValues.Line, most: 50),
            ProbeAddress = o.Optional("probeAddress", ConfigValues.Endpoint, fallback: null!),
            BlockAddress = o.Optional("blockAddress", ConfigValues.Address, fallback: null!),
            GroupId = o.Optional("groupId", static (node, problems) => ConfigValues.Id(node, problems), (Guid?)null),
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
        return new EnforcementConfig { Targets = [.. targets.Select(static t => t.Value)] };
    });

    private static void RefuseWhatTheKindLacks(ConfigObject o, EnforcementTargetConfig target)
    {
        var formats = FormatsOf(target.Kind);
        if (formats.Count > 0 && (target.Format is not { } format || !formats.Contains(format)))
        {
            o.Refuse("format", $"a {target.Kind} target needs a format: {string.Join(", ", formats)}.");
        }
        else if (formats.Count == 0 && target.Format is not null)
        {
            o.Refuse("format", $"a {target.Kind} target has one form only. Remove format.");
        }

        if (target.Kind is EnforcementTargetKind.Squid or EnforcementTargetKind.Dns && target.Path is null)
        {
            o.Refuse("path", $"a {target.Kind} target needs a path: where its files are written.");
        }

        if ((target.Kind == EnforcementTargetKind.Group) != target.GroupId.HasValue)
        {
            o.Refuse("groupId", target.GroupId is null ? "a Group target needs the group's object id as groupId." : "groupId belongs to Group targets only. Remove it.");
        }
    }

    private static IReadOnlyList<EnforcementFormat> FormatsOf(EnforcementTargetKind kind) => kind switch
    {
        EnforcementTargetKind.Dns => [EnforcementFormat.Rpz, EnforcementFormat.Hosts, EnforcementFormat.Dnsmasq, EnforcementFormat.Unbound, EnforcementFormat.AdGuard],
        EnforcementTargetKind.Browser => [EnforcementFormat.Chrome, EnforcementFormat.Edge, EnforcementFormat.Firefox],
        EnforcementTargetKind.Feed => [EnforcementFormat.DomainList, EnforcementFormat.UrlList],
        _ => [],
    };
}
