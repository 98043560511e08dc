using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Enforcement.Groups;

/// <summary>A group's list in a format, and back again.</summary>
internal static class GroupFile
{
    /// <summary>The extension of a target without a path.</summary>
    public static string ExtensionOf(EnforcementFormat? format) => format switch
    {
        EnforcementFormat.PowerShell => ".ps1",
        EnforcementFormat.Ldif => ".ldif",
        _ => ".csv",
    };

    /// <summary>Writes it; the same entries give the same bytes.</summary>
    public static byte[] Write(EnforcementTargetConfig target, IReadOnlyList<GroupEntry> entries) => target.Format switch
    {
        EnforcementFormat.PowerShell => GroupScript.Write(target, entries),
        EnforcementFormat.Ldif => GroupLdif.Write(target.GroupName!, entries),
        _ => GroupCsv.Write(entries),
    };

    /// <summary>Reads what was written: nothing but what <see cref="Write"/> gives passes.</summary>
    /// <exception cref="FormatException">It is something else; the message says what.</exception>
    public static IReadOnlyList<GroupEntry> Read(EnforcementTargetConfig target, ReadOnlySpan<byte> content)
    {
        var entries = target.Format switch
        {
            EnforcementFormat.PowerShell => GroupScript.Read(target, content),
            EnforcementFormat.Ldif => GroupLdif.Read(target.GroupName!, content),
            _ => GroupCsv.Read(content),
        };
        return content.SequenceEqual(Write(target, entries)) ? entries : throw new FormatException("it is not written as it should be");
    }
}
