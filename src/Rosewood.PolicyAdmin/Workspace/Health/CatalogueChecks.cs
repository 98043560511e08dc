using System.Globalization;
using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Workspace.Health;

/// <summary>Whether the catalogue with the school's own say can be read.</summary>
internal static class CatalogueChecks
{
    public static HealthCheck Readable(CommandContext context)
    {
        const string Name = "Catalogue";
        var catalogue = CatalogueLoader.Load(context, out var warning);
        return warning is null
            ? HealthCheck.Good(Name, string.Create(CultureInfo.InvariantCulture, $"{catalogue.Services.Count} services."))
            : HealthCheck.Bad(Name, warning, "Add the school's services again with Add-SocialMediaService, or restore store.db from the last backup.");
    }
}
