using System.Globalization;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Enforcement;
using Rosewood.PolicyAdmin.Enforcement.Snapshot;
using Rosewood.PolicyAdmin.Enforcement.Squid;

namespace Rosewood.PolicyAdmin.Workspace.Health;

/// <summary>Whether the live block goes by the facts as they are now.</summary>
internal static class LiveBlockChecks
{
    public const string Name = "Live block";

    /// <summary>One line for each live target that was published to: one that was not blocks nothing, which <see cref="BlockChecks"/> tells.</summary>
    public static IEnumerable<HealthCheck> All(CommandContext context) => AccessSnapshot.LiveTargets(context.Config).Where(t => IsPublished(context, t)).Select(t => Check(context, t));

    private static bool IsPublished(CommandContext context, EnforcementTargetConfig target) =>
        context.Store.Enforcement.Last(target.Name) is not null || TargetFiles.ReadIfThere(SquidText.EntryOf(target)) is not null;

    private static HealthCheck Check(CommandContext context, EnforcementTargetConfig target)
    {
        var path = AccessSnapshot.PathOf(target);
        var reading = SnapshotReader.Read(path, context.Clock.GetUtcNow());
        if (reading.Problem is { } problem)
        {
            return HealthCheck.Bad(Name, string.Join(' ', new[] { $"'{target.Name}' keeps social media closed for everybody. {path}: {SnapshotWords.Of(problem)}", reading.Detail }.OfType<string>()), SnapshotWords.Remedy(problem));
        }

        var written = TimeZoneInfo.ConvertTime(reading.Header!.WrittenAt, context.Workspace.Zone);
        return AccessSnapshot.IsCurrent(context, target) || AccessSnapshot.HoldsFactsOf(context, reading.Header)
            ? HealthCheck.Good(Name, string.Create(CultureInfo.InvariantCulture, $"'{target.Name}' decides by the facts as they are, written on {written:yyyy-MM-dd HH:mm:ss}."))
            : HealthCheck.Bad(Name, string.Create(CultureInfo.InvariantCulture, $"'{target.Name}' decides by the facts of {written:yyyy-MM-dd HH:mm:ss}, which have changed since."), "Run any command that opens the workspace, such as Get-SocialMediaAccess: it brings the snapshot up to date, or says why it can't.");
    }
}
