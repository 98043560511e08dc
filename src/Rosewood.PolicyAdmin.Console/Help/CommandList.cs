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

            rosewood <Verb-Noun> [-Parameter value...] [-As Table|List|Json|Csv] [-Workspace DIR] [-WhatIf] [-Confirm:false]


            """.ReplaceLineEndings("\n"));
        var summaries = Summaries(catalog);
        var width = 0;
        foreach (var command in catalog.Commands)
        {
            width = Math.Max(width, command.Name.Length);
        }

        // The table is in the order of the public surface: a capability's commands stand together.
        var current = "";
        foreach (var command in catalog.Commands)
        {
            var capability = Capability(command.RequestType);
            if (!capability.Equals(current, StringComparison.Ordinal))
            {
                text.Append(current.Length > 0 ? "\n" : "").Append(capability).Append('\n');
                current = capability;
            }

            text.Append("  ").Append(command.Name).Append(' ', width - command.Name.Length + 2)
                .Append(FirstSentence(summaries.GetValueOrDefault(command.RequestType.FullName!, ""))).Append('\n');
        }

        return text.Append("""

            Also
              rosewood help <Verb-Noun>                 one command: parameters and examples
              rosewood demo [-Path DIR]                 a demo school, from its proxy's log to the report
              rosewood squid-helper -Snapshot FILE      answers Squid's questions, request by request
              rosewood completion bash|zsh|pwsh         a script for completion with Tab
              rosewood --version

            Exit codes: 0 done, 1 a fault, 2 wrong usage, 3 declined, or changes pending under
              -WhatIf where the command says so, 130 interrupted.

            """.ReplaceLineEndings("\n")).ToString();
    }

    private static Dictionary<string, string> Summaries(CommandCatalog catalog)
    {
        var types = new HashSet<string>(StringComparer.Ordinal);
        foreach (var command in catalog.Commands)
        {
            types.Add(command.RequestType.FullName!);
        }

        return catalog.Commands.Count == 0 ? [] : XmlDocs.For(catalog.Commands[0].RequestType).TypeSummaries(types);
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
