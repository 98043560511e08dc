using System.Reflection;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Commands.Completion;
using Rosewood.PolicyAdmin.Console.Binding;
using Rosewood.PolicyAdmin.Console.Completion;
using Rosewood.PolicyAdmin.Console.Help;
using Rosewood.PolicyAdmin.Console.Output;
using Rosewood.PolicyAdmin.Console.Running;
using Rosewood.PolicyAdmin.Console.SquidHelper;
using Rosewood.PolicyAdmin.Console.Syntax;

namespace Rosewood.PolicyAdmin.Console;

/// <summary>The program: its own few words, and the commands.</summary>
/// <param name="catalog">The commands.</param>
/// <param name="streams">The surroundings.</param>
/// <param name="run">What runs a request.</param>
internal sealed class RosewoodConsole(CommandCatalog catalog, ConsoleStreams streams, RunRequest run)
{
    public ExitCode Run(IReadOnlyList<string> args)
    {
        var messages = new Messages(streams);
        try
        {
            return Dispatch(args, messages);
        }
        catch (UsageException e)
        {
            messages.Usage(e);
            return ExitCode.Usage;
        }
        catch (FaultException e)
        {
            messages.Fault(e.Fault);
            return ExitCode.Fault;
        }
        catch (IOException e) when (ClosedPipe.Is(e))
        {
            return ExitCode.Done;
        }
        catch (Exception e) when (CommandFaults.From(e) is { } fault)
        {
            messages.Fault(fault);
            return ExitCode.Fault;
        }
    }

    private ExitCode Dispatch(IReadOnlyList<string> args, Messages messages)
    {
        var word = args.Count == 0 ? "help" : args[0];
        var rest = args.Skip(1).ToArray();
        switch (word.ToUpperInvariant())
        {
            case PowerShellViews.Query when rest is [var file]:
                PowerShellViews.Write(file);
                return ExitCode.Done;
            case "HELP" or "--HELP" or "-HELP" or "-H" or "-?" or "/?":
                return Help(rest);
            case "--VERSION" or "-VERSION" or "VERSION":
                Print($"rosewood {Version}\n");
                return ExitCode.Done;
            case "DEMO":
                return DemoRun.Run(rest, streams, Run);
            case "SQUID-HELPER":
                return rest is ["-?" or "-h" or "-help" or "-Help" or "--help"] ? Help([SquidHelperPage.Word]) : SquidHelperRun.Run(rest, streams);
            case "COMPLETION":
                Print(CompletionScripts.For(rest));
                return ExitCode.Done;
            case CompletionScripts.Query:
                Print(string.Concat(new WordCompleter(catalog, static (kind, typed, workspace) => KnownValues.Of(kind, typed, CommandHost.ForProcess(workspace))).Complete(rest).Select(static w => w + "\n")));
                return ExitCode.Done;
        }

        if (word.StartsWith('-'))
        {
            throw new UsageException($"The command comes first; {word} is none.", "rosewood help");
        }

        return RunCommand(catalog.Find(word), rest, messages);
    }

    private ExitCode RunCommand(CommandDescriptor command, IReadOnlyList<string> words, Messages messages)
    {
        // Known before the rest is bound, so that a time that can't be read is printed in the style that was asked for.
        messages.Json = AsksForJson(words);
        var bound = ArgumentBinder.Bind(catalog.SyntaxOf(command), words);
        if (bound.Options.Help)
        {
            return Help([command.Name]);
        }

        messages.Json = bound.Options.As == OutputStyle.Json;
        messages.Quiet = bound.Options.Quiet;
        return new CommandExecution(bound, streams, messages, run) { TellsPending = command.TellsPending }.RunAsync().GetAwaiter().GetResult();
    }

    private ExitCode Help(string[] topics)
    {
        Print(topics switch
        {
            [] => CommandList.Text(catalog),
            _ when HelpExport.IsMeant(topics) => HelpExport.Run(topics, catalog),
            [var word, ..] when word.Equals(SquidHelperPage.Word, StringComparison.OrdinalIgnoreCase) => SquidHelperPage.Text,
            [var word, ..] => CommandPage.Text(catalog, catalog.Find(word)),
        });
        return ExitCode.Done;
    }

    private static bool AsksForJson(IReadOnlyList<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (ArgumentToken.Read(words[i]) is { } token && token.Name.Equals("As", StringComparison.OrdinalIgnoreCase))
            {
                return "Json".Equals(token.Value ?? words.ElementAtOrDefault(i + 1), StringComparison.OrdinalIgnoreCase);
            }
        }

        return false;
    }

    private void Print(string text)
    {
        streams.Out.Write(System.Text.Encoding.UTF8.GetBytes(text));
        streams.Out.Flush();
    }

    private static string Version =>
        typeof(RosewoodConsole).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
}
