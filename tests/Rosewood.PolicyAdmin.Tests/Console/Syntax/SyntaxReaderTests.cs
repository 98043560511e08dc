using Rosewood.PolicyAdmin.Console.Help;
using Rosewood.PolicyAdmin.Tests.Console.Support;

namespace Rosewood.PolicyAdmin.Tests.Console.Syntax;

public sealed class SyntaxReaderTests
{
    [Fact]
    public void A_commands_syntax_is_read_from_its_cmdlets_attributes()
    {
        var syntax = ConsoleRun.Syntax("Set-FakeThing");

        syntax.Name.ShouldBe("Set-FakeThing");
        syntax.RequestType.ShouldBe(typeof(SetFakeThing));
        syntax.OutputType.ShouldBe(typeof(FakeOutput));
        syntax.SupportsShouldProcess.ShouldBeTrue();
        syntax.AsksByDefault.ShouldBeFalse();
        syntax.Sets.ShouldBe([null]);
        syntax.Parameters.ShouldNotContain(p => p.IsNamed("NoParameter"));
        var user = syntax.Parameters.Single(p => p.IsNamed("User"));
        user.Aliases.ShouldBe(["Person", "Who"]);
        user.IsList.ShouldBeTrue();
        user.IsMandatoryIn(null).ShouldBeTrue();
        user.PositionIn(null).ShouldBe(0);
        (user.FromPipeline, user.FromPipelineByName).ShouldBe((true, true));
        syntax.Parameters.Single(p => p.IsNamed("Force")).IsSwitch.ShouldBeTrue();
        syntax.Parameters.Single(p => p.IsNamed("Flag")).IsSwitch.ShouldBeFalse();
        syntax.Parameters.Single(p => p.IsNamed("Mode")).KnownValues.ShouldBe(["Fast", "Slow"]);
        syntax.Parameters.Single(p => p.IsNamed("Colours")).KnownValues.ShouldBe(["Red", "Green"]);
    }

    [Fact]
    public void Parameter_sets_come_with_the_default_one_first()
    {
        var syntax = ConsoleRun.Syntax("Remove-FakeThing");

        syntax.Sets.ShouldBe(["ByUser", "ById"]);
        syntax.AsksByDefault.ShouldBeTrue();
        var note = syntax.Parameters.Single(p => p.IsNamed("Note"));
        (note.PositionIn("ByUser"), note.PositionIn("ById")).ShouldBe((1, 0));
        syntax.Parameters.Single(p => p.IsNamed("Rest")).TakesRemainingIn("ById").ShouldBeTrue();
    }

    [Fact]
    public void The_syntax_line_is_written_as_powershell_writes_it() =>
        SyntaxText.Line(ConsoleRun.Syntax("Remove-FakeThing"), "ById")
            .ShouldBe("Remove-FakeThing [[-Note] <string>] -Id <string> [-Rest <string[]>] [-WhatIf] [-Confirm]");
}
