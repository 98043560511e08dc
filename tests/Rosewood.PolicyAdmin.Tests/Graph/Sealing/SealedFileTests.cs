using System.Security.Cryptography;
using System.Text;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Graph.Sealing;

namespace Rosewood.PolicyAdmin.Tests.Graph.Sealing;

public sealed class SealedFileTests : IDisposable
{
    private static readonly SealedHeader Header = new("SignIns", new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 11, 2, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 11, 3, 0, 0, 0, TimeSpan.Zero))
    {
        Missed = [new SealedSpan(new DateTimeOffset(2026, 11, 1, 10, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 11, 1, 15, 13, 0, TimeSpan.Zero))],
    };


    private readonly string _folder = Directory.CreateTempSubdirectory("rosewood-test-").FullName;
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    private string File => Path.Combine(_folder, "a.sealed");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private byte[] Write(byte[] text, string? path = null)
    {
        using (var writer = new SealedWriter(path ?? File, Header, _key))
        {
            writer.Write(text);
            writer.Commit();
        }

        return System.IO.File.ReadAllBytes(path ?? File);
    }

    private byte[] Read(byte[]? key = null)
    {
        using var reader = SealedReader.Open(File, key ?? _key);
        var header = SealedReader.Peek(File);
        header.Missed.ShouldBe(Header.Missed);
        (header with { Missed = Header.Missed }).ShouldBe(Header);
        using var text = new MemoryStream();
        reader.CopyTo(text);
        return text.ToArray();
    }

    private string FaultOfRead(byte[]? key = null) => Should.Throw<FaultException>(() => Read(key)).Fault.Id;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(SealFormat.FrameSize - 1)]
    [InlineData(SealFormat.FrameSize)]
    [InlineData(SealFormat.FrameSize + 1)]
    [InlineData((3 * SealFormat.FrameSize) + 17)]
    public void What_is_written_is_read_back(int length)
    {
        var text = RandomNumberGenerator.GetBytes(length);
        Write(text);
        Read().ShouldBe(text);
    }

    [Fact]
    public void Every_changed_byte_is_a_fault()
    {
        var whole = Write(Encoding.UTF8.GetBytes("mum.of.tom@family.example"));
        for (var i = 0; i < whole.Length; i++)
        {
            var changed = whole.ToArray();
            changed[i] ^= 1;
            System.IO.File.WriteAllBytes(File, changed);
            Should.Throw<Exception>(() => Read(), $"byte {i}").ShouldSatisfyAllConditions(e => (e is FaultException or ShouldAssertException).ShouldBeTrue($"byte {i}: {e}"));
        }
    }

    [Fact]
    public void A_file_cut_off_anywhere_is_a_fault_also_between_frames()
    {
        var whole = Write(RandomNumberGenerator.GetBytes(2 * SealFormat.FrameSize));
        var prefix = whole.Length - (2 * (SealFormat.FrameSize + SealFormat.TagSize + sizeof(int)));
        foreach (var length in new[] { 0, 5, prefix - 1, prefix, prefix + 2, prefix + sizeof(int) + SealFormat.FrameSize + SealFormat.TagSize, whole.Length - 1 })
        {
            System.IO.File.WriteAllBytes(File, whole[..length]);
            FaultOfRead().ShouldBe("TenantFileDamaged", $"cut to {length}");
        }
    }

    [Fact]
    public void Frames_that_change_places_or_come_from_another_file_are_a_fault()
    {
        var frame = SealFormat.FrameSize + SealFormat.TagSize + sizeof(int);
        var whole = Write(RandomNumberGenerator.GetBytes(3 * SealFormat.FrameSize));
        var other = Write(RandomNumberGenerator.GetBytes(3 * SealFormat.FrameSize), Path.Combine(_folder, "b.sealed"));
        var prefix = whole.Length - (3 * frame);

        System.IO.File.WriteAllBytes(File, [.. whole[..prefix], .. whole[(prefix + frame)..(prefix + (2 * frame))], .. whole[prefix..(prefix + frame)], .. whole[(prefix + (2 * frame))..]]);
        FaultOfRead().ShouldBe("TenantFileDamaged");

        System.IO.File.WriteAllBytes(File, [.. whole[..prefix], .. other[prefix..]]);
        FaultOfRead().ShouldBe("TenantFileDamaged");

        System.IO.File.WriteAllBytes(File, [.. whole, .. whole[^frame..]]);
        FaultOfRead().ShouldBe("TenantFileDamaged");
    }

    [Fact]
    public void Another_key_opens_nothing()
    {
        Write([1, 2, 3]);
        FaultOfRead(RandomNumberGenerator.GetBytes(32)).ShouldBe("TenantFileDamaged");
    }

    [Fact]
    public void What_is_not_committed_leaves_the_old_file_and_nothing_beside_it()
    {
        Write([1, 2, 3]);
        using (var writer = new SealedWriter(File, Header, _key))
        {
            writer.Write(new byte[100_000]);
        }

        Read().ShouldBe([1, 2, 3]);
        Directory.EnumerateFiles(_folder).ShouldHaveSingleItem();
    }

    [Fact]
    public void The_same_text_is_sealed_differently_each_time_and_only_its_owner_may_read_it()
    {
        var first = Write([1, 2, 3]);
        Write([1, 2, 3]).ShouldNotBe(first);
        if (!OperatingSystem.IsWindows())
        {
            System.IO.File.GetUnixFileMode(File).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }
}
