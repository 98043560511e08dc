using System.Text.Json;
using Rosewood.PolicyAdmin.Tests.Console.Support;

namespace Rosewood.PolicyAdmin.Tests.Console;

/// <summary>The main job through the built program, with the account that runs the tests and a store of its own.</summary>
public sealed class MainJobProcessTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "rosewood-demo-" + Guid.NewGuid().ToString("N"));

    private string Workspace => Path.Combine(_folder, "workspace");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_demo_runs_from_an_empty_folder_to_the_report()
    {
        var demo = RosewoodProcess.Run("demo", "-Path=" + _folder);
        demo.ExitCode.ShouldBe(0, demo.Error);
        var report = demo.Out.TrimEnd().Split('\n')[^1].Trim();
        File.ReadAllText(report).ShouldContain("Social media policy");

        // What it left behind is a workspace that goes on working.
        var grants = Results("Get-SocialMediaAccess", "-IncludeEnded");
        grants.Count.ShouldBe(7);
        Run("Grant-SocialMediaAccess", "head", "-WhatIf").ExitCode.ShouldBe(0);
        Results("Get-SocialMediaAccess", "-IncludeEnded").Count.ShouldBe(grants.Count);
        var again = Results("Import-FirewallLog", Path.Combine(_folder, "logs", "access.log"), Path.Combine(_folder, "logs", "access.log.1.gz"));
        again.Select(i => i.GetProperty("Lines").GetInt64()).ShouldBe([0, 0]);
        Results("Test-PolicyAudit")[0].GetProperty("Intact").GetBoolean().ShouldBeTrue();

        // One command's output binds to the next as in a PowerShell pipeline.
        var waiting = Run("Get-SocialMediaAccess", "-Active", "-User", "deputy", "-As", "Json").Out;
        var revoked = RosewoodProcess.Run(waiting, ["Revoke-SocialMediaAccess", "-InputJson", "-", "-As", "Json", "-Workspace", Workspace]);
        revoked.ExitCode.ShouldBe(0, revoked.Error);
        JsonDocument.Parse(revoked.Out).RootElement[0].GetProperty("Status").GetString().ShouldBe("Revoked");
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_a_fault_without_a_stack_trace()
    {
        Directory.CreateDirectory(_folder);
        var file = Path.Combine(_folder, "file");
        File.WriteAllText(file, "");

        var demo = RosewoodProcess.Run("demo", Path.Combine(file, "below"));

        demo.ExitCode.ShouldBe(1);
        demo.Error.ShouldStartWith("error: ");
        demo.Error.ShouldNotContain("   at ");
    }

    private RosewoodProcess.Result Run(params string[] args) => RosewoodProcess.Run([.. args, "-Workspace", Workspace]);

    private List<JsonElement> Results(params string[] args)
    {
        var run = Run([.. args, "-As", "Json"]);
        run.ExitCode.ShouldBe(0, run.Error);
        return [.. JsonDocument.Parse(run.Out).RootElement.EnumerateArray()];
    }
}
