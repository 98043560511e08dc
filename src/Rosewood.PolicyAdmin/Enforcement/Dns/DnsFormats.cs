using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Enforcement.Dns;

/// <summary>What the formats have in common.</summary>
internal static class DnsFormats
{
    /// <summary>The folder for parts, inside the target's folder.</summary>
    public const string Parts = "parts";

    /// <summary>The file inside the target's folder that the resolver's configuration includes.</summary>
    public const string Entry = "rosewood.conf";

    /// <summary>Whether a format can tell clients apart.</summary>
    public static bool HasViews(EnforcementFormat? format) => format is EnforcementFormat.Unbound or EnforcementFormat.Bind or EnforcementFormat.AdGuard;

    /// <summary>The entry of a target's plan.</summary>
    public static string EntryOf(EnforcementTargetConfig target) =>
        target.Format is EnforcementFormat.Unbound or EnforcementFormat.Bind ? Path.Combine(target.Path!, Entry) : target.Path!;
}
