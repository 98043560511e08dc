using Rosewood.PolicyAdmin.Enforcement.Snapshot;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Benchmarks;

/// <summary>What a live Squid target holds for the demo school with grants in force, for squid.sh.</summary>
internal static class SquidFiles
{
    /// <param name="folder">Where the files are written.</param>
    /// <param name="rosewood">The program that Squid starts.</param>
    /// <param name="port">The relay's port.</param>
    public static void Write(string folder, string rosewood, int port)
    {
        using var school = new HelperSchool();
        var plan = school.PlanFor(new EnforcementTargetConfig("proxy", EnforcementTargetKind.Squid) { Path = folder, HelperProgram = rosewood, TunnelPort = port });
        foreach (var file in plan.Parts.Append(plan.Entry))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file.Path)!);
            File.WriteAllBytes(file.Path, file.Content.ToArray());
        }

        File.Copy(school.Snapshot, Path.Combine(folder, AccessSnapshot.FileName), overwrite: true);
    }
}
