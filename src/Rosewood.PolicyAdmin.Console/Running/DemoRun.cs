using System.Text;
using Rosewood.PolicyAdmin.Console.Binding;
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
        [var word, { Length: > 0 } path] when IsPath(ArgumentToken.Read(word)) => path,
        [var word] when ArgumentToken.Read(word) is { Value: { Length: > 0 } path } token && IsPath(token with { Value = null }) => path,
        [{ Length: > 0 } path] when ArgumentToken.Read(path) is null => path,
        _ => throw new UsageException("The demo takes a folder and nothing else.", Hint),
    };

    private static bool IsPath(ArgumentToken? token) =>
        token is { Value: null, Name: { Length: > 0 } name } && "Path".StartsWith(name, StringComparison.OrdinalIgnoreCase);
}
