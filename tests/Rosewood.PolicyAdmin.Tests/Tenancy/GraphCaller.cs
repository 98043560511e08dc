using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Rosewood.Tenancy;

namespace Rosewood.PolicyAdmin.Tests.Tenancy;

/// <summary>A bare HTTP client of a test tenant: no retries, no patience.</summary>
public sealed class GraphCaller : IDisposable
{
    private readonly HttpClient http;

    public GraphCaller(TestTenant tenant, string? token = null)
    {
        http = new HttpClient { BaseAddress = new Uri(tenant.BaseUrl), Timeout = TimeSpan.FromSeconds(20) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token ?? tenant.IssueToken());
    }

    public HttpRequestHeaders Headers => http.DefaultRequestHeaders;

    /// <summary>Sends and returns status and body; the body is null when there is none or it is no JSON.</summary>
    public async Task<(int Status, JsonNode? Body, HttpResponseMessage Response)> Send(HttpMethod method, string path, string? json = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (json is not null)
        {
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        }

        var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return ((int)response.StatusCode, text.StartsWith('{') ? JsonNode.Parse(text) : null, response);
    }

    public Task<(int Status, JsonNode? Body, HttpResponseMessage Response)> Get(string path) => Send(HttpMethod.Get, path);

    /// <summary>The status and error code of a refusal.</summary>
    public async Task<(int Status, string? Code)> Refusal(string path)
    {
        var (status, body, _) = await Get(path);
        return (status, body?["error"]?["code"]?.ToString());
    }

    /// <summary>All records of a list, page by page; fails on an error.</summary>
    public async Task<List<JsonNode>> All(string path, int mostPages = 2000)
    {
        var found = new List<JsonNode>();
        for (var next = path; next is not null && mostPages > 0; mostPages--)
        {
            var (status, body, _) = await Get(next);
            status.ShouldBe(200, body?.ToJsonString());
            found.AddRange(body!["value"]!.AsArray().Select(n => n!));
            next = body["@odata.nextLink"]?.ToString();
        }

        return found;
    }

    public void Dispose() => http.Dispose();
}
