using System.Globalization;
using System.Security.Cryptography;

namespace Rosewood.PolicyAdmin.Enforcement.Publishing;

/// <summary>A plan beside what is on disk.</summary>
internal static class PlanOnDisk
{
    /// <summary>What differs, in words, by file; empty when everything is as planned.</summary>
    /// <exception cref="UnauthorizedAccessException">The account may not read the target's files.</exception>
    public static IReadOnlyList<string> Differences(TargetPlan plan)
    {
        var changes = new List<string>();
        foreach (var file in plan.Parts.Append(plan.Entry))
        {
            if (TargetFiles.ReadIfThere(file.Path) is not { } old)
            {
                changes.Add($"{file.Path}: new");
            }
            else if (!file.Content.Span.SequenceEqual(old))
            {
                changes.Add(Describe(file, old));
            }
        }

        changes.AddRange(plan.OverriddenBy.Select(f => $"{f}: sets the same and counts instead"));
        return changes;
    }

    /// <summary>Whether the target has an entry at all.</summary>
    public static bool HasEntry(TargetPlan plan) => TargetFiles.ReadIfThere(plan.Entry.Path) is not null;

    /// <summary>The digest of everything that a plan writes.</summary>
    public static string Digest(TargetPlan plan)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in plan.Parts.OrderBy(p => p.Path, StringComparer.Ordinal).Append(plan.Entry))
        {
            hash.AppendData(SHA256.HashData(file.Content.Span));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string Describe(PlannedFile file, byte[] old)
    {
        var before = Lines(old);
        var after = Lines(file.Content.Span);
        var gone = before.Except(after, StringComparer.Ordinal).Count();
        var come = after.Except(before, StringComparer.Ordinal).Count();
        return string.Create(CultureInfo.InvariantCulture, $"{file.Path}: {come} lines more, {gone} fewer");
    }

    private static string[] Lines(ReadOnlySpan<byte> content) => System.Text.Encoding.UTF8.GetString(content).Split('\n');
}
