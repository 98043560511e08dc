using System.Diagnostics;
using System.Text;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Enforcement;

/// <summary>Runs a target's own programs (checkers, reload commands) without a shell, bounded in time and output.</summary>
internal static class ToolRunner
{
    /// <summary>How much of a program's output is kept unless told, in characters.</summary>
    public const int MostOutput = 16 * 1024;

    private static readonly string[] MoreFolders = ["/usr/sbin", "/sbin", "/usr/local/sbin", "/usr/local/bin"];

    /// <summary>A program's path: as given when it has a folder, else from PATH and the system's folders; null when it is not installed.</summary>
    public static string? Find(string program)
    {
        ArgumentNullException.ThrowIfNull(program);
        if (Path.IsPathRooted(program))
        {
            return File.Exists(program) ? program : null;
        }

        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        string[] names = OperatingSystem.IsWindows() ? [program, program + ".exe", program + ".cmd"] : [program];
        return folders.Concat(OperatingSystem.IsWindows() ? [] : MoreFolders)
            .SelectMany(folder => names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
    }

    /// <summary>Runs a program to its end.</summary>
    /// <param name="program">What <see cref="Find"/> takes.</param>
    /// <param name="arguments">Its arguments, each as it stands.</param>
    /// <param name="timeout">After this it is ended with its children.</param>
    /// <param name="cancellationToken">Ends it too.</param>
    /// <param name="mostOutput">How many characters of its output are kept: the last ones.</param>
    /// <exception cref="FaultException"><c>ProgramNotFound</c>, <c>ProgramTimedOut</c>.</exception>
    public static async Task<ToolResult> RunAsync(string program, IReadOnlyList<string> arguments, TimeSpan timeout, CancellationToken cancellationToken, int mostOutput = MostOutput)
    {
        var path = Find(program) ?? throw EnforcementFaults.ProgramNotFound(program).ToException();
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(path, arguments) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, CreateNoWindow = true },
        };
        var output = new StringBuilder();
        var isCut = false;
        process.OutputDataReceived += (_, e) => Keep(e.Data);
        process.ErrorDataReceived += (_, e) => Keep(e.Data);
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);
        try
        {
            await process.WaitForExitAsync(limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            throw EnforcementFaults.ProgramTimedOut(program, timeout).ToException();
        }

        lock (output)
        {
            return new ToolResult(process.ExitCode, output.ToString().Trim(), isCut);
        }

        void Keep(string? line)
        {
            lock (output)
            {
                if (line is null)
                {
                    return;
                }

                // Checkers say what they read first, and what is wrong last.
                output.AppendLine(PlainText.Clean(PlainText.Shorten(line, MostOutput)));
                if (output.Length > mostOutput)
                {
                    output.Remove(0, output.Length - mostOutput);
                    isCut = true;
                }
            }
        }
    }
}

/// <summary>How a program ended.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it printed on both streams, or the end of that.</param>
/// <param name="IsCut">Whether its beginning was not kept.</param>
internal sealed record ToolResult(int ExitCode, string Output, bool IsCut = false);
