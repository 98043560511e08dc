using System.Text;
using Rosewood.PolicyAdmin.Console.Syntax;

namespace Rosewood.PolicyAdmin.Console.Help;

/// <summary>What <c>rosewood help</c> prints: the commands by capability, a line for each. Looks at no cmdlet.</summary>
internal static class CommandList
{
    public static string Text(CommandCatalog catalog)
    {
        var text = new StringBuilder("""
            Enforces, audits and reports the technical side of a school's social media policy.

            rosewood <Verb-Noun> [-Parameter value...] [-As Table|List|Json|Csv] [-Workspace DIR] [-WhatIf] [-Confirm:$false]


            """.ReplaceLineEndings("\n"));
        var summaries = Summaries(catalog);
        var width = catalog.Commands.Count == 0 ? 0 : catalog.Commands.Max(static c => c.Name.Length);
        foreach (var capability in catalog.Commands.GroupBy(static c => Capability(c.RequestType), StringComparer.Ordinal))
        {
            text.Append(capability.Key).Append('\n');
            foreach (var command in capability)
            {
                text.Append("  ").Append(command.Name.PadRight(width)).Append("  ").Append(summaries.GetValueOrDefault(command.RequestType.FullName!, "")).Append('\n');
            }

            text.Append('\n');
        }

        return text.Append("""
            Also
              rosewood help <Verb-Noun>                 one command: parameters and examples
              rosewood demo [-Path DIR]                 a demo school, from its proxy's log to the report
              rosewood completion bash|zsh|pwsh         a script for completion with Tab
              rosewood --version

            Exit codes: 0 done, 1 a fault, 2 wrong usage, 3 declined, 130 interrupted.

            """.ReplaceLineEndings("\n")).ToString();
    }

    private static Dictionary<string, string> Summaries(CommandCatalog catalog)
    {
        var summaries = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var assembly in catalog.Commands.GroupBy(static c => c.RequestType.Assembly))
        {
            var types = assembly.Select(static c => c.RequestType.FullName!).ToHashSet(StringComparer.Ordinal);
            foreach (var (type, summary) in XmlDocs.For(assembly.First().RequestType).TypeSummaries(types))
            {
                summaries[type] = FirstSentence(summary);
            }
        }

        return summaries;
    }

    /// <summary>The last part of the namespace, in words: <c>SchoolDay</c> is <c>School day</c>.</summary>
    private static string Capability(Type request)
    {
        var space = request.Namespace!;
        var words = new StringBuilder();
        foreach (var c in space.AsSpan(space.LastIndexOf('.') + 1))
        {
            words.Append(char.IsUpper(c) && words.Length > 0 ? " " : "").Append(words.Length > 0 ? char.ToLowerInvariant(c) : c);
        }

        return words.ToString();
    }

    private static string FirstSentence(string text) => text.IndexOf(". ", StringComparison.Ordinal) is var end and >= 0 ? text[..(end + 1)] : text;
}
