using System.Globalization;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Rosewood.Tenancy.Login;
using Rosewood.Tenancy.Query;

namespace Rosewood.Tenancy.Server;

/// <summary>The web server on loopback: reads requests and hands them to the login or to Graph.</summary>
internal sealed class TenantServer : IAsyncDisposable
{
    private readonly WebApplication application;
    private readonly TenantState state;
    private readonly GraphPipeline graph;

    private TenantServer(TenantState state, X509Certificate2? certificate)
    {
        this.state = state;
        graph = new GraphPipeline(state);
        Login = new LoginService(state);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, 0);
            if (certificate is not null)
            {
                kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate));
            }
        });
        application = builder.Build();
        application.Run(AnswerAsync);
    }

    public LoginService Login { get; }

    /// <summary>The addresses, http first.</summary>
    public IReadOnlyList<string> Addresses
        => [.. application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.OrderBy(a => a.StartsWith("https", StringComparison.Ordinal))];

    public static async Task<TenantServer> StartAsync(TenantState state, X509Certificate2? certificate, CancellationToken cancellationToken)
    {
        var server = new TenantServer(state, certificate);
        await server.application.StartAsync(cancellationToken);
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await application.StopAsync(patience.Token);
        await application.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        using var buffer = new MemoryStream();
        await http.Request.Body.CopyToAsync(buffer, http.RequestAborted);
        var body = buffer.ToArray();
        try
        {
            if (!await TryLoginAsync(http, body))
            {
                await graph.AnswerAsync(http, body);
            }
        }
        catch (Exception e) when (e is not (OperationCanceledException or IOException))
        {
            // A mistake of the tenant itself: shown to whoever reads the log, never as one of the service's faults.
            state.Requests.Add(new RecordedRequest(state.Requests.NextNumber(), "unknown", http.Request.Method, http.Request.Path, new Dictionary<string, string>(StringComparer.Ordinal), GraphPipeline.Interesting(http), "", 500, e.ToString(), FaultKind.None, DateTimeOffset.UtcNow));
            throw;
        }
    }

    /// <summary>Answers what is the login's.</summary>
    private async Task<bool> TryLoginAsync(HttpContext http, byte[] body)
    {
        var path = http.Request.Path.Value ?? "";
        if (path.StartsWith("/v1.0", StringComparison.Ordinal) || path.StartsWith("/beta", StringComparison.Ordinal))
        {
            return false;
        }

        var at = DateTimeOffset.UtcNow;
        var query = ODataQuery.Parse(http.Request.QueryString.Value).Options;
        var headers = GraphPipeline.Interesting(http);
        JsonObject? answer;
        var status = 200;
        string? code = null;
        try
        {
            lock (state.Gate)
            {
                answer = Login.Answer(http.Request.Method, $"{http.Request.Scheme}://{http.Request.Host}", path, query, headers, Encoding.UTF8.GetString(body));
            }

            if (answer is null)
            {
                return false;
            }
        }
        catch (LoginError error)
        {
            (status, code) = (error.Status, "AADSTS" + error.Code.ToString(CultureInfo.InvariantCulture));
            answer = Refusal(error, code);
        }

        // Assertions, refresh tokens and device codes are secrets: the log has none of them.
        state.Requests.Add(new RecordedRequest(state.Requests.NextNumber(), "login", http.Request.Method, path, query, headers, "", status, code, FaultKind.None, at));
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json; charset=utf-8";
        await http.Response.WriteAsync(answer.ToJsonString());
        return true;
    }

    private JsonObject Refusal(LoginError error, string code)
    {
        var stamp = state.Now.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var (trace, correlation) = (MadeId.Of("trace " + stamp), MadeId.Of("correlation " + stamp));
        return new JsonObject
        {
            ["error"] = error.Error,
            ["error_description"] = $"{code}: {error.Message} Trace ID: {trace} Correlation ID: {correlation} Timestamp: {stamp}",
            ["error_codes"] = new JsonArray(error.Code),
            ["timestamp"] = stamp,
            ["trace_id"] = trace,
            ["correlation_id"] = correlation,
            ["error_uri"] = "https://login.microsoftonline.com/error?code=" + error.Code.ToString(CultureInfo.InvariantCulture),
        };
    }
}
