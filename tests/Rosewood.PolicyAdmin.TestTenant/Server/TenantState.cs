using Rosewood.Tenancy.Audit;
using Rosewood.Tenancy.Directory;
using Rosewood.Tenancy.Exchange;
using Rosewood.Tenancy.Governance;
using Rosewood.Tenancy.Intune;
using Rosewood.Tenancy.Login;
using Rosewood.Tenancy.Query;
using Rosewood.Tenancy.Reports;

namespace Rosewood.Tenancy.Server;

/// <summary>All that the tenant remembers. Everything that changes is read and written under <see cref="Gate"/>.</summary>
internal sealed class TenantState
{
    public TenantState(TestTenantOptions options)
    {
        Options = options;
        Routes = new RouteTable();
        Consented = new HashSet<string>(options.Consented ?? Routes.Permissions, StringComparer.Ordinal);
        Tokens = new TokenRegistry(this);
        Directory = new TenantDirectory(this);
        SignIns = new SignInLog(this);
        Traces = new TraceLog(this);
        Mail = new TenantMail(this);
        Devices = new TenantDevices(this);
        Audits = new TenantAudits(this);
        Timed = new TimedMemberships(this);
        Cursors = new CursorStore();
        Faults = new FaultDesk(options.Faults);
        Budgets = new Budgets(options);
    }

    public Lock Gate { get; } = new();

    public TestTenantOptions Options { get; }

    public RouteTable Routes { get; }

    /// <summary>What an administrator has consented to; new tokens carry it.</summary>
    public HashSet<string> Consented { get; }

    public TokenRegistry Tokens { get; }

    public TenantDirectory Directory { get; }

    public SignInLog SignIns { get; }

    public TraceLog Traces { get; }

    public TenantMail Mail { get; }

    public TenantDevices Devices { get; }

    public TenantAudits Audits { get; }

    public TimedMemberships Timed { get; }

    public CursorStore Cursors { get; }

    public FaultDesk Faults { get; }

    public Budgets Budgets { get; }

    public RequestLog Requests { get; } = new();

    public DateTimeOffset Now => Options.Clock.GetUtcNow();
}
