namespace Rosewood.PolicyAdmin.Graph.Client;

/// <summary>What an operation needs.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Permission">The least application permission; of the same name as the delegated one.</param>
/// <param name="Command">The command that needs it, as a person types it.</param>
/// <param name="What">What is read, in words for a sentence.</param>
/// <param name="Offline">What a school without the permission or the licence does instead, a full sentence.</param>
internal sealed record GraphPermission(GraphOperation Operation, string Permission, string Command, string What, string Offline)
{
    /// <summary>What is done to it: read, change, send.</summary>
    public string Verb { get; init; } = "read";

    /// <summary>The same, as in <c>the licence for reading sign-ins</c>.</summary>
    public string Gerund { get; init; } = "reading";

    /// <summary>The licence without which the service refuses, or null.</summary>
    public string? Licence { get; init; }

    /// <summary>What else has to be set up once, a full sentence, or null.</summary>
    public string? Setup { get; init; }

    /// <summary>Broader permissions that include it.</summary>
    public IReadOnlyList<string> Broader { get; init; } = [];
}
