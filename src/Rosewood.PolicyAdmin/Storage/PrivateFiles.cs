namespace Rosewood.PolicyAdmin.Storage;

/// <summary>Files and folders that only their owner may read.</summary>
public static class PrivateFiles
{
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnerFolder = OwnerFile | UnixFileMode.UserExecute;

    /// <summary>Makes a folder, owner-only where the platform has modes; on Windows it inherits its parent's rights.</summary>
    public static void EnsureFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnerFolder);
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
