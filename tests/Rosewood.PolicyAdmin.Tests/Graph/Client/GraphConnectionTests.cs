using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Graph.Client;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.Tenancy;

namespace Rosewood.PolicyAdmin.Tests.Graph.Client;

public sealed class GraphConnectionTests
{
    private static async Task<TestTenant> TenantAsync(Func<TestTenantOptions, TestTenantOptions>? with = null)
    {
        var tenant = await TestTenant.StartAsync(with is null ? new TestTenantOptions() : with(new TestTenantOptions()));
        tenant.Directory.AddUsers(2500);
        return tenant;
    }

    private static GraphConnection Connect(TestTenant tenant, Func<string>? token = null, RetryRules? retry = null) => GraphConnection.Create(new GraphConnectionOptions
    {
        BaseUrl = new Uri(tenant.BaseUrl),
        Credential = new StaticToken(token ?? (() => tenant.IssueToken())),
        Clock = new QuickClock(DateTimeOffset.UtcNow, 1000),
        Retry = retry ?? new RetryRules(),
    });

    private static async Task<List<string>> UsersAsync(GraphConnection connection)
    {
        var found = new List<string>();
        await foreach (var page in new GraphPages(connection).ReadAsync(GraphOperation.Users, connection.V1, () => connection.V1.Users.ToGetRequestInformation(r => r.QueryParameters.Top = 999), CancellationToken.None))
        {
            found.AddRange(page.Items.EnumerateArray().Select(u => u.GetProperty("userPrincipalName").GetString()!));
        }

        return found;
    }

    private static async Task<Fault> FaultAsync(GraphConnection connection) => (await Should.ThrowAsync<FaultException>(() => UsersAsync(connection))).Fault;

    [Fact]
    public async Task All_pages_come_with_the_token_and_each_version_goes_to_its_own_address()
    {
        await using var tenant = await TenantAsync();
        using var connection = Connect(tenant);

        (await UsersAsync(connection)).Distinct(StringComparer.Ordinal).Count().ShouldBe(2500);
        await connection.SendAsync(GraphOperation.SignIns, connection.Beta, connection.Beta.AuditLogs.SignIns.ToGetRequestInformation(), CancellationToken.None);

        tenant.Requests.All.Count(r => r.Path.Equals("/v1.0/users", StringComparison.Ordinal)).ShouldBe(3);
        tenant.Requests.All.Count(r => r.Path.Equals("/beta/auditLogs/signIns", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task A_missing_permission_is_named_with_who_consents()
    {
        await using var tenant = await TenantAsync(o => o with { Consented = ["AuditLog.Read.All"] });
        using var connection = Connect(tenant);

        var fault = await FaultAsync(connection);
        fault.Id.ShouldBe("GraphPermissionMissing");
        fault.Target.ShouldBe("User.Read.All");
        fault.Kind.ShouldBe(Rosewood.PolicyAdmin.Commands.FaultKind.NotAuthorised);
    }

    [Fact]
    public async Task A_token_that_has_expired_is_told_from_a_permission_that_is_missing()
    {
        var clock = new FixedClock(DateTimeOffset.UtcNow);
        await using var tenant = await TenantAsync(o => o with { Clock = clock });
        var token = tenant.IssueToken(TimeSpan.FromMinutes(10));
        using var connection = Connect(tenant, () => token);
        (await UsersAsync(connection)).Count.ShouldBe(2500);

        clock.Now += TimeSpan.FromMinutes(10);

        (await FaultAsync(connection)).Id.ShouldBe("GraphTokenRefused");
    }

    [Fact]
    public async Task A_token_that_nobody_issued_is_refused_as_one()
    {
        await using var tenant = await TenantAsync();
        using var connection = Connect(tenant, () => "no.such.token");

        (await FaultAsync(connection)).Id.ShouldBe("GraphTokenRefused");
    }

    [Theory]
    [InlineData(FaultKind2.Throttled, "GraphThrottled")]
    [InlineData(FaultKind2.Unavailable, "GraphServiceDown")]
    [InlineData(FaultKind2.CutInside, "GraphServiceDown")]
    [InlineData(FaultKind2.Truncated, "GraphAnswerBroken")]
    public async Task A_service_that_stays_broken_is_a_fault_after_a_bounded_number_of_tries(FaultKind2 kind, string id)
    {
        await using var tenant = await TenantAsync(o => o with { Faults = new FaultPlan { Shares = new Dictionary<Rosewood.Tenancy.FaultKind, double> { [Enum.Parse<Rosewood.Tenancy.FaultKind>(kind.ToString())] = 1 } } });
        using var connection = Connect(tenant);

        (await FaultAsync(connection)).Id.ShouldBe(id);
        tenant.Requests.All.Count.ShouldBeLessThanOrEqualTo(8);
    }

    [Fact]
    public async Task An_answer_that_does_not_come_is_a_fault_and_no_hang()
    {
        await using var tenant = await TenantAsync(o => o with { Latency = TimeSpan.FromSeconds(20) });
        using var connection = Connect(tenant, retry: new RetryRules { Timeout = TimeSpan.FromMilliseconds(50), MostTries = 2 });

        (await FaultAsync(connection)).Id.ShouldBe("GraphServiceDown");
    }

    [Fact]
    public async Task A_host_that_nobody_knows_and_one_that_does_not_listen_are_told_apart()
    {
        using var unknown = GraphConnection.Create(new GraphConnectionOptions { BaseUrl = new Uri("https://graph.rosewood.invalid"), Credential = new StaticToken(() => "x"), Retry = new RetryRules { MostTries = 1 } });
        var fault = await FaultAsync(unknown);
        fault.Id.ShouldBe("GraphUnreachable");
        fault.Message.ShouldContain("DNS");

        using var closed = GraphConnection.Create(new GraphConnectionOptions { BaseUrl = new Uri("http://127.0.0.1:9"), Retry = new RetryRules { MostTries = 1 } });
        (await FaultAsync(closed)).Message.ShouldContain("firewall");
    }

    [Theory]
    [InlineData("http://graph.example", true)]
    [InlineData("https://graph.example", false)]
    [InlineData("http://10.0.0.1", true)]
    public void Plain_http_and_requests_without_a_sign_in_are_for_loopback_alone(string address, bool withToken)
    {
        var options = new GraphConnectionOptions { BaseUrl = new Uri(address), Credential = withToken ? new StaticToken(() => "x") : null };
        Should.Throw<FaultException>(() => GraphConnection.Create(options)).Fault.Id.ShouldBe("GraphAddressUnsafe");
    }

    [Theory]
    [InlineData("https://evil.example/v1.0/users?$skiptoken=x")]
    [InlineData("http://127.0.0.1:1/v1.0/users?$skiptoken=x")]
    [InlineData("users?$skiptoken=x")]
    public async Task A_next_page_at_another_host_never_gets_the_token(string next)
    {
        await using var tenant = await TenantAsync();
        using var connection = Connect(tenant);
        Should.Throw<FaultException>(() => connection.Follow(next)).Fault.Id.ShouldBe("GraphPageElsewhere");
    }

    /// <summary>The tenant's kinds by name: a theory's values are public.</summary>
    public enum FaultKind2
    {
        Throttled,
        Unavailable,
        CutInside,
        Truncated,
    }
}
