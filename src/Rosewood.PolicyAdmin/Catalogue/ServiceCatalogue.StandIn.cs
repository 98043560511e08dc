using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Catalogue;

/// <summary>The catalogue.</summary>
public sealed class ServiceCatalogue(IReadOnlyList<SocialMediaService> services)
{
    /// <summary>Its services.</summary>
    public IReadOnlyList<SocialMediaService> Services { get; } = services;
}

/// <summary>Loads the catalogue.</summary>
public static class CatalogueLoader
{
    private static readonly string[] Named = ["Facebook", "X", "YouTube", "Ask.fm", "Instagram", "Tumblr", "WhatsApp", "Kik", "SureSpot", "Viber"];

    /// <summary>Loads it.</summary>
    public static ServiceCatalogue Load(CommandContext context) =>
        new([.. Named.Select(n => new SocialMediaService(n, ServiceKind.Other, [], NamedInPolicy: true, [], default, ServiceSource.BuiltIn))]);
}
