using Microsoft.Graph;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Authentication.Azure;
using Rosewood.PolicyAdmin.Commands;
using SdkRedirectHandler = Microsoft.Kiota.Http.HttpClientLibrary.Middleware.RedirectHandler;
using SdkRetryHandler = Microsoft.Kiota.Http.HttpClientLibrary.Middleware.RetryHandler;

namespace Rosewood.PolicyAdmin.Graph.Client;

/// <summary>
/// The one way to Microsoft Graph: signs requests in, keeps them within the service's limits, tries again, and turns what goes wrong into
/// faults. There is a client for each version, since the SDK's adapter puts its own base address over that of a request.
/// </summary>
internal sealed class GraphConnection : IDisposable
{
    private static readonly Dictionary<string, ParsableFactory<IParsable>> Errors = new(StringComparer.Ordinal)
    {
        ["XXX"] = ODataError.CreateFromDiscriminatorValue,
    };

    private readonly GraphConnectionOptions _options;
    private readonly HttpClient _http;

    private GraphConnection(GraphConnectionOptions options, HttpClient http, GraphTraffic traffic, IAuthenticationProvider authentication)
    {
        _options = options;
        _http = http;
        Traffic = traffic;
        var root = options.BaseUrl.GetLeftPart(UriPartial.Path).TrimEnd('/');
        V1 = new GraphServiceClient(http, authentication, root + "/v1.0");
        Beta = new GraphServiceClient(http, authentication, root + "/beta");
    }

    /// <summary>The client of version 1.0.</summary>
    public GraphServiceClient V1 { get; }

    /// <summary>The client of the beta version.</summary>
    public GraphServiceClient Beta { get; }

    /// <summary>Where Graph is.</summary>
    public Uri Address => _options.BaseUrl;

    /// <summary>The scope that tokens are asked for.</summary>
    public string Scope => _options.Scope;

    /// <summary>What went to the service.</summary>
    public GraphTraffic Traffic { get; }

    /// <summary>Makes a connection; nothing is sent yet.</summary>
    /// <exception cref="FaultException"><c>GraphAddressUnsafe</c>.</exception>
    public static GraphConnection Create(GraphConnectionOptions options)
    {
        if (!options.BaseUrl.IsLoopback && (options.Credential is null || !string.Equals(options.BaseUrl.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal)))
        {
            throw GraphFaults.AddressUnsafe(options.BaseUrl).ToException();
        }

        IAuthenticationProvider authentication = options.Credential is { } credential
            ? new AzureIdentityAuthenticationProvider(credential, [options.BaseUrl.Host], observabilityOptions: null, isCaeEnabled: false, scopes: [options.Scope])
            : new AnonymousAuthenticationProvider();
        var traffic = new GraphTraffic();
        var handlers = GraphClientFactory.CreateDefaultHandlers()
            .Select(h => h switch
            {
                SdkRetryHandler => new RetryHandler(options.Retry, options.Clock, traffic, options.OnWait),
                SdkRedirectHandler => new RedirectRefusal(),
                _ => h,
            })
            .ToList();
        var http = GraphClientFactory.Create(handlers);

        // It would count the waits; each try has its own limit in the handler.
        http.Timeout = Timeout.InfiniteTimeSpan;
        return new GraphConnection(options, http, traffic, authentication);
    }

    /// <summary>Sends a request of an operation and gives the answer's body.</summary>
    /// <param name="operation">What is asked, for the fault where it is refused.</param>
    /// <param name="client">The version's client.</param>
    /// <param name="request">The request, as the SDK builds it or with an address of its own.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="FaultException">What went wrong, in words.</exception>
    /// <exception cref="GraphRefusedException">The service refused the request as such (400, 404, 410), which callers may know what to do about.</exception>
    public async Task<Stream> SendAsync(GraphOperation operation, GraphServiceClient client, RequestInformation request, CancellationToken cancellationToken)
    {
        try
        {
            return await client.RequestAdapter.SendPrimitiveAsync<Stream>(request, Errors, cancellationToken) ?? Stream.Null;
        }
        catch (ODataError e) when (e.ResponseStatusCode is 400 or 404 or 410)
        {
            throw new GraphRefusedException(e.ResponseStatusCode, e.Error?.Code ?? "", e.Error?.Message ?? "", e);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested && GraphFaults.From(e, operation, _options.BaseUrl) is { } fault)
        {
            throw fault.ToException(e);
        }
    }

    /// <summary>A request for an address that the service itself gave.</summary>
    /// <exception cref="FaultException"><c>GraphPageElsewhere</c>: it leads to another host, which must never see a token.</exception>
    public RequestInformation Follow(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var next)
            || !string.Equals(next.GetLeftPart(UriPartial.Authority), _options.BaseUrl.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase))
        {
            throw GraphFaults.PageElsewhere(address).ToException();
        }

        return new RequestInformation { HttpMethod = Method.GET, URI = next };
    }

    /// <summary>A request for what the SDK does not cover, by its path behind the version.</summary>
    public RequestInformation Raw(string version, string pathAndQuery) =>
        new() { HttpMethod = Method.GET, URI = new Uri($"{_options.BaseUrl.GetLeftPart(UriPartial.Path).TrimEnd('/')}/{version}/{pathAndQuery}") };

    /// <inheritdoc/>
    public void Dispose()
    {
        V1.Dispose();
        Beta.Dispose();
        _http.Dispose();
    }
}
