using System.Text.RegularExpressions;

namespace Rosewood.PolicyAdmin.Console.Help;

/// <summary>Which commands to read next: those of the same noun, and those that the texts name.</summary>
internal static partial class CommandRelations
{
    /// <summary>The names, those of the same noun first, each part by name.</summary>
    public static IReadOnlyList<string> Of(CommandHelp help, IReadOnlyCollection<string> names)
    {
        var text = string.Join('\n', help.Description.Concat(help.Parameters.SelectMany(static p => p.Text)));
        var named = Name().Matches(text).Select(static m => m.Value).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. names.Where(n => !string.Equals(n, help.Name, StringComparison.Ordinal))
                .Select(n => (Name: n, IsOfNoun: string.Equals(Noun(n), Noun(help.Name), StringComparison.Ordinal)))
                .Where(n => n.IsOfNoun || named.Contains(n.Name))
                .OrderBy(static n => n.IsOfNoun ? 0 : 1)
                .ThenBy(static n => n.Name, StringComparer.Ordinal)
                .Select(static n => n.Name),
        ];
    }

    private static string Noun(string name) => name[(name.IndexOf('-', StringComparison.Ordinal) + 1)..];

    [GeneratedRegex("[A-Z][A-Za-z]+-[A-Z][A-Za-z]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
