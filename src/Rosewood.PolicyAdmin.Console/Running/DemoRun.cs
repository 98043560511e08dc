using System.Text;
using Rosewood.PolicyAdmin.Samples;

namespace Rosewood.PolicyAdmin.Console.Running;

/// <summary><c>rosewood demo [-Path DIR]</c>: the engine's demo, whose commands go through this program's own binder.</summary>
internal static class DemoRun
{
    private const string Hint = "rosewood demo [-Path DIR]";

    /// <param name="words">What follows the word demo.</param>
    /// <param name="streams">The surroundings.</param>
    /// <param name="run">Runs a command line of this program.</param>
    public static ExitCode Run(IReadOnlyList<string> words, ConsoleStreams streams, Func<IReadOnlyList<string>, ExitCode> run)
    {
        var folder = Folder(words);
        using var output = new StreamWriter(streams.Out, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        return (ExitCode)Demo.Run(folder, arguments => (int)run(arguments), output, CancellationToken.None);
    }

    private static string Folder(IReadOnlyList<string> words) => words switch
    {
        [] => Demo.DefaultFolder,
        [var name, { Length: > 0 } path] when name.Length > 1 && "-Path".StartsWith(name, StringComparison.OrdinalIgnoreCase) => path,
        [{ Length: > 0 } path] when path[0] != '-' => path,
        _ => throw new UsageException("The demo takes a folder and nothing else.", Hint),
    };
}
