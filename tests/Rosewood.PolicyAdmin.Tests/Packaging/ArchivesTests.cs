using System.Formats.Tar;
using System.IO.Compression;
using Rosewood.PolicyAdmin.Packaging;

namespace Rosewood.PolicyAdmin.Tests.Packaging;

public class ArchivesTests
{
    private static readonly DateTimeOffset Time = new(2026, 11, 29, 12, 0, 0, TimeSpan.Zero);

    private static readonly PackageFile[] Files =
    [
        PackageFile.Text("usr/bin/tool", "#!/bin/sh\n", isProgram: true),
        PackageFile.Text("etc/tool.conf", "x\n"),
        new("usr/bin/other", []) { Link = "tool" },
    ];

    [Fact]
    public void The_same_files_in_any_order_give_the_same_bytes()
    {
        Archives.TarGz(Files, Time).ShouldBe(Archives.TarGz(Files.Reverse(), Time));
        Archives.Zip(Files[..2], Time).ShouldBe(Archives.Zip(Files[..2].Reverse(), Time));
    }

    [Fact]
    public void A_tar_has_folders_before_their_files_owned_by_root_with_the_right_to_run_programs_alone()
    {
        var entries = new List<TarEntry>();
        using var reader = new TarReader(new GZipStream(new MemoryStream(Archives.TarGz(Files, Time, "./")), CompressionMode.Decompress));
        while (reader.GetNextEntry(copyData: true) is { } entry)
        {
            entries.Add(entry);
        }

        entries.Select(e => e.Name).ShouldBe(["./etc/", "./etc/tool.conf", "./usr/", "./usr/bin/", "./usr/bin/other", "./usr/bin/tool"]);
        entries.ShouldAllBe(e => e.Uid == 0 && e.Gid == 0 && e.ModificationTime == Time);
        entries[1].Mode.HasFlag(UnixFileMode.UserExecute).ShouldBeFalse();
        entries[4].LinkName.ShouldBe("tool");
        entries[5].Mode.HasFlag(UnixFileMode.OtherExecute).ShouldBeTrue();
    }
}
