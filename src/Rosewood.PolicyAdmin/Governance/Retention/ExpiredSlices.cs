using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Governance.Data;
using Rosewood.PolicyAdmin.Governance.Holds;
using Rosewood.PolicyAdmin.Graph;
using Rosewood.PolicyAdmin.Graph.Slices;
using Rosewood.PolicyAdmin.Storage;
using Rosewood.PolicyAdmin.Storage.Expiry;

namespace Rosewood.PolicyAdmin.Governance.Retention;

/// <summary>Sealed records of the tenant whose time is over: days by their end, pictures by their fetching.</summary>
internal sealed class ExpiredSlices(CommandContext context, HoldBook holds)
{
    private readonly TenantPaths _paths = new(context.Workspace.Paths);

    /// <summary>How long records of a source are kept.</summary>
    public static TimeSpan Kept(TenantSource source, Workspace.RetentionConfig retention) =>
        source == TenantSource.MessageTraces ? retention.Correspondence : retention.SignIns;

    /// <summary>How many files are over, and how many of them are held.</summary>
    public ExpiredRows Count()
    {
        var old = Old().ToList();
        return new ExpiredRows(old.Count, old.LongCount(IsHeld));
    }

    /// <summary>Removes those that are over and not held. A synchronisation that runs removes them by itself.</summary>
    public long Remove()
    {
        using var held = FileLock.TryTake(_paths.Lock);
        if (held is null)
        {
            return 0;
        }

        var free = Old().Where(s => !IsHeld(s)).ToList();
        free.ForEach(static s => File.Delete(s.Path));
        return free.Count;
    }

    /// <summary>Whether a hold keeps a file.</summary>
    public bool IsHeld(TenantSlice slice) =>
        holds.KeepsFile(DataClassName.TenantRecords, slice.Header.From ?? DateTimeOffset.MinValue, slice.Header.Until ?? slice.Header.FetchedAt.AddTicks(1));

    private IEnumerable<TenantSlice> Old()
    {
        var slices = new TenantSlices(_paths);
        return Enum.GetValues<TenantSource>().SelectMany(source => slices.Of(source)
            .Where(s => (s.Header.Until ?? s.Header.FetchedAt) <= context.Now - Kept(source, context.Config.Retention)));
    }
}
