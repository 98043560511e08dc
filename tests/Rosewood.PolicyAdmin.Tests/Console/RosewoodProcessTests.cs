using System.Text.Json;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Console;
using Rosewood.PolicyAdmin.Console.Syntax;
using Rosewood.PolicyAdmin.Tests.Console.Support;

namespace Rosewood.PolicyAdmin.Tests.Console;

/// <summary>The built program, as people and scripts start it.</summary>
public sealed class RosewoodProcessTests
{
    [Fact]
    public void Help_lists_every_command()
    {
        var run = RosewoodProcess.Run("help");
        run.ExitCode.ShouldBe(0);
        run.Error.ShouldBe("");
        CommandTable.All.ShouldAllBe(c => run.Out.Contains($"\n  {c.Name} ", StringComparison.Ordinal));
    }

    [Fact]
    public void Help_tells_of_every_command()
    {
        // In this process, which is the same program: a process for each takes most of a minute.
        var shipped = CommandCatalog.Shipped();
        foreach (var command in CommandTable.All)
        {
            using var run = new ConsoleRun();
            ((int)new RosewoodConsole(shipped, run.Streams(), CommandRunner.RunAsync).Run(["help", command.Name])).ShouldBe(0, command.Name);
            run.Out.ShouldContain($"rosewood {command.Name}");
            run.Out.ShouldContain("-Workspace <string>\n      The workspace's folder;");
        }

        var last = CommandTable.All[^1].Name;
        var process = RosewoodProcess.Run("help", last);
        process.ExitCode.ShouldBe(0, process.Error);
        process.Out.ShouldContain($"rosewood {last}");
    }

    [Fact]
    public void A_command_without_a_workspace_answers_in_json_and_with_exit_code_0()
    {
        var run = RosewoodProcess.Run("get-socialmediaservice", "Facebook", "-As", "Json");
        run.ExitCode.ShouldBe(0, run.Error);
        JsonDocument.Parse(run.Out).RootElement[0].GetProperty("Name").GetString().ShouldBe("Facebook");
    }

    [Fact]
    public void Objects_are_piped_from_one_command_into_the_next()
    {
        var first = RosewoodProcess.Run("Get-SocialMediaService", "Facebook,YouTube", "-As", "Json");
        var second = RosewoodProcess.Run(first.Out, ["Get-SocialMediaService", "-InputJson", "-", "-As", "Csv"]);
        second.ExitCode.ShouldBe(0, second.Error);
        second.Out.Split("\r\n").Count(l => l.StartsWith("Facebook,", StringComparison.Ordinal) || l.StartsWith("YouTube,", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public void A_fault_has_exit_code_1_and_is_one_json_object_where_json_is_asked_for()
    {
        var run = RosewoodProcess.Run("Get-PolicyPerson", "-As", "Json");
        run.ExitCode.ShouldBe(1);
        run.Out.ShouldBe("[]\n");
        JsonDocument.Parse(run.Error).RootElement.GetProperty("Id").GetString().ShouldBe("WorkspaceNotFound");
    }

    [Theory]
    [InlineData("no-such-command")]
    [InlineData("Get-PolicyPerson", "-NoSuch", "x")]
    [InlineData("Get-SocialMediaService", "-Kind", "Nonsense")]
    public void Wrong_usage_has_exit_code_2(params string[] words)
    {
        var run = RosewoodProcess.Run(words);
        run.ExitCode.ShouldBe(2);
        run.Out.ShouldBe("");
        run.Error.ShouldContain("\nTry: rosewood help");
        run.Error.ShouldNotContain('\e');
    }

    [Fact]
    public void A_closed_pipe_ends_it_quietly()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var run = RosewoodProcess.RunProgram("/bin/sh", null, ["-c", "rosewood Get-SocialMediaService -As List | head -n 1; rosewood help | head -n 1 > /dev/null"]);
        run.Error.ShouldBe("");
        run.ExitCode.ShouldBe(0);
    }

    [Fact]
    public void A_full_disk_is_a_fault_and_no_closed_pipe()
    {
        if (!File.Exists("/dev/full"))
        {
            OperatingSystem.IsLinux().ShouldBeFalse();
            return;
        }

        var run = RosewoodProcess.RunProgram("/bin/sh", null, ["-c", "rosewood Get-SocialMediaService -As Csv > /dev/full"]);
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("[DiskFull]");
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public void An_interrupt_ends_it_with_exit_code_130(string signal)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var process = RosewoodProcess.Start(RosewoodProcess.Program, ["Get-SocialMediaService", "-InputJson", "-", "-Verbose", "-As", "Json"]);
        // The first line comes when it listens for signals; then it waits for input that never comes.
        process.StandardError.ReadLine().ShouldNotBeNull().ShouldStartWith("verbose: Get-SocialMediaService as ");
        RosewoodProcess.RunProgram("/bin/sh", null, ["-c", $"kill -{signal} {process.Id}"]).ExitCode.ShouldBe(0);
        RosewoodProcess.WaitFor(process);
        process.ExitCode.ShouldBe(130);
        process.StandardOutput.ReadToEnd().ShouldBe("[]\n");
    }

    [Fact]
    public void Output_appended_to_a_file_stays_in_order()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var file = Path.GetTempFileName();
        try
        {
            RosewoodProcess.RunProgram("/bin/sh", null, ["-c", $"(rosewood --version; rosewood Get-SocialMediaService Facebook -As Csv; rosewood --version) > '{file}'"]).ExitCode.ShouldBe(0);
            var lines = File.ReadAllLines(file);
            lines[0].ShouldStartWith("rosewood ");
            lines[1].ShouldStartWith("Name,");
            lines[^1].ShouldBe(lines[0]);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("rosewood get-socialmedias", "Get-SocialMediaService")]
    [InlineData("rosewood Get-SocialMediaService -Ki", "-Kind")]
    [InlineData("rosewood Get-SocialMediaService -Kind Web", "WebMail")]
    [InlineData("rosewood Get-SocialMediaService -Kind:Web", "WebMail")]
    [InlineData("rosewood Get-SocialMediaService -Kind=Web", "WebMail")]
    [InlineData("rosewood help Get-SocialMediaS", "Get-SocialMediaService")]
    [InlineData("rosewood Get-SocialMediaService Instag", "Instagram")]
    [InlineData("rosewood Get-SocialMediaService Facebook,Instag", "Facebook,Instagram")]
    [InlineData("rosewood Get-SocialMediaService 'Facebook M", "")]
    [InlineData("rosewood Get-SocialMediaService Facebook\\ M", "Facebook\\ Messenger")]
    public void Bash_completes_with_the_script_that_it_prints(string line, string expected)
    {
        if (!File.Exists("/bin/bash"))
        {
            return;
        }

        // Bash itself cuts the line into words at white space, ':' and '='.
        const string Script = """
            source <(rosewood completion bash)
            COMP_LINE="$1"; COMP_POINT=${#1}
            IFS=$'\n' read -r -d '' -a COMP_WORDS < <(printf '%s\n' "$1" | sed -E 's/([:=])/ \1 /g; s/\\ /\x01/g' | tr -s ' ' '\n' | sed 's/\x01/\\ /g'; printf '\0')
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _rosewood
            printf '%s\n' "${COMPREPLY[@]}"
            """;
        var run = RosewoodProcess.RunProgram("/bin/bash", null, ["-c", Script, "bash", line]);
        run.Error.ShouldBe("");
        run.Out.Trim().ShouldBe(expected);
    }
}
