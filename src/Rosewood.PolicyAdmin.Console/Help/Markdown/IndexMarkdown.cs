using System.Text;

namespace Rosewood.PolicyAdmin.Console.Help.Markdown;

/// <summary>The index of the commands' pages, by what they are about.</summary>
internal static class IndexMarkdown
{
    /// <summary>The page.</summary>
    public static string Page(HelpPages pages)
    {
        var page = new StringBuilder(MarkdownText.Mark).Append("\n\n").Heading(1, "The commands").Append("""
            What `Get-Help` and `rosewood help` say, to be read here. In PowerShell, `Import-Module Rosewood.PolicyAdmin` comes first.

            The same commands work where no PowerShell is installed: with `rosewood` before them, parameters and values as they stand here. There,
            `-As Json` and `-InputJson -` stand for what the pipeline carries in PowerShell; `rosewood help` tells of these.

            """.ReplaceLineEndings("\n"));
        foreach (var area in HelpAreas.Group(pages.Commands, static c => c.Command.RequestType))
        {
            page.Append('\n').Heading(2, area.Key);
            foreach (var command in area)
            {
                page.Append("- [").Append(command.Name).Append("](").Append(command.Name).Append(".md): ").Append(MarkdownText.Escape(command.Synopsis)).Append('\n');
            }
        }

        return page.ToString();
    }
}
