namespace Rosewood.PolicyAdmin.Storage;

/// <summary>Files and folders that only their owner may read.</summary>
public static class PrivateFiles
{
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnerFolder = OwnerFile | UnixFileMode.UserExecute;

    /// <summary>Makes an owner-only folder where there is none; on Windows the system and administrators have it too.</summary>
    public static void EnsureFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            if (!Directory.Exists(path))
            {
                Directory.CreateDirectory(path);
                WindowsRights.Restrict(path);
            }
        }
        else
        {
            Directory.CreateDirectory(path, OwnerFolder);
        }
    }

    /// <summary>Gives a folder that is there to its owner alone.</summary>
    public static void Restrict(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            WindowsRights.Restrict(path);
        }
        else
        {
            File.SetUnixFileMode(path, OwnerFolder);
        }
    }

    /// <summary>Whether others than the owner (on Windows: than owner, system and administrators) may read a file or folder.</summary>
    public static bool IsOpenToOthers(string path) => OperatingSystem.IsWindows()
        ? WindowsRights.IsOpenToOthers(path)
        : (File.GetUnixFileMode(path) & ~OwnerFolder) != UnixFileMode.None;

    /// <summary>Makes an owner-only file that is not there yet, and flushes it to disk.</summary>
    /// <exception cref="IOException">It is there.</exception>
    public static void WriteNew(string path, ReadOnlySpan<byte> content)
    {
        using var stream = new FileStream(path, Options(FileMode.CreateNew));
        stream.Write(content);
        stream.Flush(flushToDisk: true);
    }

    /// <summary>Makes an empty owner-only file where there is none.</summary>
    public static void EnsureFile(string path)
    {
        using var stream = new FileStream(path, Options(FileMode.OpenOrCreate));
    }

    /// <summary>Opens a new owner-only file to write to; an error where there is one already.</summary>
    public static FileStream CreateNew(string path) => new(path, Options(FileMode.CreateNew));

    /// <summary>Replaces a file whole: written beside it, flushed to disk, then renamed over it.</summary>
    public static void WriteWhole(string path, ReadOnlySpan<byte> content)
    {
        var next = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var stream = new FileStream(next, Options(FileMode.CreateNew)))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }

            File.Move(next, path, overwrite: true);
        }
        catch
        {
            File.Delete(next);
            throw;
        }
    }

    private static FileStreamOptions Options(FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerFile;
        }

        return options;
    }
}
