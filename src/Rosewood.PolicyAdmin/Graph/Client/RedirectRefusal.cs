using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Graph.Client;

/// <summary>
/// Refuses redirects: followed, one would carry a mail's body elsewhere; left alone, the SDK takes some of them for an answer without a body,
/// as if the work were done. The service has none.
/// </summary>
internal sealed class RedirectRefusal : DelegatingHandler
{
    /// <inheritdoc/>
    /// <exception cref="FaultException"><c>GraphRedirected</c>.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if ((int)response.StatusCode is < 300 or > 399)
        {
            return response;
        }

        var to = response.Headers.Location?.ToString() ?? "nowhere";
        response.Dispose();
        throw GraphFaults.Redirected(to).ToException();
    }
}
