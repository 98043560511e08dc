using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Correspondence.Families;
using Rosewood.PolicyAdmin.Devices;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Storage;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Samples;

/// <summary>
/// Fills a fresh workspace with the demo school, as <c>Initialize-PolicyWorkspace -Sample</c> asks: the real requests through their real
/// handlers, each at its own moment of the demo's past and by the person who did it then.
/// </summary>
internal static class DemoFill
{
    public static async Task RunAsync(PolicyWorkspace workspace, CancellationToken cancellationToken)
    {
        var begin = At(DemoHistory.Begin, workspace);
        var importer = new Operator(DemoHistory.Technician, Person: null, RoleSet.Of(Role.Technician));
        await RunAsync(new ImportPolicyPerson { Path = Extract(workspace, DemoSchool.StaffFile) }, importer, begin, workspace, cancellationToken);
        await RunAsync(new ImportPolicyDevice { Path = Extract(workspace, DemoSchool.DevicesFile) }, importer, begin, workspace, cancellationToken);
        await RunAsync(new ImportFamilyContact { Path = Extract(workspace, DemoSchool.FamiliesFile) }, importer, begin, workspace, cancellationToken);
        Extract(workspace, DemoSchool.AbsencesFile);
        foreach (var act in DemoHistory.Acts.Concat(DemoRegisters.Acts).OrderBy(static a => a.At, StringComparer.Ordinal))
        {
            await RunAsAsync(act.Login, act.Request(), At(act.At, workspace), workspace, cancellationToken);
        }
    }

    /// <summary>Runs what a person of the roster does, at their moment.</summary>
    public static Task RunAsAsync(string login, PolicyRequest request, DateTimeOffset at, PolicyWorkspace workspace, CancellationToken cancellationToken)
    {
        var person = workspace.Store.People.Load().Resolve(login, at.UtcTicks);
        return RunAsync(request, new Operator(login, person, person.Roles), at, workspace, cancellationToken);
    }

    private static async Task RunAsync(PolicyRequest request, Operator by, DateTimeOffset at, PolicyWorkspace workspace, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        request.Validate();
        var command = CommandTable.For(request.GetType());
        var context = new CommandContext(command.Name, by, new StoppedClock(at), workspace);
        await command.CreateHandler().HandleAsync(request, context, new QuietSink(), cancellationToken);
    }

    /// <summary>Puts an embedded file into the workspace, where the person can read it and import it again.</summary>
    private static string Extract(PolicyWorkspace workspace, string name)
    {
        var path = Path.Combine(workspace.Paths.Root, name);
        PrivateFiles.WriteWhole(path, DemoSchool.ReadFile(name));
        return path;
    }

    private static DateTimeOffset At(string text, PolicyWorkspace workspace) => new TimeInput(text).ToStart(workspace.Zone);

    /// <summary>A clock that stands at the moment of the story.</summary>
    private sealed class StoppedClock(DateTimeOffset at) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => at.ToUniversalTime();
    }

    /// <summary>Says yes to everything and shows nothing; a fault about one item ends the filling.</summary>
    private sealed class QuietSink : ICommandSink
    {
        public void Write(object value)
        {
        }

        public void Warn(string message)
        {
        }

        public void Report(Fault fault) => throw fault.ToException();

        public void Progress(CommandProgress progress)
        {
        }

        public bool ShouldProcess(string target, string action) => true;
    }
}
