using System.Runtime.Versioning;
using System.Security.AccessControl;
using System.Security.Principal;

namespace Rosewood.PolicyAdmin.Storage;

/// <summary>Owner-only on Windows: the account itself, the system (timers run as it) and administrators (who could take ownership anyway).</summary>
[SupportedOSPlatform("windows")]
internal static class WindowsRights
{
    /// <summary>Ends inheritance, so that what ProgramData gives to all users does not reach the folder.</summary>
    public static void Restrict(string folder)
    {
        var security = new DirectorySecurity();
        security.SetAccessRuleProtection(isProtected: true, preserveInheritance: false);
        foreach (var trustee in new[] { WindowsIdentity.GetCurrent().User!, WellKnown(WellKnownSidType.LocalSystemSid), WellKnown(WellKnownSidType.BuiltinAdministratorsSid) })
        {
            security.AddAccessRule(new FileSystemAccessRule(trustee, FileSystemRights.FullControl, InheritanceFlags.ContainerInherit | InheritanceFlags.ObjectInherit, PropagationFlags.None, AccessControlType.Allow));
        }

        new DirectoryInfo(folder).SetAccessControl(security);
    }

    /// <summary>Whether everyone, signed-in users or the users' group are allowed anything.</summary>
    public static bool IsOpenToOthers(string path)
    {
        FileSystemSecurity security = Directory.Exists(path) ? new DirectoryInfo(path).GetAccessControl() : new FileInfo(path).GetAccessControl();
        SecurityIdentifier[] crowds = [WellKnown(WellKnownSidType.WorldSid), WellKnown(WellKnownSidType.AuthenticatedUserSid), WellKnown(WellKnownSidType.BuiltinUsersSid)];
        return security.GetAccessRules(includeExplicit: true, includeInherited: true, typeof(SecurityIdentifier))
            .Cast<FileSystemAccessRule>()
            .Any(r => r.AccessControlType == AccessControlType.Allow && crowds.Contains(r.IdentityReference));
    }

    private static SecurityIdentifier WellKnown(WellKnownSidType type) => new(type, domainSid: null);
}
