using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Azure.Core;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Graph.Authentication;
using Rosewood.PolicyAdmin.Graph.Client;
using Rosewood.PolicyAdmin.Graph.Slices;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Workspace;
using Rosewood.Tenancy;

namespace Rosewood.PolicyAdmin.Tests.Graph.Authentication;

/// <summary>Signing in with the real library, against the test tenant's login over https.</summary>
public sealed class TenantCredentialTests : IDisposable
{
    private static readonly TokenRequestContext Request = new([new GraphConnectionOptions().Scope]);
    private readonly string _folder = Directory.CreateTempSubdirectory("rosewood-test-").FullName;
    private readonly RecordingSink _sink = new();

    private TenantPaths Paths => new(new WorkspacePaths(_folder));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private TenantCredential Credential(TestTenant tenant, TenantAuthentication authentication, string? tenantId = null, Guid? clientId = null, HttpMessageHandler? transport = null)
    {
        var path = Path.Combine(_folder, "app.pem");
        TestCertificate.Write(path, DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
        var config = new TenantConfig
        {
            TenantId = tenantId ?? tenant.Options.TenantId,
            ClientId = clientId ?? Guid.Parse(tenant.Options.ClientId),
            Authentication = authentication,
            CertificatePath = path,
            Authority = new Uri(tenant.SecureBaseUrl!),
        };
        return TenantCredential.Create(config, Paths, DateTimeOffset.UtcNow, _sink, isForService: false, transport ?? Trusting(tenant));
    }

    private static SocketsHttpHandler Trusting(TestTenant tenant)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.Add(tenant.Certificate!);
        return new SocketsHttpHandler { SslOptions = { CertificateChainPolicy = policy } };
    }

    private static async Task<Fault> FaultAsync(TestTenant tenant, TenantCredential credential)
    {
        using var connection = GraphConnection.Create(new GraphConnectionOptions { BaseUrl = new Uri(tenant.BaseUrl), Credential = credential.Token });
        return (await Should.ThrowAsync<FaultException>(() => connection.SendAsync(GraphOperation.Users, connection.V1, connection.V1.Users.ToGetRequestInformation(), CancellationToken.None))).Fault;
    }

    [Fact]
    public async Task A_certificate_signs_in_and_the_token_tells_what_it_may()
    {
        await using var tenant = await TestTenant.StartAsync(new TestTenantOptions { Https = true, Consented = ["AuditLog.Read.All", "User.Read.All"] });
        var credential = Credential(tenant, TenantAuthentication.Certificate);
        using var connection = GraphConnection.Create(new GraphConnectionOptions { BaseUrl = new Uri(tenant.BaseUrl), Credential = credential.Token });

        await connection.SendAsync(GraphOperation.Users, connection.V1, connection.V1.Users.ToGetRequestInformation(), CancellationToken.None);

        var claims = TokenClaims.TryRead((await credential.Token.GetTokenAsync(Request, CancellationToken.None)).Token);
        claims!.Permissions.ShouldBe(["AuditLog.Read.All", "User.Read.All"]);
        claims.TenantId.ShouldBe(tenant.Options.TenantId);
    }

    [Fact]
    public async Task A_certificate_that_the_app_does_not_have_is_told()
    {
        var other = Path.Combine(_folder, "other.pem");
        TestCertificate.Write(other, DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
        using var registered = X509Certificate2.CreateFromPemFile(other);
        await using var tenant = await TestTenant.StartAsync(new TestTenantOptions { Https = true, ClientCertificate = registered });
        (await FaultAsync(tenant, Credential(tenant, TenantAuthentication.Certificate))).Id.ShouldBe("TenantCertificateRefused");
    }

    [Fact]
    public async Task An_app_and_a_tenant_that_nobody_knows_are_told_apart()
    {
        await using var tenant = await TestTenant.StartAsync(new TestTenantOptions { Https = true });
        (await FaultAsync(tenant, Credential(tenant, TenantAuthentication.Certificate, clientId: Guid.NewGuid()))).Id.ShouldBe("TenantAppNotFound");
        (await FaultAsync(tenant, Credential(tenant, TenantAuthentication.Certificate, tenantId: Guid.NewGuid().ToString()))).Id.ShouldBe("TenantNotFound");
    }

    [Fact]
    public async Task A_device_code_is_shown_to_the_person_and_signs_them_in()
    {
        await using var tenant = await TestTenant.StartAsync(new TestTenantOptions { Https = true, DeviceCodePolls = 1 });
        tenant.Directory.AddUsers(1);
        var credential = Credential(tenant, TenantAuthentication.DeviceCode);

        await credential.SignInAsync(Paths, Request, anew: false, CancellationToken.None);

        var token = await credential.Token.GetTokenAsync(Request, CancellationToken.None);
        TokenClaims.TryRead(token.Token).ShouldNotBeNull();
        _sink.Warnings.ShouldContain(w => w.Contains("enter the code", StringComparison.Ordinal));
        foreach (var file in Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories))
        {
            (await File.ReadAllTextAsync(file)).ShouldNotContain(token.Token);
        }
    }

    [Theory]
    [InlineData("65001", "GraphConsentMissing")]
    [InlineData("90094", "GraphConsentMissing")]
    [InlineData("53003", "TenantSignInBlocked")]
    [InlineData("70020", "TenantSignInExpired")]
    [InlineData("7000218", "TenantPublicFlowClosed")]
    [InlineData("50034", "TenantAccountUnknown")]
    [InlineData("50057", "TenantSignInRefused")]
    public async Task What_Entra_refuses_is_told_by_its_code(string code, string id)
    {
        await using var tenant = await TestTenant.StartAsync(new TestTenantOptions { Https = true });
        using var refusing = new RefusingLogin(Trusting(tenant), code);

        var fault = await FaultAsync(tenant, Credential(tenant, TenantAuthentication.Certificate, transport: refusing));

        fault.Id.ShouldBe(id);
        fault.Message.ShouldNotContain("secret of the service");
        tenant.Requests.To("/users").ShouldBeEmpty();
    }

    [Fact]
    public void A_timer_is_refused_where_a_person_is_needed() => Should.Throw<FaultException>(() => TenantCredential.Create(
        new TenantConfig { TenantId = "x", ClientId = Guid.NewGuid() }, Paths, DateTimeOffset.UtcNow, _sink, isForService: true)).Fault.Id.ShouldBe("TenantSignInNeedsPerson");

    [Fact]
    public async Task A_sign_in_service_that_can_not_be_reached_is_told_and_no_riddle()
    {
        await using var tenant = await TestTenant.StartAsync(new TestTenantOptions { Https = true });
        var config = new TenantConfig { TenantId = tenant.Options.TenantId, ClientId = Guid.NewGuid(), Authentication = TenantAuthentication.Certificate, CertificatePath = Path.Combine(_folder, "b.pem"), Authority = new Uri("https://login.rosewood.invalid") };
        TestCertificate.Write(config.CertificatePath!, DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
        var credential = TenantCredential.Create(config, Paths, DateTimeOffset.UtcNow, _sink, isForService: false);

        (await FaultAsync(tenant, credential)).Id.ShouldBe("GraphUnreachable");
    }

    /// <summary>A way to the sign-in service whose requests for tokens are refused.</summary>
    private sealed class RefusingLogin(HttpMessageHandler inner, string code) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            request.RequestUri!.AbsolutePath.EndsWith("/token", StringComparison.Ordinal)
                ? Task.FromResult(new HttpResponseMessage(HttpStatusCode.BadRequest)
                {
                    RequestMessage = request,
                    Content = new StringContent(
                        $$"""{"error":"invalid_grant","error_description":"AADSTS{{code}}: secret of the service","error_codes":[{{code}}]}""",
                        Encoding.UTF8,
                        "application/json"),
                })
                : base.SendAsync(request, cancellationToken);
    }
}
