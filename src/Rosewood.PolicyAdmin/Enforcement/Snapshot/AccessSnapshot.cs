using System.Security.Cryptography;
using System.Text;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Enforcement.Snapshot;

/// <summary>The file by which a live target decides: written from the store, swapped in whole, readable by the target's account.</summary>
internal static class AccessSnapshot
{
    /// <summary>Its name, in the target's folder.</summary>
    public const string FileName = "access.snapshot";

    /// <summary>Whether a target is one that asks the live helper.</summary>
    public static bool IsLive(EnforcementTargetConfig target) =>
        target is { Enabled: true, Kind: EnforcementTargetKind.Squid, Format: null or EnforcementFormat.Live, Path: not null };

    /// <summary>The enabled targets that ask the live helper.</summary>
    public static IEnumerable<EnforcementTargetConfig> LiveTargets(PolicyConfig config) => config.Enforcement.Targets.Where(IsLive);

    /// <summary>Where a live target's snapshot lies.</summary>
    public static string PathOf(EnforcementTargetConfig target) => Path.Combine(target.Path!, FileName);

    /// <summary>Whether a target's folder is there, so that it was published to.</summary>
    /// <exception cref="UnauthorizedAccessException">The account may not look.</exception>
    public static bool HasFolder(EnforcementTargetConfig target)
    {
        try
        {
            return File.GetAttributes(target.Path!).HasFlag(FileAttributes.Directory);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
    }

    /// <summary>Whether a target's snapshot was written from the state as it is now, and is whole.</summary>
    public static bool IsCurrent(CommandContext context, EnforcementTargetConfig target) =>
        IsCurrent(PathOf(target), SourceOf(context), context.Clock.GetUtcNow());

    /// <summary>
    /// Whether a snapshot's facts are those of the store, though it may be from before: an import of logs, say, moves the audit's head and
    /// changes no decision.
    /// </summary>
    public static bool HoldsFactsOf(CommandContext context, SnapshotHeader header) =>
        string.Equals(SnapshotHeader.Hex(SHA256.HashData(SnapshotWriter.Write(EnforcementFacts.Load(context) with { At = header.WrittenAt }))), header.BodyDigest, StringComparison.Ordinal);

    /// <summary>
    /// Writes a target's snapshot, unless the one there is current. Its folder has to be there. The store is held still meanwhile, so that
    /// of two processes the one with the newer facts writes last. Not inside a change.
    /// </summary>
    /// <returns>Whether it had to be written.</returns>
    /// <exception cref="FaultException">The store or the file can't be read or written, or the reader group is unknown.</exception>
    /// <exception cref="IOException">The file can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The account may not write it.</exception>
    public static bool Write(CommandContext context, EnforcementTargetConfig target)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(target);
        var path = PathOf(target);
        using var hold = context.Store.Hold();
        context = CurrentPolicy.Of(context);
        var source = SourceOf(context);
        var now = context.Clock.GetUtcNow();
        if (IsCurrent(path, source, now))
        {
            return false;
        }

        var body = SnapshotWriter.Write(EnforcementFacts.Load(context) with { At = now });
        TargetFiles.WriteWhole(path, [.. SnapshotHeader.Of(body, now, source).ToBytes(), .. body], target.ReaderGroup);
        TargetFiles.RemoveStaged(path);
        return true;
    }

    /// <summary>The state that a snapshot of now is written from.</summary>
    internal static SnapshotSource SourceOf(CommandContext context)
    {
        var (sequence, hash) = context.Store.Audit.Head();
        return new(
            sequence,
            SnapshotHeader.Hex(hash),
            SnapshotHeader.Hex(SHA256.HashData(Encoding.UTF8.GetBytes(context.Workspace.ConfigText ?? ""))),
            typeof(AccessSnapshot).Module.ModuleVersionId.ToString("N"));
    }

    private static bool IsCurrent(string path, SnapshotSource source, DateTimeOffset now)
    {
        if (SnapshotReader.Glance(path) is not { } glance)
        {
            return false;
        }

        var end = glance.Start.AsSpan().IndexOf((byte)'\n');
        return end >= 0
            && SnapshotHeader.TryParse(glance.Start.AsSpan(0, end), out var header)
            && header.Version == SnapshotHeader.CurrentVersion
            && header.Source == source
            && glance.Length == end + 1 + header.BodyLength
            && !SnapshotReader.IsFromTheFuture(header, now)
            && SnapshotReader.IsWhole(path, header);
    }
}
