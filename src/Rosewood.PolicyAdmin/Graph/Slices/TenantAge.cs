using System.Globalization;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Graph.Slices;

/// <summary>Says how old what was fetched from the tenant is, wherever it is used.</summary>
internal static class TenantAge
{
    private static readonly TimeSpan Old = TimeSpan.FromDays(2);

    /// <summary>Tells it, as a warning: an old picture is no picture of today.</summary>
    public static void Tell(DateTimeOffset fetchedAt, CommandContext context, ICommandSink sink)
    {
        var local = TimeZoneInfo.ConvertTime(fetchedAt, context.Workspace.Zone);
        var age = context.Now - fetchedAt;
        var remedy = age > Old ? string.Create(CultureInfo.InvariantCulture, $", {age.TotalDays:0} days ago. Run Sync-PolicyTenant for what came since") : "";
        sink.Warn(string.Create(CultureInfo.InvariantCulture, $"The tenant was last asked on {local:d MMMM yyyy 'at' HH:mm}{remedy}."));
    }
}
