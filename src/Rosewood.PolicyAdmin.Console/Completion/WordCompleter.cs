using Rosewood.PolicyAdmin.Commands.Completion;
using Rosewood.PolicyAdmin.Console.Binding;
using Rosewood.PolicyAdmin.Console.SquidHelper;
using Rosewood.PolicyAdmin.Console.Syntax;

namespace Rosewood.PolicyAdmin.Console.Completion;

/// <summary>What fits what was typed so far, of what the workspace knows.</summary>
/// <param name="kind">What is named.</param>
/// <param name="typed">What stands on the line so far.</param>
/// <param name="workspace">The workspace that stands on the line; null: the usual places.</param>
internal delegate IReadOnlyList<KnownValue> FindKnownValues(KnownValueKind kind, string typed, string? workspace);

/// <summary>What a shell may offer for the last word of a command line, without quotes. No answer leaves the shell to its files.</summary>
internal sealed class WordCompleter(CommandCatalog catalog, FindKnownValues known)
{
    private static readonly string[] OwnWords = ["help", "demo", "completion", "squid-helper", "--version"];

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
                "SQUID-HELPER" => last.StartsWith('-') ? Beginning(last, SquidHelperParameter.All.Select(static p => "-" + p.Name)) : [],
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

    private IEnumerable<string> CompleteFor(CommandSyntax syntax, IReadOnlyList<string> words, string last)
    {
        var line = new LineSoFar([.. syntax.Parameters, .. CommonOptions.For(syntax.SupportsShouldProcess)], words);
        if (!last.StartsWith('-'))
        {
            return Values(line.Awaiting(), last, "", line);
        }

        return ArgumentToken.Read(last) is { Value: { } value } joined
            ? Values(line.Named(joined.Name), value, $"-{joined.Name}{joined.Separator}", line)
            : Beginning(last, line.Parameters.Select(static p => "-" + p.Name));
    }

    /// <summary>Values of a parameter; in a list those behind its last comma.</summary>
    private IEnumerable<string> Values(ParameterSyntax? parameter, string typed, string before, LineSoFar line)
    {
        if (parameter is null)
        {
            return [];
        }

        var comma = parameter.IsList ? typed.LastIndexOf(',') + 1 : 0;
        var item = typed[comma..];
        var values = parameter switch
        {
            { IsSwitch: true } => Beginning(item, ["$true", "$false"]),
            { Names: { } kind } => known(kind, item, line.Workspace).Select(v => Name(v, item)).OfType<string>(),
            _ => Beginning(item, parameter.KnownValues),
        };
        return values.Select(v => before + typed[..comma] + v);
    }

    /// <summary>The name that begins as typed: shells take nothing else in its place.</summary>
    private static string? Name(KnownValue value, string typed) => Beginning(typed, [value.Text, .. value.OtherNames]).FirstOrDefault();

    private static IEnumerable<string> Beginning(string typed, IEnumerable<string> words) =>
        words.Where(w => w.StartsWith(typed, StringComparison.OrdinalIgnoreCase));

    /// <summary>A command's line up to the word that is completed.</summary>
    /// <param name="Parameters">What the command takes.</param>
    /// <param name="Words">The words, the command first.</param>
    private sealed record LineSoFar(IReadOnlyList<ParameterSyntax> Parameters, IReadOnlyList<string> Words)
    {
        /// <summary>The workspace that stands on the line, or null.</summary>
        public string? Workspace
        {
            get
            {
                for (var i = 1; i < Words.Count - 1; i++)
                {
                    if (ArgumentToken.Read(Words[i]) is { } token && Named(token.Name) is { Name: "Workspace" })
                    {
                        return token.Value ?? (i + 1 < Words.Count - 1 ? Words[i + 1] : null);
                    }
                }

                return null;
            }
        }

        /// <summary>The parameter of a name, also of the beginning of one where no other begins so.</summary>
        public ParameterSyntax? Named(string name) =>
            Parameters.FirstOrDefault(p => p.IsNamed(name)) ?? (Parameters.Where(p => p.BeginsWith(name)).ToList() is [var only] ? only : null);

        /// <summary>Whose value the last word is: that of the name before it, else of its place among the values without names.</summary>
        public ParameterSyntax? Awaiting()
        {
            var place = 0;
            for (var i = 1; i < Words.Count - 1; i++)
            {
                if (ArgumentToken.Read(Words[i]) is not { } token)
                {
                    place++;
                }
                else if (token.Value is null && Named(token.Name) is { IsSwitch: false } parameter && ++i == Words.Count - 1)
                {
                    return parameter;
                }
            }

            return Parameters.FirstOrDefault(p => p.Places.Any(l => l.Position == place)) ?? Parameters.FirstOrDefault(static p => p.Places.Any(static l => l.TakesRemaining));
        }
    }
}
