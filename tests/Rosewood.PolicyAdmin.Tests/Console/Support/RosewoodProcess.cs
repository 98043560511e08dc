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

    public static Result RunProgram(string program, string? input, string[] args)
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
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        if (input is not null)
        {
            process.StandardInput.Write(input);
        }

        process.StandardInput.Close();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} did not end.");
        }

        return new Result(process.ExitCode, output.Result, error.Result);
    }
}
