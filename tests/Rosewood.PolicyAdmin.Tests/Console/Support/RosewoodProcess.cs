using System.Diagnostics;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.Console.Support;

/// <summary>Runs the built program.</summary>
internal static class RosewoodProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public sealed record Result(int ExitCode, string Out, string Error);

    public static Result Run(params string[] args) => Run(input: null, args);

    public static Result Run(string? input, string[] args) => RunProgram(Repository.Rosewood, input, args);

    /// <summary>The built program's path.</summary>
    public static string Program => Repository.Rosewood;

    public static Result RunProgram(string program, string? input, string[] args)
    {
        using var process = Start(program, args);
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        if (input is not null)
        {
            process.StandardInput.Write(input);
        }

        process.StandardInput.Close();
        WaitFor(process);
        return new Result(process.ExitCode, output.Result, error.Result);
    }

    /// <summary>Starts a program that finds the built one on its path, and no workspace.</summary>
    public static Process Start(string program, string[] args)
    {
        var start = new ProcessStartInfo(program, args)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            StandardErrorEncoding = System.Text.Encoding.UTF8,
        };
        start.Environment["ROSEWOOD_WORKSPACE"] = Path.Combine(Path.GetTempPath(), "rosewood-no-such-workspace");
        start.Environment["PATH"] = Repository.ConsoleFolder + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        return Process.Start(start)!;
    }

    /// <summary>Waits for its end; one that hangs is ended and fails the test.</summary>
    public static void WaitFor(Process process)
    {
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{process.StartInfo.FileName} did not end.");
        }
    }
}
