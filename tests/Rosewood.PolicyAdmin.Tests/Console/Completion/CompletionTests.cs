using Rosewood.PolicyAdmin.Cmdlets.Completion;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Commands.Completion;
using Rosewood.PolicyAdmin.Console.Completion;
using Rosewood.PolicyAdmin.Console.Syntax;
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
    public void The_squid_helper_completes_with_all_that_it_takes() =>
        Completed("squid-helper", "-").ShouldBe(["-Snapshot", "-NoConcurrency", "-Tunnels", "-TunnelLimit"]);

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

    [Theory]
    [InlineData("Grant-SocialMediaAccess -User ao", "Aoife Ní Dhonnchadha")]
    [InlineData("Grant-SocialMediaAccess -User dep", "DeputyHead")]
    [InlineData("Grant-SocialMediaAccess -User a.n", "a.nidhonnchadha")]
    [InlineData("Grant-SocialMediaAccess -User Dhonn", "")]
    [InlineData("Grant-SocialMediaAccess -User head,ao", "head,Aoife Ní Dhonnchadha")]
    [InlineData("Grant-SocialMediaAccess -User:ao", "-User:Aoife Ní Dhonnchadha")]
    [InlineData("Revoke-SocialMediaAccess G", "G-0001")]
    [InlineData("Revoke-SocialMediaAccess -Reason x G", "G-0001")]
    [InlineData("Revoke-SocialMediaAccess -WhatIf G", "G-0001")]
    [InlineData("Revoke-SocialMediaAccess -Reason G", "")]
    [InlineData("Get-SocialMediaService fac", "Facebook")]
    public void Values_that_the_workspace_knows_complete_by_name_or_place(string line, string expected)
    {
        KnownValue[] values = [new("Aoife Ní Dhonnchadha", "", ["a.nidhonnchadha", "DeputyHead"]), new("G-0001", ""), new("Facebook", "")];
        var completer = new WordCompleter(CommandCatalog.Shipped(), (_, typed, _) => [.. values.Where(v => v.Fit(typed) is not null)]);
        string.Join('\n', completer.Complete(line.Split(' '))).ShouldBe(expected);
    }

    [Theory]
    [InlineData("Get-SocialMediaService -Workspace /a/b Fa", "/a/b")]
    [InlineData("Get-SocialMediaService -Works:/a/b Fa", "/a/b")]
    [InlineData("Get-SocialMediaService Fa", null)]
    public void The_workspace_on_the_line_is_asked(string line, string? expected)
    {
        string? asked = "none";
        var completer = new WordCompleter(CommandCatalog.Shipped(), (kind, _, workspace) =>
        {
            kind.ShouldBe(KnownValueKind.Service);
            asked = workspace;
            return [];
        });
        completer.Complete(line.Split(' ')).ShouldBeEmpty();
        asked.ShouldBe(expected);
    }

    [Fact]
    public void Every_completer_of_the_module_completes_here_too()
    {
        var catalog = CommandCatalog.Shipped();
        var kinds = CommandTable.All.SelectMany(c => catalog.SyntaxOf(c).Parameters).Select(static p => p.Names).OfType<KnownValueKind>().Distinct();
        kinds.Order().ShouldBe(Enum.GetValues<KnownValueKind>());
        typeof(ValueCompleter).Assembly.GetTypes().Count(static t => t.BaseType == typeof(ValueCompleter)).ShouldBe(Enum.GetValues<KnownValueKind>().Length);
    }

    [Fact]
    public void An_unknown_shell_is_wrong_usage()
    {
        using var run = new ConsoleRun();
        run.Run("completion", "fish").ShouldBe(2);
        run.Error.ShouldContain("bash, zsh or pwsh");
    }
}
