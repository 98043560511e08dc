using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Samples;
using Rosewood.PolicyAdmin.Storage;
using Rosewood.PolicyAdmin.Workspace.Reading;

namespace Rosewood.PolicyAdmin.Workspace;

/// <summary>Makes a workspace: an owner-only folder with configuration, store, reports and feeds. Whoever runs it is its first technician.</summary>
/// <example><code>Initialize-PolicyWorkspace -Path ./policy -SchoolName 'Rosewood School'</code>A new workspace; its policy.json is then filled in by hand.</example>
/// <example><code>Initialize-PolicyWorkspace -Path ./trial -Sample</code>A workspace with the demo school, to try everything on.</example>
public sealed class InitializePolicyWorkspace : PolicyRequest
{
    /// <summary>The folder; new or empty. Default: what -Workspace or ROSEWOOD_WORKSPACE names, else the machine's place for it.</summary>
    [FilePath]
    public string? Path { get; set; }

    /// <summary>The school's name as reports print it. Default: <c>Our school</c>, to be changed in policy.json.</summary>
    public string? SchoolName { get; set; }

    /// <summary>Fills the workspace with the demo school: staff, devices, networks, and the grants of its past.</summary>
    public bool Sample { get; set; }

    /// <inheritdoc/>
    public override void Validate()
    {
        if (SchoolName is not null && !ConfigFormats.TryName(SchoolName.Trim(), out _))
        {
            throw new Fault(
                "SchoolNameInvalid",
                FaultKind.InvalidArgument,
                ConfigProblems.Shown(SchoolName),
                "This can't be a school's name. Give 1 to 200 characters, without line breaks.").ToException();
        }
    }
}

/// <summary>Runs <see cref="InitializePolicyWorkspace"/>.</summary>
internal sealed class InitializePolicyWorkspaceHandler : CommandHandler<InitializePolicyWorkspace>
{
    private const string DefaultName = "Our school";

    public override async Task HandleAsync(InitializePolicyWorkspace request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        using var builder = new WorkspaceBuilder(WorkspaceLocator.Locate(request.Path ?? context.WorkspacePath));
        builder.RequireFree();
        var name = request.SchoolName?.Trim() ?? (request.Sample ? DemoSchool.Name : DefaultName);
        if (!sink.ShouldProcess(builder.Paths.Root, $"Make a policy workspace for {name}"))
        {
            return;
        }

        var account = context.Operator.Account;
        builder.Build(ConfigText(request, name, context), name, account, new AuditOrigin(context.Command, context.Operator.Id, context.Now));
        if (request.Sample)
        {
            builder.Expect(DemoSchool.FilesInWorkspace);
            using var workspace = WorkspaceLocator.Open(builder.Paths.Root);
            await DemoSchool.FillAsync(workspace, cancellationToken);
        }

        builder.Keep();
        sink.Write(new WorkspaceCreated(builder.Paths.Root, name, account, request.Sample ? DemoSchool.NextSteps : NextSteps(builder.Paths)));
    }

    private static string ConfigText(InitializePolicyWorkspace request, string name, CommandContext context) =>
        request.Sample
            ? DemoSchool.ConfigFor(name)
            : StarterConfig.Text(name, DateOnly.FromDateTime(context.Now.UtcDateTime));

    private static List<string> NextSteps(WorkspacePaths paths) =>
    [
        $"Check the terms, session times and networks in {paths.Config}.",
        "Import the staff list: Import-PolicyPerson -Path staff.csv",
        "Import the devices: Import-PolicyDevice -Path devices.csv",
        "Import what the proxy or firewall logged: Import-FirewallLog -Path access.log",
        "See who used what: Find-SocialMediaUse",
        "See whether all is well: Test-PolicyWorkspace",
    ];
}
