using System.Text;
using System.Text.RegularExpressions;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Console;
using Rosewood.PolicyAdmin.Console.Syntax;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.Conformance.Examples;

/// <summary>A folder with a workspace and with the files that examples name, in which lines of examples run through the console.</summary>
internal sealed partial class ExampleSchool : IDisposable
{
    public const string Account = "o.perrin";
    private static readonly CommandCatalog Catalog = CommandCatalog.Shipped();
    private static readonly TimeSpan FollowFor = TimeSpan.FromMilliseconds(300);

    private readonly string _folder;
    private readonly FixedClock _clock = new(ExamplePreparation.Shared.Today);

    private ExampleSchool(string folder) => _folder = folder;

    /// <summary>A result of the console.</summary>
    public sealed record Outcome(int ExitCode, string Out, string Error);

    /// <summary>A school of a prepared folder, which is copied.</summary>
    public static ExampleSchool CopyOf(string folder)
    {
        var copy = Directory.CreateTempSubdirectory("rosewood-example-").FullName;
        Copy(folder, copy);
        return new ExampleSchool(copy);
    }

    /// <summary>A school in a folder as it is.</summary>
    public static ExampleSchool In(string folder) => new(folder);

    /// <summary>Runs a line; it may begin with an account and a colon.</summary>
    public Outcome RunBefore(string line, IReadOnlyList<string> answers) =>
        line.Split(": ", 2) is [var account, var rest] && !account.Contains(' ', StringComparison.Ordinal) ? Run(rest, account, answers) : Run(line, Account, answers);

    /// <summary>Runs a line of the help.</summary>
    public Outcome Run(string line, string account, IReadOnlyList<string> answers)
    {
        foreach (var (place, here) in ExamplePreparation.Shared.Places)
        {
            line = line.Replace(place, Path.Combine(_folder, here) + '/', StringComparison.Ordinal);
        }

        var outcome = new Outcome(0, "", "");
        var stages = line.Split(" | ");
        for (var i = 0; i < stages.Length && outcome.ExitCode == 0; i++)
        {
            var words = Words().Matches(stages[i]).Select(static m => m.Value.Replace("'", "", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal)).ToList();
            words.AddRange(i > 0 ? ["-InputJson", "-"] : []);
            words.AddRange(i < stages.Length - 1 ? ["-As", "Json"] : []);
            outcome = RunStage(words, outcome.Out, account, new Queue<string>(answers));
        }

        return outcome;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Outcome RunStage(List<string> words, string input, string account, Queue<string> answers)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        var streams = new ConsoleStreams
        {
            Out = output,
            Error = error,
            In = () => new MemoryStream(Encoding.UTF8.GetBytes(input)),
            ReadAnswer = () => answers.TryDequeue(out var answer) ? answer : "Y",
            ReadSecret = () => answers.TryDequeue(out var answer) ? answer : null,
            InIsTerminal = true,
        };
        var follows = words.Contains("-Follow", StringComparer.Ordinal);
        var code = (int)new RosewoodConsole(Catalog, streams, (r, h, s, c) => RunRequestAsync(r, new CommandHost(Here(h.WorkspacePath ?? "workspace"), _clock, account), s, follows, c)).Run(words);
        return new Outcome(code, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }

    /// <summary>As the program would in this folder, at the moment of the examples, with an account that the roster knows.</summary>
    private async Task RunRequestAsync(PolicyRequest request, CommandHost host, ICommandSink sink, bool follows, CancellationToken cancellationToken)
    {
        foreach (var property in request.GetType().GetProperties().Where(static p => p.IsDefined(typeof(FilePathAttribute), inherit: true)))
        {
            property.SetValue(request, property.GetValue(request) switch
            {
                string { Length: > 0 } path => Here(path),
                string[] paths => paths.Select(Here).ToArray(),
                var other => other,
            });
        }

        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (follows)
        {
            cancellation.CancelAfter(FollowFor);
        }

        try
        {
            await CommandRunner.RunAsync(request, host, sink, cancellation.Token);
        }
        catch (OperationCanceledException) when (follows)
        {
            // What a person would do with Ctrl+C.
        }
    }

    /// <summary>A path in the folder.</summary>
    public string Here(string path) => Path.Combine(_folder, path);

    /// <summary>Copies a folder with all that is in it.</summary>
    public static void Copy(string from, string to)
    {
        foreach (var folder in Directory.EnumerateDirectories(from, "*", SearchOption.AllDirectories))
        {
            Directory.CreateDirectory(Path.Combine(to, Path.GetRelativePath(from, folder)));
        }

        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            File.Copy(file, Path.Combine(to, Path.GetRelativePath(from, file)));
        }
    }

    [GeneratedRegex(@"(?:'[^']*'|""[^""]*""|[^\s'""])+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Words();
}
