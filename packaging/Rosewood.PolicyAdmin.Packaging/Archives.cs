using System.Formats.Tar;
using System.IO.Compression;

namespace Rosewood.PolicyAdmin.Packaging;

/// <summary>Archives whose bytes depend on their files alone: sorted, of one time, owned by root.</summary>
internal static class Archives
{
    private const UnixFileMode Data = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode Program = Data | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>A gzipped tar archive, with an entry for each folder, each path after <paramref name="prefix"/>.</summary>
    public static byte[] TarGz(IEnumerable<PackageFile> files, DateTimeOffset time, string prefix = "")
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        using (var tar = new TarWriter(gzip, TarEntryFormat.Gnu))
        {
            var folders = new HashSet<string>(StringComparer.Ordinal);
            foreach (var file in Sorted(files))
            {
                foreach (var folder in FoldersOf(file.Path).Where(folders.Add))
                {
                    tar.WriteEntry(Entry(TarEntryType.Directory, prefix + folder, Program, time));
                }

                if (file.Link is not null)
                {
                    var link = Entry(TarEntryType.SymbolicLink, prefix + file.Path, Program, time);
                    link.LinkName = file.Link;
                    tar.WriteEntry(link);
                    continue;
                }

                var entry = Entry(TarEntryType.RegularFile, prefix + file.Path, file.IsProgram ? Program : Data, time);
                entry.DataStream = new MemoryStream(file.Content);
                tar.WriteEntry(entry);
            }
        }

        return packed.ToArray();
    }

    /// <summary>A zip archive.</summary>
    public static byte[] Zip(IEnumerable<PackageFile> files, DateTimeOffset time)
    {
        var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in Sorted(files))
            {
                var entry = zip.CreateEntry(file.Path, CompressionLevel.SmallestSize);
                entry.LastWriteTime = time;
                entry.ExternalAttributes = (0x8000 | (int)(file.IsProgram ? Program : Data)) << 16;
                using var stream = entry.Open();
                stream.Write(file.Content);
            }
        }

        return packed.ToArray();
    }

    /// <summary>One file, gzipped as Debian wants documents.</summary>
    public static byte[] Gzip(byte[] content)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(content);
        }

        return packed.ToArray();
    }

    private static IEnumerable<PackageFile> Sorted(IEnumerable<PackageFile> files) => files.OrderBy(static f => f.Path, StringComparer.Ordinal);

    private static IEnumerable<string> FoldersOf(string path)
    {
        for (var i = path.IndexOf('/', StringComparison.Ordinal); i >= 0; i = path.IndexOf('/', i + 1))
        {
            yield return path[..(i + 1)];
        }
    }

    private static GnuTarEntry Entry(TarEntryType type, string path, UnixFileMode mode, DateTimeOffset time) =>
        new(type, path) { Mode = mode, ModificationTime = time, AccessTime = time, ChangeTime = time, Uid = 0, Gid = 0, UserName = "root", GroupName = "root" };
}
