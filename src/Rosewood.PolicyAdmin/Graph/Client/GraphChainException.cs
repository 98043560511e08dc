namespace Rosewood.PolicyAdmin.Graph.Client;

/// <summary>A list's chain of pages broke though the service is there: its tokens repeat or went stale. The reader goes on from what it has.</summary>
internal sealed class GraphChainException(string message, Exception? inner = null) : Exception(message, inner);
