using System.Text.Json;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Tests.Console.Support;

namespace Rosewood.PolicyAdmin.Tests.Console.Running;

public sealed class CommandExecutionTests
{
    private static readonly Fault Trouble = new("FakeTrouble", FaultKind.Conflict, "t\e[31m", "It did not work. Try \"again\".");

    [Fact]
    public void A_fault_is_a_sentence_on_standard_error_and_exit_code_1()
    {
        using var run = new ConsoleRun { Handler = (_, _) => throw Trouble.ToException() };
        run.Run("Set-FakeThing", "a").ShouldBe(1);
        run.Out.ShouldBe("");
        run.Error.ShouldBe("error: It did not work. Try \"again\". [FakeTrouble]\n");
    }

    [Fact]
    public void Under_json_a_fault_is_one_object_and_the_output_stays_an_array()
    {
        using var run = new ConsoleRun { Handler = (_, sink) => { sink.Write("first"); throw Trouble.ToException(); } };
        run.Run("Set-FakeThing", "a", "-As:json").ShouldBe(1);
        JsonDocument.Parse(run.Out).RootElement.GetArrayLength().ShouldBe(1);
        var fault = JsonDocument.Parse(run.Error).RootElement;
        fault.EnumerateObject().Select(p => (p.Name, p.Value.GetString())).ShouldBe(
            [("Id", "FakeTrouble"), ("Kind", "Conflict"), ("Target", "t\e[31m"), ("Message", "It did not work. Try \"again\".")]);
        run.Error.ShouldNotContain('\e');
    }

    [Fact]
    public void A_time_that_can_not_be_read_is_such_a_fault_too()
    {
        using var run = new ConsoleRun();
        run.Run("Set-FakeThing", "a", "-Until", "soon", "-As", "Json").ShouldBe(1);
        JsonDocument.Parse(run.Error).RootElement.GetProperty("Id").GetString().ShouldBe("TimeInvalid");
    }

    [Fact]
    public void Reported_faults_let_the_command_go_on_and_the_exit_code_is_1()
    {
        using var run = new ConsoleRun { Handler = (_, sink) => { sink.Report(Trouble); sink.Report(Trouble); sink.Write("after"); } };
        run.Run("Set-FakeThing", "a").ShouldBe(1);
        run.Out.ShouldBe("after\n");
        run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(2);
    }

    [Fact]
    public void Wrong_usage_is_one_line_and_a_hint_and_exit_code_2()
    {
        using var run = new ConsoleRun();
        run.Run("Set-FakeThing", "-Usr", "a").ShouldBe(2);
        run.Error.ShouldBe("rosewood: Set-FakeThing has no parameter -Usr. Did you mean -User?\nTry: rosewood help Set-FakeThing\n");
        run.Requests.ShouldBeEmpty();
        run.Out.ShouldBe("");
    }

    [Theory]
    [InlineData("Set-FakeThng", "'Set-FakeThng' is no command. Did you mean Set-FakeThing")]
    [InlineData("-User", "The command comes first")]
    [InlineData("\e[31m", "'␛[31m' is no command.")]
    [InlineData("", "'' is no command.")]
    public void An_unknown_command_is_wrong_usage(string command, string message)
    {
        using var run = new ConsoleRun();
        run.Run(command).ShouldBe(2);
        run.Error.ShouldContain(message);
    }

    [Theory]
    [InlineData("set-fakething")]
    [InlineData("SET-FAKETHING")]
    [InlineData("Set")]
    [InlineData("se")]
    public void A_command_may_be_shortened_while_unambiguous(string command)
    {
        using var run = new ConsoleRun();
        run.Run(command, "a").ShouldBe(0);
        run.Requests.ShouldHaveSingleItem().ShouldBeOfType<SetFakeThing>();
    }

    [Fact]
    public void An_unexpected_error_is_a_sentence_and_no_stack_trace()
    {
        using var run = new ConsoleRun { Handler = (_, _) => throw new InvalidOperationException("odd") };
        run.Run("Set-FakeThing", "a").ShouldBe(1);
        run.Error.ShouldContain("odd");
        run.Error.ShouldNotContain("   at ");
        run.Error.ShouldContain("[Unexpected]");
    }

    [Fact]
    public void Verbose_shows_developers_the_cause()
    {
        using var run = new ConsoleRun { Handler = (_, _) => throw Trouble.ToException(new InvalidOperationException("deep")) };
        run.Run("Set-FakeThing", "a", "-Verbose").ShouldBe(1);
        run.Error.ShouldContain("deep");
    }

    [Fact]
    public void Verbose_fails_no_command_that_runs_without_it()
    {
        foreach (string[] more in (string[][])[[], ["-Verbose"]])
        {
            using var run = new ConsoleRun();
            run.Run(["Set-FakeThing", "a", "-Workspace", "x\0y", .. more]).ShouldBe(0, run.Error);
        }
    }

    [Fact]
    public void Whatif_says_what_would_be_done_and_does_nothing()
    {
        var agreed = true;
        using var run = new ConsoleRun { Handler = (_, sink) => agreed = sink.ShouldProcess("Dee Puty", "Grant access") };
        run.Run("Set-FakeThing", "a", "-WhatIf").ShouldBe(0);
        agreed.ShouldBeFalse();
        run.Error.ShouldBe("What if: Performing the operation \"Grant access\" on target \"Dee Puty\".\n");
        run.Out.ShouldBe("");
    }

    [Theory]
    [InlineData(true, 3)]
    [InlineData(false, 0)]
    public void Whatif_with_something_to_do_is_told_by_the_exit_code_where_the_command_says_so(bool tells, int exitCode)
    {
        using var run = new ConsoleRun { TellsPending = tells, Handler = (_, sink) => sink.ShouldProcess("proxy", "Publish 3 files") };
        run.Run("Set-FakeThing", "a", "-WhatIf").ShouldBe(exitCode);
    }

    [Fact]
    public void Whatif_with_nothing_to_do_is_done_and_a_fault_stays_a_fault()
    {
        using var nothing = new ConsoleRun { TellsPending = true };
        nothing.Run("Set-FakeThing", "a", "-WhatIf").ShouldBe(0);
        using var fault = new ConsoleRun { TellsPending = true, Handler = (_, sink) => { sink.ShouldProcess("proxy", "Publish"); sink.Report(Trouble); } };
        fault.Run("Set-FakeThing", "a", "-WhatIf").ShouldBe(1);
        using var done = new ConsoleRun { TellsPending = true, Handler = (_, sink) => sink.ShouldProcess("proxy", "Publish") };
        done.Run("Set-FakeThing", "a").ShouldBe(0);
    }

    [Theory]
    [InlineData("y", true, 0)]
    [InlineData("YES", true, 0)]
    [InlineData("n", false, 3)]
    [InlineData(null, false, 3)]
    public void A_person_who_is_asked_decides(string? answer, bool expected, int exitCode)
    {
        var agreed = !expected;
        using var run = new ConsoleRun
        {
            Terminal = true,
            Answers = new Queue<string>(answer is null ? [] : ["", "what?", answer]),
            Handler = (_, sink) => agreed = sink.ShouldProcess("t", "a"),
        };
        run.Run("Set-FakeThing", "x", "-Confirm").ShouldBe(exitCode);
        agreed.ShouldBe(expected);
    }

    [Theory]
    [InlineData("a", new[] { true, true, true }, 0)]
    [InlineData("l", new[] { false, false, false }, 3)]
    public void One_answer_can_count_for_all(string answer, bool[] expected, int exitCode)
    {
        var agreed = new List<bool>();
        using var run = new ConsoleRun
        {
            Terminal = true,
            Answers = new Queue<string>([answer]),
            Handler = (_, sink) => agreed.AddRange([sink.ShouldProcess("1", "a"), sink.ShouldProcess("2", "a"), sink.ShouldProcess("3", "a")]),
        };
        run.Run("Set-FakeThing", "x", "-Confirm").ShouldBe(exitCode);
        agreed.ShouldBe(expected);
    }

    [Fact]
    public void A_change_of_high_impact_asks_and_nobody_there_is_a_fault()
    {
        using var run = new ConsoleRun { Handler = (_, sink) => sink.ShouldProcess("t", "Remove it") };
        run.Run("Remove-FakeThing", "x").ShouldBe(1);
        run.Error.ShouldContain("-Confirm:false");
        run.Run("Remove-FakeThing", "x", "-Confirm:false").ShouldBe(0);
    }

    [Fact]
    public void Each_problem_of_a_fault_has_a_line_that_can_not_pass_for_another_message()
    {
        using var run = new ConsoleRun { Handler = (_, _) => throw new Fault("FileBad", FaultKind.InvalidArgument, "a.csv", "a.csv has 2 problems.\na.csv:2:1: x\nerror: y\r").ToException() };
        run.Run("Set-FakeThing", "x").ShouldBe(1);
        run.Error.ShouldBe("error: a.csv has 2 problems.\n  a.csv:2:1: x\n  error: y␍ [FileBad]\n");
    }

    [Fact]
    public void Warnings_go_to_standard_error_unless_quiet()
    {
        using var run = new ConsoleRun { Handler = (_, sink) => sink.Warn("care\nful") };
        run.Run("Set-FakeThing", "x").ShouldBe(0);
        run.Error.ShouldBe("warning: care␊ful\n");
        run.Run("Set-FakeThing", "x", "-Quiet").ShouldBe(0);
        run.Error.ShouldBe("warning: care␊ful\n");
    }

    [Fact]
    public void Progress_is_a_bar_on_a_terminal_and_is_gone_before_other_lines()
    {
        using var run = new ConsoleRun
        {
            Terminal = true,
            Handler = (_, sink) => { sink.Progress(new CommandProgress("Importing", 50, 100, "9 MB/s")); sink.Warn("w"); },
        };
        run.Run("Set-FakeThing", "x");
        run.Error.ShouldBe("\r\e[KImporting  ━━━━━━━━━━━━────────────  50%  9 MB/s\r\e[Kwarning: w\n");
    }

    [Fact]
    public void Progress_is_nothing_where_there_is_no_terminal()
    {
        using var run = new ConsoleRun { Handler = (_, sink) => sink.Progress(new CommandProgress("Importing", 50, 100, "")) };
        run.Run("Set-FakeThing", "x");
        run.Error.ShouldBe("");
    }
}
