using System.Text;
using Rosewood.PolicyAdmin.Console.Binding;
using Rosewood.PolicyAdmin.Console.Help.Maml;
using Rosewood.PolicyAdmin.Console.Help.Markdown;
using Rosewood.PolicyAdmin.Console.Syntax;

namespace Rosewood.PolicyAdmin.Console.Help;

/// <summary>
/// <c>rosewood help -Export FOLDER -As Maml|Markdown</c>: writes the commands' help as files. The build calls it for the module, whoever
/// changes a text for docs/en-US.
/// </summary>
internal static class HelpExport
{
    private const string Hint = "rosewood help -Export FOLDER -As Maml|Markdown";

    /// <summary>Whether what follows the word help asks for an export.</summary>
    public static bool IsMeant(IReadOnlyList<string> words) => words.Count > 0 && words[0].Equals("-Export", StringComparison.OrdinalIgnoreCase);

    /// <summary>Writes the files and gives a line that says so.</summary>
    /// <exception cref="UsageException">The words are not as they should be.</exception>
    public static string Run(IReadOnlyList<string> words, CommandCatalog catalog)
    {
        if (words is not [_, { Length: > 0 } folder, var option, var form] || ArgumentToken.Read(folder) is not null || !option.Equals("-As", StringComparison.OrdinalIgnoreCase))
        {
            throw new UsageException("An export needs a folder and a form.", Hint);
        }

        var files = form.ToUpperInvariant() switch
        {
            "MAML" => Maml(catalog),
            "MARKDOWN" => Markdown(catalog),
            _ => throw new UsageException($"'{form}' is no form of help. There are Maml and Markdown.", Hint),
        };
        Directory.CreateDirectory(folder);
        foreach (var (name, text) in files)
        {
            File.WriteAllText(Path.Combine(folder, name), text);
        }

        RemoveOthers(folder, files);
        return $"{files.Count} {(files.Count == 1 ? "file" : "files")} written into {folder}.\n";
    }

    /// <summary>The help file of the module, by name.</summary>
    public static IReadOnlyDictionary<string, string> Maml(CommandCatalog catalog)
    {
        var document = MamlFile.Document(HelpPages.Read(catalog));
        return new Dictionary<string, string>(StringComparer.Ordinal) { [MamlFile.Name] = $"{document.Declaration}\n{document.ToString().ReplaceLineEndings("\n")}\n" };
    }

    /// <summary>The pages of docs/en-US, by name.</summary>
    public static IReadOnlyDictionary<string, string> Markdown(CommandCatalog catalog)
    {
        var pages = HelpPages.Read(catalog);
        var files = pages.Commands.ToDictionary(static c => c.Name + ".md", c => CommandMarkdown.Page(c, pages), StringComparer.Ordinal);
        files.Add("README.md", IndexMarkdown.Page(pages));
        return files;
    }

    /// <summary>Pages that an earlier export made for commands that are gone.</summary>
    private static void RemoveOthers(string folder, IReadOnlyDictionary<string, string> files)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*.md").Where(p => !files.ContainsKey(Path.GetFileName(p))).ToList())
        {
            if (string.Equals(File.ReadLines(path, Encoding.UTF8).FirstOrDefault(), MarkdownText.Mark, StringComparison.Ordinal))
            {
                File.Delete(path);
            }
        }
    }
}
