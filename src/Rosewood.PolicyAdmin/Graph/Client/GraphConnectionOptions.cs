using Azure.Core;

namespace Rosewood.PolicyAdmin.Graph.Client;

/// <summary>What a connection needs.</summary>
internal sealed record GraphConnectionOptions
{
    /// <summary>The public cloud's Graph.</summary>
    public static readonly Uri PublicCloud = new("https://graph.microsoft.com");

    /// <summary>Where Graph is, without a version.</summary>
    public Uri BaseUrl { get; init; } = PublicCloud;

    /// <summary>Gives tokens; null: anonymous, for loopback only.</summary>
    public TokenCredential? Credential { get; init; }

    /// <summary>Measures and waits.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>When requests are tried again.</summary>
    public RetryRules Retry { get; init; } = new();

    /// <summary>Told about waits, and for what; from any thread, one at a time as long as requests are.</summary>
    public Action<TimeSpan, string> OnWait { get; init; } = static (_, _) => { };

    /// <summary>The scope that tokens are asked for.</summary>
    public string Scope => $"{(BaseUrl.IsLoopback ? PublicCloud : BaseUrl).GetLeftPart(UriPartial.Authority)}/.default";
}
