using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Graph;
using Rosewood.PolicyAdmin.Graph.Slices;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Workspace;
using Rosewood.Tenancy;

namespace Rosewood.PolicyAdmin.Tests.Graph;

/// <summary>A workspace whose tenant is a test tenant on loopback; waits pass a hundred times as fast.</summary>
internal sealed class TenantSchool : IAsyncDisposable
{
    public const double Speed = 100;
    public static readonly Guid StaffGroup = new("22222222-0000-0000-0000-000000000001");
    public static readonly Guid HeadGroup = new("22222222-0000-0000-0000-000000000002");
    public static readonly Guid TeacherGroup = new("22222222-0000-0000-0000-000000000003");
    private readonly TempWorkspace _workspace;

    private TenantSchool(TestTenant tenant, QuickClock clock, TenantSource[] sources, EnforcementTargetConfig[] targets, ReportsConfig reports)
    {
        Tenant = tenant;
        Clock = clock;
        _workspace = new TempWorkspace(TestConfig.School with
        {
            Tenant = Config(tenant.BaseUrl) with { Sources = sources, SenderMailbox = "reports@rosewood.example" },
            Enforcement = new EnforcementConfig { Targets = targets },
            Reports = reports,
        });
    }

    public static DateTimeOffset Start { get; } = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    public TestTenant Tenant { get; }

    public QuickClock Clock { get; }

    public TempWorkspace Temp => _workspace;

    public string Folder => _workspace.Folder;

    public TenantSlices Slices => new(Paths);

    public TenantPaths Paths => new(_workspace.Workspace.Paths);

    public static async Task<TenantSchool> StartAsync(Func<TestTenantOptions, TestTenantOptions>? with = null, TenantSource[]? sources = null, EnforcementTargetConfig[]? targets = null, ReportsConfig? reports = null)
    {
        var clock = new QuickClock(Start, Speed);
        var options = new TestTenantOptions { Clock = clock, AcceptAnonymous = true, EnforceBudgets = true, BudgetSpeed = Speed };
        return new TenantSchool(await TestTenant.StartAsync(with is null ? options : with(options)), clock, sources ?? [], targets ?? [], reports ?? new ReportsConfig());
    }

    public async Task<RecordingSink> RunAsync(PolicyRequest request, RecordingSink? sink = null, CancellationToken cancellationToken = default)
    {
        sink ??= new RecordingSink();
        request.Validate();
        var command = CommandTable.For(request.GetType());
        await command.CreateHandler().HandleAsync(request, Context(command.Name), sink, cancellationToken);
        return sink;
    }

    public CommandContext Context(string command) => new(command, TempWorkspace.Technician, Clock, _workspace.Workspace);

    public async Task<Fault> FaultOfAsync(PolicyRequest request) => (await Should.ThrowAsync<FaultException>(() => RunAsync(request))).Fault;

    /// <summary>The lines of all slices of a source.</summary>
    public IReadOnlyList<string> Lines(TenantSource source)
    {
        var lines = new List<string>();
        foreach (var slice in Slices.Of(source))
        {
            using var text = new StreamReader(Slices.Open(slice));
            lines.AddRange(text.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries));
        }

        return lines;
    }

    public async ValueTask DisposeAsync()
    {
        await Tenant.DisposeAsync();
        _workspace.Dispose();
    }

    public static TenantConfig Config(string baseUrl) => new()
    {
        TenantId = new TestTenantOptions().TenantId,
        ClientId = Guid.Parse(new TestTenantOptions().ClientId),
        GraphBaseUrl = new Uri(baseUrl + "/v1.0"),
        StaffGroup = StaffGroup,
        RoleGroups = new Dictionary<Guid, Role> { [HeadGroup] = Role.HeadTeacher, [TeacherGroup] = Role.Teacher },
    };
}
