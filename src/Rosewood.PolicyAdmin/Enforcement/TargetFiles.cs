namespace Rosewood.PolicyAdmin.Enforcement;

/// <summary>
/// Files that a target's own account has to read: never writable by others, readable by everybody or by one group. Unlike the
/// workspace, which is its owner's alone.
/// </summary>
internal static class TargetFiles
{
    private const string StagedEnd = ".tmp";
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode GroupFile = OwnerFile | UnixFileMode.GroupRead;
    private const UnixFileMode PublicFile = GroupFile | UnixFileMode.OtherRead;
    private const UnixFileMode GroupFolder = GroupFile | UnixFileMode.UserExecute | UnixFileMode.GroupExecute;
    private const UnixFileMode PublicFolder = GroupFolder | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    /// <summary>Makes a folder, with those above it, where there is none.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="readerGroup">The group that may read it; null: everybody.</param>
    public static void EnsureFolder(string path, string? readerGroup)
    {
        if (Directory.Exists(path))
        {
            return;
        }

        if (Path.GetDirectoryName(path) is { Length: > 0 } parent)
        {
            EnsureFolder(parent, readerGroup: null);
        }

        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
            return;
        }

        // Made for its owner, then opened: nobody meets it half-made.
        Directory.CreateDirectory(path, OwnerFile | UnixFileMode.UserExecute);
        Give(path, readerGroup, GroupFolder, PublicFolder);
    }

    /// <summary>Writes a file beside its place, durably and with its final rights, and gives that file's path.</summary>
    public static string Stage(string path, ReadOnlySpan<byte> content, string? readerGroup)
    {
        var staged = $"{path}.{Guid.NewGuid():N}{StagedEnd}";
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = OwnerFile;
            }

            using (var stream = new FileStream(staged, options))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }

            if (!OperatingSystem.IsWindows())
            {
                Give(staged, readerGroup, GroupFile, PublicFile);
            }

            return staged;
        }
        catch
        {
            File.Delete(staged);
            throw;
        }
    }

    /// <summary>Removes what killed processes staged for a file and never moved to its place. Not while another process may be staging.</summary>
    public static void RemoveStaged(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        var begin = Path.GetFileName(path) + ".";
        if (!Directory.Exists(folder))
        {
            return;
        }

        foreach (var file in Directory.EnumerateFiles(folder, "*" + StagedEnd).Where(f => IsStaged(Path.GetFileName(f), begin)).ToList())
        {
            File.Delete(file);
        }
    }

    /// <summary>Replaces a file whole.</summary>
    public static void WriteWhole(string path, ReadOnlySpan<byte> content, string? readerGroup)
    {
        var staged = Stage(path, content, readerGroup);
        try
        {
            File.Move(staged, path, overwrite: true);
        }
        catch
        {
            File.Delete(staged);
            throw;
        }
    }

    /// <summary>A file's bytes; null where there is none.</summary>
    public static byte[]? ReadIfThere(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private static bool IsStaged(string name, string begin) =>
        name.StartsWith(begin, StringComparison.Ordinal)
        && name.EndsWith(StagedEnd, StringComparison.Ordinal)
        && Guid.TryParseExact(name.AsSpan(begin.Length, Math.Max(0, name.Length - begin.Length - StagedEnd.Length)), "N", out _);

    private static void Give(string path, string? readerGroup, UnixFileMode forGroup, UnixFileMode forAll)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        if (readerGroup is not null)
        {
            UnixGroup.Give(path, readerGroup);
        }

        File.SetUnixFileMode(path, readerGroup is null ? forAll : forGroup);
    }
}
