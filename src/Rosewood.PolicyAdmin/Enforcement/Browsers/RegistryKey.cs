using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Enforcement.Browsers;

/// <summary>Where Windows browsers look for policies.</summary>
internal static class RegistryKey
{
    /// <summary>The key of a target: the machine's, or the person's own where the file is given to people's profiles.</summary>
    public static string Of(EnforcementTargetConfig target)
    {
        var hive = target.People.Count > 0 ? "HKEY_CURRENT_USER" : "HKEY_LOCAL_MACHINE";
        var browser = target.Format switch
        {
            EnforcementFormat.Chrome => @"Google\Chrome",
            EnforcementFormat.Edge => @"Microsoft\Edge",
            EnforcementFormat.Firefox => @"Mozilla\Firefox",
            _ => "Chromium",
        };
        return $@"{hive}\SOFTWARE\Policies\{browser}";
    }
}
