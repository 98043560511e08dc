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

    /// <summary>Fills a file that was just made, and flushes it to disk.</summary>
    public static void Fill(FileStream file, byte[] content)
    {
        ArgumentNullException.ThrowIfNull(file);
        file.Write(content);
        file.Flush(flushToDisk: true);
    }

    /// <summary>Whether a file is there. File.Exists says no also where the account may not look; that is another thing to tell.</summary>
    /// <exception cref="UnauthorizedAccessException">The account may not look.</exception>
    public static bool IsThere(string file)
    {
        try
        {
            return !File.GetAttributes(file).HasFlag(FileAttributes.Directory);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
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
