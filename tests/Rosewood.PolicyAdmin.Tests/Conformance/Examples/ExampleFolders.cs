using System.IO.Compression;

namespace Rosewood.PolicyAdmin.Tests.Conformance.Examples;

/// <summary>A prepared folder for each set of roles that whoever runs the examples holds; tests run in copies of them.</summary>
public sealed class ExampleFolders : IDisposable
{
    private readonly Dictionary<string, string> _folders = new(StringComparer.Ordinal);

    /// <summary>The folder for a set of roles, made when it is first asked for.</summary>
    public string For(string roles)
    {
        if (!_folders.TryGetValue(roles, out var folder))
        {
            folder = Prepare(roles);
            _folders.Add(roles, folder);
        }

        return folder;
    }

    public void Dispose()
    {
        foreach (var folder in _folders.Values)
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Prepare(string roles)
    {
        var folder = Directory.CreateTempSubdirectory("rosewood-example-").FullName;
        var school = ExampleSchool.In(folder);
        ExampleSchool.Copy(ExamplePreparation.FilesFolder, folder);
        foreach (var (_, here) in ExamplePreparation.Shared.Places)
        {
            Directory.CreateDirectory(school.Here(here));
        }

        File.Copy(school.Here("access.log"), school.Here("squid/access.log"));
        File.WriteAllBytes(school.Here("access.log.1.gz"), Gzipped(File.ReadAllBytes(school.Here("access.log"))));
        var staff = school.Here("staff.csv");
        File.WriteAllText(staff, File.ReadAllText(staff).Replace("{roles}", roles, StringComparison.Ordinal).Replace("{account}", ExampleSchool.Account, StringComparison.Ordinal));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(school.Here("passphrase.txt"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
            File.SetUnixFileMode(school.Here("probe.txt"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        foreach (var line in ExamplePreparation.Shared.Always)
        {
            var outcome = school.RunBefore(line, []);
            outcome.ExitCode.ShouldBe(0, line + "\n" + outcome.Error);
            if (line.StartsWith("Initialize-", StringComparison.Ordinal))
            {
                File.Copy(school.Here("policy.json"), school.Here("workspace/policy.json"), overwrite: true);
            }
        }

        return folder;
    }

    private static byte[] Gzipped(byte[] bytes)
    {
        using var zipped = new MemoryStream();
        using (var zip = new GZipStream(zipped, CompressionLevel.Fastest))
        {
            zip.Write(bytes);
        }

        return zipped.ToArray();
    }
}
