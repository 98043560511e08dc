using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Console.Syntax;

namespace Rosewood.PolicyAdmin.Console.Binding;

/// <summary>The words of a command line, sorted: those of each named parameter, and those without a name in their order.</summary>
/// <param name="command">The command's name, for messages.</param>
/// <param name="own">Its own parameters.</param>
/// <param name="common">The parameters that all commands have.</param>
internal sealed class GivenArguments(string command, IReadOnlyList<ParameterSyntax> own, IReadOnlyList<ParameterSyntax> common)
{
    private const string EndOfParameters = "--";

    /// <summary>The words of each parameter; a switch's is its value.</summary>
    public Dictionary<ParameterSyntax, List<string>> Named { get; } = [];

    /// <summary>Words without a name.</summary>
    public List<string> Positional { get; } = [];

    /// <summary>Sorts the words.</summary>
    public void Read(IReadOnlyList<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (string.Equals(words[i], EndOfParameters, StringComparison.Ordinal))
            {
                Positional.AddRange(words.Skip(i + 1));
                return;
            }

            if (ArgumentToken.Read(words[i]) is { } token)
            {
                i = ReadNamed(token, words, i);
            }
            else
            {
                Positional.Add(WithRest(words[i], words, ref i));
            }
        }
    }

    /// <summary>The parameter that a name, an alias or the beginning of one means. The command's own go before the common ones.</summary>
    private ParameterSyntax Find(string name)
    {
        if ((own.FirstOrDefault(p => p.IsNamed(name)) ?? common.FirstOrDefault(p => p.IsNamed(name))) is { } exact)
        {
            return exact;
        }

        var matches = own.Where(p => p.BeginsWith(name)).ToList();
        if (matches.Count == 0)
        {
            matches = [.. common.Where(p => p.BeginsWith(name))];
        }

        return matches.Count switch
        {
            1 => matches[0],
            0 => throw Usage($"{command} has no parameter -{name}.{Suggestions.Sentence(name, own.Concat(common).Select(static p => p.Name), "-")}"),
            _ => throw Usage($"-{name} could be {Suggestions.List(matches.Select(static p => "-" + p.Name))}."),
        };
    }

    private int ReadNamed(ArgumentToken token, IReadOnlyList<string> words, int index)
    {
        var parameter = Find(token.Name);
        if (Named.ContainsKey(parameter) && !parameter.IsList)
        {
            throw Usage($"-{parameter.Name} is given twice.");
        }

        // PowerShell lets white space follow the colon: -Name: value.
        var value = token.Value;
        if (parameter.IsSwitch && value is "" && !(index + 1 < words.Count && ValueConverter.Boolean(words[index + 1]) is not null))
        {
            throw Usage($"-{parameter.Name} has no value: the shell took $false or $true for a variable of its own. Write -{parameter.Name}:false.");
        }

        if (token.Separator == ':' && value is "" && index + 1 < words.Count)
        {
            value = words[++index];
        }

        if (parameter.IsSwitch)
        {
            Named[parameter] = [value ?? "$true"];
            return index;
        }

        if (value is null)
        {
            value = ++index < words.Count && IsValue(words[index]) ? words[index] : throw MissingValue(parameter, index < words.Count ? words[index] : null);
        }

        if (!parameter.IsList)
        {
            Named[parameter] = [value];
            return index;
        }

        Add(parameter, WithRest(value, words, ref index));
        return index;
    }

    /// <summary>A list goes on over a comma at a word's end: <c>Facebook, YouTube</c>.</summary>
    private static string WithRest(string value, IReadOnlyList<string> words, ref int index)
    {
        while (value.EndsWith(',') && index + 1 < words.Count && IsValue(words[index + 1]))
        {
            value = string.Concat(value, words[++index]);
        }

        return value;
    }

    /// <summary>Adds the items of one word to a list parameter.</summary>
    public void Add(ParameterSyntax parameter, string word)
    {
        var items = ListText.Split(word);
        if (items.Count > 1 && items.Contains("", StringComparer.Ordinal))
        {
            throw Usage($"The list '{word}' of -{parameter.Name} has an empty item.");
        }

        if (!Named.TryGetValue(parameter, out var all))
        {
            Named[parameter] = all = [];
        }

        all.AddRange(items);
    }

    private UsageException MissingValue(ParameterSyntax parameter, string? next) => Usage(
        next is null || string.Equals(next, EndOfParameters, StringComparison.Ordinal)
            ? $"-{parameter.Name} needs a value."
            : $"-{parameter.Name} needs a value, and {next} reads as a parameter; write -{parameter.Name}={next} if it is the value.");

    private UsageException Usage(string message) => new(message, $"rosewood help {command}");

    private static bool IsValue(string word) => ArgumentToken.Read(word) is null && !string.Equals(word, EndOfParameters, StringComparison.Ordinal);
}
