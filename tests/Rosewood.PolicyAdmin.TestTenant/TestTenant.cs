using System.Security.Cryptography.X509Certificates;
using Rosewood.Tenancy.Audit;
using Rosewood.Tenancy.Directory;
using Rosewood.Tenancy.Exchange;
using Rosewood.Tenancy.Intune;
using Rosewood.Tenancy.Reports;
using Rosewood.Tenancy.Server;

namespace Rosewood.Tenancy;

/// <summary>
/// A Microsoft 365 tenant on loopback: Graph's v1.0 and beta and the login, stateful, in memory.
/// It answers as Microsoft's documents say, refuses what they refuse, and records what it was asked.
/// </summary>
public sealed class TestTenant : IAsyncDisposable
{
    private readonly TenantState state;
    private readonly TenantServer server;

    private TestTenant(TenantState state, TenantServer server, X509Certificate2? certificate)
    {
        this.state = state;
        this.server = server;
        Certificate = certificate;
        BaseUrl = server.Addresses[0];
        SecureBaseUrl = server.Addresses.Count > 1 ? server.Addresses[1] : null;
    }

    /// <summary>What it was made with.</summary>
    public TestTenantOptions Options => state.Options;

    /// <summary><c>http://127.0.0.1:port</c>: Graph is below <c>/v1.0</c> and <c>/beta</c>, the login below the tenant's id.</summary>
    public string BaseUrl { get; }

    /// <summary>The same over https, when asked for.</summary>
    public string? SecureBaseUrl { get; }

    /// <summary>The certificate of the https port, to be trusted by a test's client.</summary>
    public X509Certificate2? Certificate { get; }

    /// <summary>Users and groups.</summary>
    public TenantDirectory Directory => state.Directory;

    /// <summary>Sign-ins.</summary>
    public SignInLog SignIns => state.SignIns;

    /// <summary>Message traces.</summary>
    public TraceLog Traces => state.Traces;

    /// <summary>Mailboxes and what was sent.</summary>
    public TenantMail Mail => state.Mail;

    /// <summary>Managed devices and configurations.</summary>
    public TenantDevices Devices => state.Devices;

    /// <summary>Directory audits and the unified audit log.</summary>
    public TenantAudits Audits => state.Audits;

    /// <summary>What it was asked.</summary>
    public RequestLog Requests => state.Requests;

    /// <summary>What goes wrong.</summary>
    public FaultDesk Faults => state.Faults;

    /// <summary>Starts a tenant on a free port of 127.0.0.1.</summary>
    /// <param name="options">How it is to be; null: the defaults.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    public static async Task<TestTenant> StartAsync(TestTenantOptions? options = null, CancellationToken cancellationToken = default)
    {
        var made = new TenantState(options ?? new TestTenantOptions());
        var certificate = made.Options.Https ? LoopbackCertificate.Create() : null;
        return new TestTenant(made, await TenantServer.StartAsync(made, certificate, cancellationToken), certificate);
    }

    /// <summary>Issues an application's token with the permissions consented at this moment.</summary>
    /// <param name="lifetime">How long it lives; null: as the options say.</param>
    public string IssueToken(TimeSpan? lifetime = null)
    {
        lock (state.Gate)
        {
            return state.Tokens.Issue(null, lifetime).Text;
        }
    }

    /// <summary>Consents to a permission; tokens issued from now on carry it.</summary>
    public void Consent(string permission)
    {
        lock (state.Gate)
        {
            state.Consented.Add(permission);
        }
    }

    /// <summary>Lets the person of every device code that waits sign in.</summary>
    public void ApproveDeviceCodes(string userId)
    {
        lock (state.Gate)
        {
            server.Login.ApproveDevices(userId);
        }
    }

    /// <summary>Lets the person of every device code that waits refuse.</summary>
    public void DeclineDeviceCodes()
    {
        lock (state.Gate)
        {
            server.Login.DeclineDevices();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        Certificate?.Dispose();
    }
}
