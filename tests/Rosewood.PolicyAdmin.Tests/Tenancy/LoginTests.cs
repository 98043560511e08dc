using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.Tenancy;

namespace Rosewood.PolicyAdmin.Tests.Tenancy;

public sealed class LoginTests : IDisposable
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UtcNow;

    private readonly X509Certificate2 certificate = Make(Now.AddDays(30));

    [Fact]
    public async Task A_signed_assertion_is_exchanged_for_a_token_that_Graph_accepts()
    {
        await using var tenant = await Start();

        var (status, answer) = await Token(tenant, Assertion(tenant, certificate));

        status.ShouldBe(200);
        using var caller = new GraphCaller(tenant, answer["access_token"]!.ToString());
        (await caller.Get("/v1.0/users")).Status.ShouldBe(200);
        tenant.Requests.Of("login").Single().Body.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_wrong_with_an_assertion_is_told_by_the_documented_code()
    {
        using var other = Make(Now.AddDays(30));
        await using var tenant = await Start();

        (await Code(tenant, Assertion(tenant, other))).ShouldBe(700027);
        (await Code(tenant, Assertion(tenant, certificate, forge: true))).ShouldBe(700027);
        (await Code(tenant, Assertion(tenant, certificate, audience: "https://else.example/token"))).ShouldBe(700023);
        (await Code(tenant, Assertion(tenant, certificate, expires: Now.AddMinutes(-10)))).ShouldBe(700024);
        (await Code(tenant, "no.token")).ShouldBe(50027);
        (await Code(tenant, Assertion(tenant, certificate), client: "99999999-0000-0000-0000-000000000000")).ShouldBe(700016);
        (await Code(tenant, Assertion(tenant, certificate), directory: "00000000-9999-0000-0000-000000000000")).ShouldBe(90002);
        var (status, body) = await Token(tenant, Assertion(tenant, other));
        (status, body["error"]!.ToString()).ShouldBe((401, "invalid_client"));
        body["error_description"]!.ToString().ShouldStartWith("AADSTS700027: ");
    }

    [Fact]
    public async Task An_expired_certificate_is_refused()
    {
        using var expired = Make(Now.AddDays(-1));
        await using var tenant = await TestTenant.StartAsync(new TestTenantOptions { ClientCertificate = expired, ClientThumbprint = expired.Thumbprint });

        (await Code(tenant, Assertion(tenant, expired))).ShouldBe(700027);
    }

    [Fact]
    public async Task A_device_code_is_pending_until_the_person_has_signed_in()
    {
        var clock = new FixedClock(Now);
        await using var tenant = await TestTenant.StartAsync(new TestTenantOptions { Clock = clock, DeviceCodePolls = null });
        var user = tenant.Directory.AddUsers(2)[1];

        var first = await Device(tenant);
        (await Poll(tenant, first)).Answer["error"]!.ToString().ShouldBe("authorization_pending");
        tenant.ApproveDeviceCodes(user.Id);
        var (status, answer) = await Poll(tenant, first);

        status.ShouldBe(200);
        using var caller = new GraphCaller(tenant, answer["access_token"]!.ToString());
        (await caller.Get("/v1.0/me")).Body!["id"]!.ToString().ShouldBe(user.Id);

        var declined = await Device(tenant);
        tenant.DeclineDeviceCodes();
        (await Poll(tenant, declined)).Answer["error"]!.ToString().ShouldBe("authorization_declined");
        var late = await Device(tenant);
        clock.Now += TimeSpan.FromMinutes(16);
        (await Poll(tenant, late)).Answer["error"]!.ToString().ShouldBe("expired_token");
    }

    [Fact]
    public async Task A_managed_identity_needs_the_metadata_header()
    {
        await using var tenant = await TestTenant.StartAsync();
        using var http = new HttpClient();
        var path = tenant.BaseUrl + "/metadata/identity/oauth2/token?api-version=2018-02-01&resource=https%3A%2F%2Fgraph.microsoft.com";

        (await http.GetAsync(path)).IsSuccessStatusCode.ShouldBeFalse();
        http.DefaultRequestHeaders.Add("Metadata", "true");
        var answer = JsonNode.Parse(await http.GetStringAsync(path))!;

        using var caller = new GraphCaller(tenant, answer["access_token"]!.ToString());
        (await caller.Get("/v1.0/organization")).Status.ShouldBe(200);
    }

    public void Dispose() => certificate.Dispose();

    internal static X509Certificate2 Make(DateTimeOffset ends)
    {
        using var key = RSA.Create(2048);
        return new CertificateRequest("CN=rosewood", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(ends.AddDays(-90), ends);
    }

    private Task<TestTenant> Start() => TestTenant.StartAsync(new TestTenantOptions { ClientCertificate = certificate, ClientThumbprint = certificate.Thumbprint });

    private static string Assertion(TestTenant tenant, X509Certificate2 signer, string? audience = null, DateTimeOffset? expires = null, bool forge = false)
    {
        var header = new { alg = "RS256", typ = "JWT", x5t = Base64Url.EncodeToString(signer.GetCertHash()) };
        var claims = new
        {
            aud = audience ?? $"{tenant.BaseUrl}/{tenant.Options.TenantId}/oauth2/v2.0/token",
            iss = tenant.Options.ClientId,
            sub = tenant.Options.ClientId,
            jti = Guid.NewGuid(),
            nbf = Now.AddMinutes(-20).ToUnixTimeSeconds(),
            exp = (expires ?? Now.AddMinutes(10)).ToUnixTimeSeconds(),
        };
        var text = Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(header)) + "." + Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(claims));
        using var key = signer.GetRSAPrivateKey()!;
        return text + "." + Base64Url.EncodeToString(key.SignData(Encoding.ASCII.GetBytes(forge ? text + "x" : text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    private static async Task<int> Code(TestTenant tenant, string assertion, string? client = null, string? directory = null)
        => (await Token(tenant, assertion, client, directory)).Answer["error_codes"]![0]!.GetValue<int>();

    private static Task<(int Status, JsonNode Answer)> Token(TestTenant tenant, string assertion, string? client = null, string? directory = null) => Post(tenant, (directory ?? tenant.Options.TenantId) + "/oauth2/v2.0/token",
        ("client_id", client ?? tenant.Options.ClientId),
        ("scope", "https://graph.microsoft.com/.default"),
        ("grant_type", "client_credentials"),
        ("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"),
        ("client_assertion", assertion));

    private static async Task<string> Device(TestTenant tenant)
        => (await Post(tenant, tenant.Options.TenantId + "/oauth2/v2.0/devicecode", ("client_id", tenant.Options.ClientId), ("scope", "User.Read"))).Answer["device_code"]!.ToString();

    private static Task<(int Status, JsonNode Answer)> Poll(TestTenant tenant, string code) => Post(tenant, tenant.Options.TenantId + "/oauth2/v2.0/token",
        ("client_id", tenant.Options.ClientId),
        ("grant_type", "urn:ietf:params:oauth:grant-type:device_code"),
        ("device_code", code));

    private static async Task<(int Status, JsonNode Answer)> Post(TestTenant tenant, string path, params (string Name, string Value)[] form)
    {
        using var http = new HttpClient();
        using var content = new FormUrlEncodedContent(form.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using var response = await http.PostAsync(tenant.BaseUrl + "/" + path, content);
        return ((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }
}
