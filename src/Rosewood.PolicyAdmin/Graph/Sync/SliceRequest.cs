using Microsoft.Graph;
using Microsoft.Kiota.Abstractions;

namespace Rosewood.PolicyAdmin.Graph.Sync;

/// <summary>A request, and the client of the version that it is for.</summary>
/// <param name="Client">The client.</param>
/// <param name="Request">The request.</param>
internal sealed record SliceRequest(GraphServiceClient Client, RequestInformation Request);
