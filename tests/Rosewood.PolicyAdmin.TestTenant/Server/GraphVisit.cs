using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Rosewood.Tenancy.Query;

namespace Rosewood.Tenancy.Server;

/// <summary>One Graph request on its way through the tenant.</summary>
internal sealed class GraphVisit
{
    private readonly TenantState state;
    private readonly byte[] body;
    private readonly DateTimeOffset at = DateTimeOffset.UtcNow;
    private readonly int number;
    private string service = "unknown";
    private string version = "";
    private string path = "";

    public GraphVisit(TenantState state, HttpContext http, byte[] body)
    {
        this.state = state;
        this.body = body;
        Http = http;
        number = state.Requests.NextNumber();
        Headers = GraphPipeline.Interesting(http);
        Query = ODataQuery.Parse(http.Request.QueryString.Value);
        RequestId = MadeId.Of("request-id " + number.ToString(CultureInfo.InvariantCulture));
    }

    public HttpContext Http { get; }

    public IReadOnlyDictionary<string, string> Headers { get; }

    public ODataQuery Query { get; }

    public string Method => Http.Request.Method;

    public string FullPath => Http.Request.Path.Value ?? "";

    public bool IsWrite => Method is not "GET";

    public string RequestId { get; }

    public string ClientRequestId => Headers.GetValueOrDefault("client-request-id") ?? RequestId;

    public FaultKind Fault { get; set; }

    public string? ErrorCode { get; set; }

    /// <summary>Finds the operation.</summary>
    public (Route Route, List<string> Ids) Find()
    {
        var parts = FullPath.TrimStart('/').Split('/', 2);
        version = parts[0];
        path = parts.Length > 1 ? parts[1].TrimEnd('/') : "";
        if (version is not ("v1.0" or "beta"))
        {
            throw GraphException.BadRequest($"Invalid version: {version}");
        }

        var found = state.Routes.Find(Method, version, path);
        service = found.Route.Service;
        return found;
    }

    /// <summary>Throws the fault that was drawn, when it is one without work.</summary>
    public void ThrowFault()
    {
        var after = state.Faults.Plan.RetryAfterSeconds;
        switch (Fault)
        {
            case FaultKind.Throttled:
                throw TooMany(after);
            case FaultKind.Unavailable:
                throw WithRetry(new GraphException(503, "serviceNotAvailable", "The service is temporarily unavailable. Please try again later."), after);
            case FaultKind.GatewayTimeout:
                throw new GraphException(504, "UnknownError", "");
            default:
                return;
        }
    }

    /// <summary>The refusal of one request too many.</summary>
    public static GraphException TooMany(int? seconds, string code = "TooManyRequests", string message = "Too many requests. Wait for the time told by Retry-After.")
        => WithRetry(new GraphException(429, code, message), seconds);

    /// <summary>Checks the token and its permission and lets the operation work, one at a time.</summary>
    public GraphReply Work(Route route, List<string> ids)
    {
        lock (state.Gate)
        {
            var token = state.Tokens.Check(Http.Request.Headers.Authorization.ToString());
            if (route.Permissions.Count > 0 && !route.Permissions.Any(token.Permissions.Contains))
            {
                throw GraphException.Denied();
            }

            var fault = Fault is FaultKind.RepeatedPage or FaultKind.EmptyPage or FaultKind.ExpiredSkipToken ? Fault : FaultKind.None;
            return route.Handle(new GraphRequest
            {
                State = state,
                Method = Method,
                Version = version,
                Path = path,
                Host = $"{Http.Request.Scheme}://{Http.Request.Host}",
                Query = Query,
                Headers = Headers,
                Body = body,
                Token = token,
                Fault = fault,
                Ids = ids,
            });
        }
    }

    /// <summary>Graph's error body.</summary>
    public GraphReply ErrorBody(GraphException refusal) => GraphReply.Of(refusal.Status, writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartObject("error");
        writer.WriteString("code", refusal.Code);
        writer.WriteString("message", refusal.Message);
        writer.WriteStartObject("innerError");
        writer.WriteString("date", at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture));
        writer.WriteString("request-id", RequestId);
        writer.WriteString("client-request-id", ClientRequestId);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    });

    /// <summary>Writes the request into the log; before it is answered, so that a client that has the answer finds it there.</summary>
    public void Record(int status, string? errorCode)
        => state.Requests.Add(new RecordedRequest(number, service, Method, FullPath, Query.Options, Headers, Encoding.UTF8.GetString(body), status, errorCode, Fault, at));

    private static GraphException WithRetry(GraphException refusal, int? seconds)
    {
        if (seconds is { } wait)
        {
            refusal.Headers["Retry-After"] = wait.ToString(CultureInfo.InvariantCulture);
        }

        return refusal;
    }
}
