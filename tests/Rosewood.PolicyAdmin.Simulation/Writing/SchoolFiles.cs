using Rosewood.PolicyAdmin.Simulation.Model;

namespace Rosewood.PolicyAdmin.Simulation.Writing;

/// <summary>The files that a school hands over.</summary>
internal static class SchoolFiles
{
    public static void Write(SimulatedSchool school, string folder)
    {
        Directory.CreateDirectory(folder);
        var sources = school.Options.Sources;
        if (sources.HasFlag(Sources.SignIns))
        {
            using var stream = File.Create(Path.Combine(folder, "signins.json"), 1 << 16);
            SignInFile.Write(school.SignIns, stream, school.Options);
        }

        if (sources.HasFlag(Sources.SecurityEvents))
        {
            using var stream = File.Create(Path.Combine(folder, "security.json"), 1 << 16);
            SecurityFile.Write(school.SecurityEvents, stream);
        }

        if (sources.HasFlag(Sources.Registers))
        {
            Registers.WriteStaff(school, Path.Combine(folder, "staff.csv"));
            Registers.WriteDevices(school, Path.Combine(folder, "devices.csv"));
        }

        if (sources.HasFlag(Sources.Absences))
        {
            Registers.WriteAbsences(school, Path.Combine(folder, "absences.csv"));
        }

        Registers.WriteNetworks(school, Path.Combine(folder, "networks.csv"));
        Registers.WriteShared(school, Path.Combine(folder, "shared-accounts.csv"));
    }
}
