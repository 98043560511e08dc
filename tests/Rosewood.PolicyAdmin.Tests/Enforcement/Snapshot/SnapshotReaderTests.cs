using System.Text;
using Rosewood.PolicyAdmin.Enforcement.Snapshot;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.Enforcement.Snapshot;

/// <summary>What can be wrong with a snapshot's file is told apart, and none of it yields facts.</summary>
public sealed class SnapshotReaderTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);
    private readonly string _folder = Directory.CreateTempSubdirectory("rosewood-test-").FullName;

    private string File => Path.Combine(_folder, AccessSnapshot.FileName);

    [Fact]
    public void A_whole_one_gives_its_facts()
    {
        var reading = Read(SnapshotFile.Bytes(Now));

        reading.Problem.ShouldBeNull();
        reading.Facts!.Access.Catalogue.Match("facebook.com").Found.ShouldBeTrue();
        reading.Header!.WrittenAt.ShouldBe(Now);
        reading.Header.Source.AuditHead.ShouldBe(7);
    }

    [Fact]
    public void One_that_is_not_there_is_missing()
    {
        SnapshotReader.Read(File, Now).Problem.ShouldBe(SnapshotProblem.Missing);
        SnapshotReader.Read(Path.Combine(File, "deeper"), Now).Problem.ShouldBe(SnapshotProblem.Missing);
    }

    [Fact]
    public void One_that_the_account_may_not_read_is_not_readable()
    {
        System.IO.File.WriteAllBytes(File, SnapshotFile.Bytes(Now));
        System.IO.File.SetUnixFileMode(_folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        System.IO.File.SetUnixFileMode(File, UnixFileMode.None);

        SnapshotReading? reading = null;
        Unprivileged.Run(() => reading = SnapshotReader.Read(File, Now));

        reading!.Problem.ShouldBe(SnapshotProblem.NotReadable);
    }

    [Fact]
    public void A_folder_in_its_place_is_not_readable()
    {
        Directory.CreateDirectory(File);
        SnapshotReader.Read(File, Now).Problem.ShouldBe(SnapshotProblem.NotReadable);
    }

    [Fact]
    public void One_that_ends_too_early_is_truncated_wherever_it_ends()
    {
        var bytes = SnapshotFile.Bytes(Now);
        for (var length = 0; length < bytes.Length; length += length < 400 ? 1 : 997)
        {
            Read(bytes[..length]).Problem.ShouldBe(SnapshotProblem.Truncated, $"{length} bytes");
        }
    }

    [Fact]
    public void One_with_a_changed_byte_is_corrupt_wherever_it_is()
    {
        var bytes = SnapshotFile.Bytes(Now);
        var body = bytes.AsSpan().IndexOf((byte)'\n') + 1;
        for (var place = body; place < bytes.Length; place += 499)
        {
            var changed = bytes.ToArray();
            changed[place] ^= 1;
            Read(changed).Problem.ShouldBe(SnapshotProblem.Corrupt, $"byte {place}");
        }

        Read([.. bytes, (byte)' ']).Problem.ShouldBe(SnapshotProblem.Corrupt);
        Read(Encoding.UTF8.GetBytes("{\"services\":[]}\n")).Problem.ShouldBe(SnapshotProblem.Corrupt);
        Read(new byte[4096]).Problem.ShouldBe(SnapshotProblem.Corrupt);
    }

    [Fact]
    public void One_with_the_right_digest_of_a_wrong_body_is_corrupt()
    {
        var body = Encoding.UTF8.GetBytes("{\"zone\":\"Europe/London\"}");
        Read([.. SnapshotHeader.Of(body, Now, SnapshotFile.Source).ToBytes(), .. body]).Problem.ShouldBe(SnapshotProblem.Corrupt);
    }

    [Fact]
    public void One_of_another_version_says_so_whatever_follows()
    {
        var newer = Read(Encoding.UTF8.GetBytes("rosewood-access 3 something else\nand other things"));
        newer.Problem.ShouldBe(SnapshotProblem.TooNew);
        newer.Detail!.ShouldContain("format 3");
        var older = Read(Encoding.UTF8.GetBytes("rosewood-access 1 something else\nand other things"));
        older.Problem.ShouldBe(SnapshotProblem.TooOld);
        older.Detail!.ShouldContain("format 1");
    }

    [Theory]
    [InlineData(60, null)]
    [InlineData(61, SnapshotProblem.FromTheFuture)]
    [InlineData(86400, SnapshotProblem.FromTheFuture)]
    internal void One_written_over_a_minute_ahead_of_the_clock_is_from_the_future(int seconds, SnapshotProblem? expected) =>
        Read(SnapshotFile.Bytes(Now.AddSeconds(seconds))).Problem.ShouldBe(expected);

    [Fact]
    public void One_that_is_too_large_is_not_read()
    {
        using (var stream = System.IO.File.Create(File))
        {
            stream.SetLength(SnapshotReader.MaxBytes + 1L);
        }

        SnapshotReader.Read(File, Now).Detail!.ShouldContain("64 MiB");
    }

    [Fact]
    public void Mutations_of_any_kind_never_throw_and_never_yield_other_facts()
    {
        var bytes = SnapshotFile.Bytes(Now);
        var random = new Random(20261124);
        for (var i = 0; i < 400; i++)
        {
            var changed = bytes.ToArray();
            for (var n = random.Next(1, 6); n > 0; n--)
            {
                changed[random.Next(i % 2 == 0 ? 400 : changed.Length)] = (byte)random.Next(256);
            }

            var cut = changed[..random.Next(changed.Length + 1)];
            Read(cut).Facts.ShouldBeNull();
            var reading = Read(changed);
            (reading.Facts is null || reading.Header!.BodyDigest.Equals(SnapshotHeader.Hex(System.Security.Cryptography.SHA256.HashData(bytes.AsSpan(bytes.AsSpan().IndexOf((byte)'\n') + 1))), StringComparison.Ordinal)).ShouldBeTrue();
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private SnapshotReading Read(byte[] bytes)
    {
        System.IO.File.WriteAllBytes(File, bytes);
        return SnapshotReader.Read(File, Now);
    }
}
