using System.Text;
using Rosewood.PolicyAdmin.Console.Syntax;

namespace Rosewood.PolicyAdmin.Console.Help;

/// <summary>What <c>rosewood help</c> prints: the commands by area, a line for each. Looks at no cmdlet.</summary>
internal static class CommandList
{
    /// <summary>As many as the longest name could need: filling at run time would have to be compiled first, and help is there at once.</summary>
    private const string Blanks = "                                                                                ";

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

        var gap = "";
        foreach (var area in HelpAreas.Group(catalog.Commands, static c => c.RequestType))
        {
            text.Append(gap).Append(area.Key).Append('\n');
            gap = "\n";
            foreach (var command in area)
            {
                text.Append("  ").Append(command.Name).Append(Blanks, 0, width - command.Name.Length + 2)
                    .Append(CommandHelp.FirstSentence(summaries.GetValueOrDefault(command.RequestType.FullName!, ""))).Append('\n');
            }
        }

        return text.Append("""

            Also
              rosewood help <Verb-Noun>                 one command: parameters and examples
              rosewood help -Export DIR -As Markdown    all of the help as pages
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

        return catalog.Commands.Count == 0 ? [] : XmlDocs.OfRequests(catalog.Commands[0].RequestType).TypeSummaries(types);
    }
}
