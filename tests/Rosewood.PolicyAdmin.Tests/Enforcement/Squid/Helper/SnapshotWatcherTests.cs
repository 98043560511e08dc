using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Enforcement.Snapshot;
using Rosewood.PolicyAdmin.Enforcement.Squid.Helper;
using Rosewood.PolicyAdmin.Tests.Enforcement.Snapshot;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.Enforcement.Squid.Helper;

/// <summary>What the helper goes by follows the file, and closes at once when the file can't be gone by.</summary>
public sealed class SnapshotWatcherTests : IDisposable
{
    private readonly FixedClock _clock = new("2026-11-24T09:00:00Z");
    private readonly string _folder = Directory.CreateTempSubdirectory("rosewood-test-").FullName;
    private readonly List<string> _told = [];

    private string File => Path.Combine(_folder, "access.snapshot");

    [Fact]
    public void A_new_snapshot_counts()
    {
        Put(isGranted: false);
        using var watcher = Watcher();
        Reason(watcher).ShouldBe(ReasonCode.NoGrant);

        Put(isGranted: true);
        watcher.Look();
        Reason(watcher).ShouldBe(ReasonCode.Grant);
        _told.ShouldBeEmpty();
    }

    [Fact]
    public void An_unchanged_file_is_not_read_again()
    {
        Put(isGranted: true);
        using var watcher = Watcher();
        var state = watcher.State;

        watcher.Look();

        watcher.State.ShouldBeSameAs(state);
    }

    [Fact]
    public void A_broken_one_closes_at_once_is_told_of_once_and_a_sound_one_opens_again()
    {
        Put(isGranted: true);
        using var watcher = Watcher();
        System.IO.File.WriteAllBytes(File, System.IO.File.ReadAllBytes(File)[..^1]);

        watcher.Look();
        watcher.Look();
        Reason(watcher).ShouldBe(ReasonCode.StateUnavailable);
        watcher.State.Problem.ShouldBe(SnapshotProblem.Truncated);
        _told.ShouldHaveSingleItem().ShouldContain("ends too early");

        System.IO.File.Delete(File);
        watcher.Look();
        watcher.Look();
        watcher.State.Problem.ShouldBe(SnapshotProblem.Missing);
        _told.Count.ShouldBe(2);

        Put(isGranted: true);
        watcher.Look();
        Reason(watcher).ShouldBe(ReasonCode.Grant);
        _told.Count.ShouldBe(3);
        _told[^1].ShouldContain("can be read again");
    }

    [Fact]
    public void A_byte_that_changes_in_place_is_noticed()
    {
        Put(isGranted: true);
        using var watcher = Watcher();
        var bytes = System.IO.File.ReadAllBytes(File);
        bytes[^2] ^= 1;
        System.IO.File.WriteAllBytes(File, bytes);
        System.IO.File.SetLastWriteTimeUtc(File, DateTime.UtcNow.AddSeconds(2));

        watcher.Look();

        watcher.State.Problem.ShouldBe(SnapshotProblem.Corrupt);
    }

    [Fact]
    public void A_clock_that_is_set_back_closes_until_it_is_right()
    {
        Put(isGranted: true);
        using var watcher = Watcher();

        _clock.Now -= TimeSpan.FromHours(1);
        watcher.Look();
        watcher.State.Problem.ShouldBe(SnapshotProblem.FromTheFuture);

        _clock.Now += TimeSpan.FromHours(1);
        watcher.Look();
        Reason(watcher).ShouldBe(ReasonCode.Grant);
        _told.Count.ShouldBe(2);
    }

    [Fact]
    public void It_looks_by_itself()
    {
        Put(isGranted: false);
        using var watcher = Watcher();
        watcher.Start();

        Put(isGranted: true);

        SpinWait.SpinUntil(() => Reason(watcher) == ReasonCode.Grant, TimeSpan.FromMinutes(1)).ShouldBeTrue();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private SnapshotWatcher Watcher() => new(File, _clock, _told.Add);

    private void Put(bool isGranted)
    {
        var next = File + ".next";
        System.IO.File.WriteAllBytes(next, SnapshotFile.Bytes(_clock.Now, isGranted));
        System.IO.File.Move(next, File, overwrite: true);
    }

    private ReasonCode Reason(SnapshotWatcher watcher) =>
        watcher.State.Decide("n.obrien", "10.20.1.7", mac: null, "www.facebook.com"u8, _clock.Now.UtcTicks).Reason;
}
