namespace Rosewood.PolicyAdmin.Catalogue;

/// <summary>What a host is to its service; decides whether a hit is a person's act.</summary>
public enum HostRole
{
    /// <summary>A person went there.</summary>
    Primary,

    /// <summary>The service's app talks to it.</summary>
    Api,

    /// <summary>Images and video of the service.</summary>
    Media,

    /// <summary>Buttons, embeds and pixels on other people's pages.</summary>
    Widget,

    /// <summary>Push, telemetry, updates.</summary>
    Background,

    /// <summary>A CDN or platform that others use too: never blocked, never counted alone.</summary>
    SharedInfrastructure,
}
