using Rosewood.PolicyAdmin.Console.Binding;
using Rosewood.PolicyAdmin.Console.SquidHelper;
using Rosewood.PolicyAdmin.Console.Syntax;

namespace Rosewood.PolicyAdmin.Console.Completion;

/// <summary>What a shell may offer for the last word of a command line. No answer leaves the shell to its files.</summary>
internal sealed class WordCompleter(CommandCatalog catalog)
{
    private static readonly string[] OwnWords = ["help", "completion", "squid-helper", "--version"];

    /// <summary>The completions of the last of the words behind <c>rosewood</c>.</summary>
    public IEnumerable<string> Complete(IReadOnlyList<string> words)
    {
        var last = words.Count == 0 ? "" : words[^1];
        if (words.Count <= 1)
        {
            return Beginning(last, catalog.Commands.Select(static c => c.Name).Concat(OwnWords));
        }

        try
        {
            return words[0].ToUpperInvariant() switch
            {
                "HELP" when words.Count == 2 => Beginning(last, catalog.Commands.Select(static c => c.Name).Append(SquidHelperPage.Word)),
                "SQUID-HELPER" => last.StartsWith('-') ? Beginning(last, ["-Snapshot", "-NoConcurrency"]) : [],
                "COMPLETION" when words.Count == 2 => Beginning(last, CompletionScripts.Shells),
                "HELP" or "COMPLETION" => [],
                _ => CompleteFor(catalog.SyntaxOf(catalog.Find(words[0])), words, last),
            };
        }
        catch (UsageException)
        {
            return [];
        }
    }

    private static IEnumerable<string> CompleteFor(CommandSyntax syntax, IReadOnlyList<string> words, string last)
    {
        var parameters = syntax.Parameters.Concat(CommonOptions.For(syntax.SupportsShouldProcess)).ToList();
        if (last.StartsWith('-'))
        {
            return ArgumentToken.Read(last) is { Value: { } value } joined
                ? Values(Named(parameters, joined.Name), value, $"-{joined.Name}{joined.Separator}")
                : Beginning(last, parameters.Select(static p => "-" + p.Name));
        }

        return ArgumentToken.Read(words[^2]) is { Value: null } token && Named(parameters, token.Name) is { IsSwitch: false } parameter
            ? Values(parameter, last, "")
            : [];
    }

    /// <summary>Values of a parameter; in a list those behind its last comma.</summary>
    private static IEnumerable<string> Values(ParameterSyntax? parameter, string typed, string before)
    {
        if (parameter is null)
        {
            return [];
        }

        var comma = parameter.IsList ? typed.LastIndexOf(',') + 1 : 0;
        return Beginning(typed[comma..], parameter.IsSwitch ? ["$true", "$false"] : parameter.KnownValues).Select(v => before + typed[..comma] + v);
    }

    private static ParameterSyntax? Named(IReadOnlyList<ParameterSyntax> parameters, string name) =>
        parameters.FirstOrDefault(p => p.IsNamed(name)) ?? (parameters.Where(p => p.BeginsWith(name)).ToList() is [var only] ? only : null);

    private static IEnumerable<string> Beginning(string typed, IEnumerable<string> words) =>
        words.Where(w => w.StartsWith(typed, StringComparison.OrdinalIgnoreCase));
}
