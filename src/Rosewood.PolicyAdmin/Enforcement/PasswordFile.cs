using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Storage;

namespace Rosewood.PolicyAdmin.Enforcement;

/// <summary>A password that a person put into a file of their own, for probes.</summary>
internal static class PasswordFile
{
    private const int LongestPassword = 1024;

    /// <summary>The file's first line.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="FaultException"><c>PasswordFileOpen</c>: others may read it.</exception>
    public static string Read(string path)
    {
        if (!PrivateFiles.IsThere(path))
        {
            throw new FileNotFoundException($"There is no file {path}.", path);
        }

        if (PrivateFiles.IsOpenToOthers(path))
        {
            throw new Fault("PasswordFileOpen", FaultKind.InvalidArgument, path, "Others than its owner may read this password file. Take their rights away (chmod 600) and run the command again.").ToException();
        }

        using var reader = new StreamReader(path);
        var buffer = new char[LongestPassword];
        var text = new string(buffer, 0, reader.ReadBlock(buffer));
        return text.Split('\n')[0].TrimEnd('\r');
    }
}
