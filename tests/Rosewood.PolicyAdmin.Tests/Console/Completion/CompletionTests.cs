using Rosewood.PolicyAdmin.Tests.Console.Support;

namespace Rosewood.PolicyAdmin.Tests.Console.Completion;

public sealed class CompletionTests
{
    private static string[] Completed(params string[] words)
    {
        using var run = new ConsoleRun();
        run.Run(["__complete", .. words]).ShouldBe(0);
        return run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    [Fact]
    public void Commands_complete_in_any_case()
    {
        Completed("se").ShouldBe(["Set-FakeThing"]);
        Completed("").ShouldContain(w => w.Equals("help", StringComparison.Ordinal));
        Completed("help", "rem").ShouldBe(["Remove-FakeThing"]);
        Completed("completion", "").ShouldBe(["bash", "zsh", "pwsh"]);
    }

    [Fact]
    public void Parameters_complete_with_the_common_ones()
    {
        Completed("Set-FakeThing", "-Co").ShouldBe(["-Colour", "-Colours", "-Count", "-Confirm"]);
        Completed("Get-FakeThing", "-W").ShouldBe(["-Workspace"]);
    }

    [Fact]
    public void Values_complete_where_they_are_known()
    {
        Completed("Set-FakeThing", "-Colour", "").ShouldBe(["Red", "Green"]);
        Completed("Set-FakeThing", "-Colour:g").ShouldBe(["-Colour:Green"]);
        Completed("Set-FakeThing", "-Colours", "Red,g").ShouldBe(["Red,Green"]);
        Completed("Set-FakeThing", "-As", "j").ShouldBe(["Json"]);
        Completed("Set-FakeThing", "-Mode", "s").ShouldBe(["Slow"]);
        Completed("Set-FakeThing", "-Reason", "").ShouldBeEmpty();
        Completed("Set-FakeThing", "-Force", "").ShouldBeEmpty();
        Completed("no-such", "-x").ShouldBeEmpty();
    }

    [Fact]
    public void An_unknown_shell_is_wrong_usage()
    {
        using var run = new ConsoleRun();
        run.Run("completion", "fish").ShouldBe(2);
        run.Error.ShouldContain("bash, zsh or pwsh");
    }
}
