using System.Text.Json;
using Rosewood.PolicyAdmin.Samples;
using Rosewood.PolicyAdmin.Tests.Console.Support;

namespace Rosewood.PolicyAdmin.Tests.Findings;

/// <summary>The built program over the demo school, as a technician starts it.</summary>
public sealed class FindingsProcessTests : IDisposable
{
    private readonly string _parent = Directory.CreateTempSubdirectory("rosewood-test-").FullName;

    private string Workspace => Path.Combine(_parent, "workspace");

    public void Dispose() => Directory.Delete(_parent, recursive: true);

    [Fact]
    public void Dismissals_and_absences_have_their_shape_in_json_and_go_through_a_pipe()
    {
        RosewoodProcess.Run("Initialize-PolicyWorkspace", "-Path", Workspace, "-Sample", "-Confirm:$false").ExitCode.ShouldBe(0);

        Run("Add-FindingSuppression", "-Finding", "SharedCredentialUse", "-User", "supply1", "-Evidence", "ForeignDevice,Alternation", "-For", "5w", "-Reason", "Another room each day", "-AuthorisedBy", "deputy");
        var shown = RosewoodProcess.Run("Get-FindingSuppression", "-Workspace", Workspace, "-As", "Json");
        var suppression = JsonDocument.Parse(shown.Out).RootElement.EnumerateArray().ShouldHaveSingleItem();
        suppression.EnumerateObject().Select(p => p.Name).ShouldBe(
            ["Id", "Finding", "Account", "Evidence", "Reason", "AuthorisedBy", "AddedBy", "AddedAt", "Until", "Status", "RemovedAt", "RemovedBy", "RemovedReason"]);
        suppression.GetProperty("Finding").GetString().ShouldBe("SharedCredentialUse");
        suppression.GetProperty("Account").GetString().ShouldBe("Oluwaseun Bright");
        suppression.GetProperty("Evidence").EnumerateArray().Select(e => e.GetString()).ShouldBe(["Alternation", "ForeignDevice"]);
        suppression.GetProperty("Status").GetString().ShouldBe("Active");
        suppression.GetProperty("RemovedAt").ValueKind.ShouldBe(JsonValueKind.Null);
        suppression.GetProperty("Until").GetString().ShouldNotBeNull().ShouldMatch(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[.\d]*[+-]\d\d:\d\d$");

        var removed = RosewoodProcess.Run(shown.Out, ["Remove-FindingSuppression", "-InputJson", "-", "-Reason", "Over", "-Workspace", Workspace, "-As", "Json", "-Confirm:$false"]);
        removed.ExitCode.ShouldBe(0, removed.Error);
        var ended = JsonDocument.Parse(removed.Out).RootElement[0];
        (ended.GetProperty("Status").GetString(), ended.GetProperty("RemovedReason").GetString(), ended.GetProperty("Reason").GetString()).ShouldBe(("Removed", "Over", "Another room each day"));

        var file = Path.Combine(Workspace, DemoSchool.AbsencesFile);
        var import = Run("Import-StaffAbsence", "-Path", file);
        import.EnumerateObject().Select(p => p.Name).ShouldBe(["Path", "Absences", "Added", "Changed", "Unchanged", "MissingFromFile", "Removed"]);
        import.GetProperty("Added").GetInt32().ShouldBe(4);
        Run("Import-StaffAbsence", "-Path", file).GetProperty("Unchanged").GetInt32().ShouldBe(4);

        // The technician imports and does not read.
        var refused = RosewoodProcess.Run("Get-StaffAbsence", "-Workspace", Workspace, "-As", "Json");
        refused.ExitCode.ShouldBe(1);
        JsonDocument.Parse(refused.Error).RootElement.GetProperty("Id").GetString().ShouldBe("OperatorNotAuthorised");
    }

    private JsonElement Run(params string[] args)
    {
        var run = RosewoodProcess.Run([.. args, "-Workspace", Workspace, "-As", "Json", "-Confirm:$false"]);
        run.ExitCode.ShouldBe(0, run.Error);
        return JsonDocument.Parse(run.Out).RootElement[0];
    }
}
