using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Traffic.Import;

namespace Rosewood.PolicyAdmin.Tests.Traffic;

/// <summary>Imports that go on (<c>-Follow</c>), and two at once.</summary>
public sealed class FollowFirewallLogTests : IDisposable
{
    private readonly TempWorkspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Following_nothing_ends() =>
        (await _workspace.RunAsync(new ImportFirewallLog { Path = [Write("access.log", SquidLog.Morning)], Follow = true }, sink: new RecordingSink { Agrees = false })).Outputs.ShouldBeEmpty();

    [Fact]
    public async Task A_second_import_waits_and_then_is_told()
    {
        var lockPath = _workspace.Workspace.Paths.ImportLock;
        var sink = new RecordingSink();
        using (await ImportLock.TakeAsync(lockPath, sink, CancellationToken.None))
        {
            var fault = await Should.ThrowAsync<FaultException>(() => ImportLock.TakeAsync(lockPath, sink, CancellationToken.None, tries: 2));
            fault.Fault.Id.ShouldBe("ImportRunning");
            sink.Warnings.ShouldHaveSingleItem();
        }

        (await ImportLock.TakeAsync(lockPath, sink, CancellationToken.None, tries: 1)).Dispose();
    }

    [Fact]
    public async Task Following_reads_what_is_written_across_rotation_until_cancelled()
    {
        var path = Write("access.log", SquidLog.Morning[..100]);
        var sink = new RecordingSink();
        using var stop = new CancellationTokenSource();
        var request = new ImportFirewallLog { Path = [path], Follow = true };
        var following = Task.Run(() => CommandTable.For(typeof(ImportFirewallLog)).CreateHandler().HandleAsync(request, _workspace.Context("Import-FirewallLog"), sink, stop.Token));
        await UntilAsync(() => Lines() == 100);
        SquidLog.Append(path, SquidLog.Morning[100..200]);
        await UntilAsync(() => Lines() == 200);
        SquidLog.Append(path, SquidLog.Morning[200..]);
        File.Move(path, path + ".1");
        Write("access.log", SquidLog.Noon);
        await UntilAsync(() => Lines() == 600);
        await stop.CancelAsync();
        await following;
        _workspace.Store.Visits.Read(0, long.MaxValue).Sum(v => v.Hits).ShouldBe(200);

        long Lines()
        {
            lock (sink.Outputs)
            {
                return sink.Outputs.ToArray().OfType<LogImport>().Sum(i => i.Lines);
            }
        }
    }

    [Fact]
    public async Task Following_a_path_that_is_not_there_is_a_fault() =>
        (await _workspace.FaultOfAsync(new ImportFirewallLog { Path = [Path.Combine(_workspace.Folder, "misspelt.log")], Follow = true })).Id.ShouldBe("LogNotFound");

    private static async Task UntilAsync(Func<bool> condition)
    {
        for (var i = 0; !condition(); i++)
        {
            i.ShouldBeLessThan(1200, "Following never read what was written.");
            await Task.Delay(50);
        }
    }

    private string Write(string name, params string[] lines) => _workspace.Write(name, SquidLog.Text(lines));
}
