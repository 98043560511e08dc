using System.Security.Cryptography.X509Certificates;
using Azure.Core.Pipeline;
using Azure.Identity;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions.Authentication;
using Rosewood.Tenancy;
using Rosewood.Tenancy.Directory;

namespace Rosewood.PolicyAdmin.Tests.Tenancy;

/// <summary>Microsoft's own clients are content with the tenant.</summary>
public class SdkTests
{
    [Fact]
    public async Task The_Graph_SDK_pages_users_and_adds_a_member()
    {
        await using var tenant = await TestTenant.StartAsync(new TestTenantOptions { AcceptAnonymous = true });
        tenant.Directory.AddUsers(250);
        var group = tenant.Directory.Add(new TenantGroup("00000000-0000-0000-0000-0000000000aa", "Allowed"));
        using var graph = new GraphServiceClient(new AnonymousAuthenticationProvider(), tenant.BaseUrl + "/v1.0");

        var users = new List<User>();
        var page = await graph.Users.GetAsync(r => r.QueryParameters.Top = 100);
        await PageIterator<User, UserCollectionResponse>.CreatePageIterator(graph, page!, u =>
        {
            users.Add(u);
            return true;
        }).IterateAsync();
        await graph.Groups[group.Id].Members.Ref.PostAsync(new ReferenceCreate { OdataId = $"{tenant.BaseUrl}/v1.0/directoryObjects/{users[3].Id}" });
        var members = await graph.Groups[group.Id].TransitiveMembers.GraphUser.GetAsync();
        var refusal = await Should.ThrowAsync<Microsoft.Graph.Models.ODataErrors.ODataError>(() => graph.Users["nobody"].GetAsync());

        users.Select(u => u.Id).Distinct(StringComparer.Ordinal).Count().ShouldBe(250);
        members!.Value!.Single().UserPrincipalName.ShouldBe(users[3].UserPrincipalName);
        (refusal.ResponseStatusCode, refusal.Error!.Code).ShouldBe((404, "Request_ResourceNotFound"));
        tenant.Requests.To("/v1.0/users").Count.ShouldBe(3);
    }

    [Fact]
    public async Task Azure_Identity_signs_in_with_a_certificate_over_https()
    {
        using var certificate = LoginTests.Make(DateTimeOffset.UtcNow.AddDays(30));
        await using var tenant = await TestTenant.StartAsync(new TestTenantOptions { Https = true, ClientCertificate = certificate, ClientThumbprint = certificate.Thumbprint });
        tenant.Directory.AddUsers(1);
        var trust = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        trust.CustomTrustStore.Add(tenant.Certificate!);
        using var handler = new SocketsHttpHandler { SslOptions = { CertificateChainPolicy = trust } };
        using var http = new HttpClient(handler);
        var credential = new ClientCertificateCredential(tenant.Options.TenantId, tenant.Options.ClientId, certificate, new ClientCertificateCredentialOptions
        {
            AuthorityHost = new Uri(tenant.SecureBaseUrl!),
            DisableInstanceDiscovery = true,
            Transport = new HttpClientTransport(http),
        });

        var token = await credential.GetTokenAsync(new Azure.Core.TokenRequestContext(["https://graph.microsoft.com/.default"]), CancellationToken.None);
        tenant.Requests.Of("login").ShouldAllBe(r => r.Status == 200);

        using var caller = new GraphCaller(tenant, token.Token);
        (await caller.All("/v1.0/users")).Count.ShouldBe(1);
    }
}
