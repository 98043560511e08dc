using Rosewood.PolicyAdmin.Console.Syntax;

namespace Rosewood.PolicyAdmin.Console.Binding;

/// <summary>Understands the words after a command's name, with PowerShell's habits.</summary>
internal static class ArgumentBinder
{
    /// <summary>Binds the words.</summary>
    /// <exception cref="UsageException">They don't fit the command.</exception>
    /// <exception cref="Commands.FaultException">A time or a duration among them can't be read.</exception>
    public static BoundCommand Bind(CommandSyntax syntax, IReadOnlyList<string> words)
    {
        var common = CommonOptions.For(syntax.SupportsShouldProcess);
        var given = new GivenArguments(syntax.Name, syntax.Parameters, common);
        given.Read(words);

        var options = new CommonOptions();
        foreach (var parameter in common)
        {
            if (given.Named.Remove(parameter, out var text))
            {
                parameter.Property.SetValue(options, Value(syntax, parameter, text));
            }
        }

        if (options.Help)
        {
            return new BoundCommand(syntax, new Dictionary<ParameterSyntax, object>(), [], options);
        }

        var sets = ParameterSets.Fitting(syntax, given.Named.Keys);
        foreach (var word in given.Positional)
        {
            Place(syntax, given, ref sets, word);
        }

        sets = ParameterSets.Complete(syntax, given.Named.Keys, sets, fromPipeline: options.InputJson is not null);
        return new BoundCommand(syntax, given.Named.ToDictionary(static n => n.Key, n => Value(syntax, n.Key, n.Value)), sets, options);
    }

    /// <summary>Gives a word without a name to the free parameter of the lowest position.</summary>
    private static void Place(CommandSyntax syntax, GivenArguments given, ref IReadOnlyList<string?> sets, string word)
    {
        foreach (var set in sets)
        {
            var next = syntax.Parameters
                .Where(p => p.IsIn(set) && p.PositionIn(set) is not null && !given.Named.ContainsKey(p))
                .MinBy(p => p.PositionIn(set));
            next ??= syntax.Parameters.FirstOrDefault(p => p.TakesRemainingIn(set));
            if (next is null)
            {
                continue;
            }

            if (next.IsList)
            {
                given.Add(next, word);
            }
            else
            {
                given.Named[next] = [word];
            }

            sets = ParameterSets.Fitting(syntax, given.Named.Keys);
            return;
        }

        var list = syntax.Parameters.FirstOrDefault(p => p.IsList && given.Named.ContainsKey(p));
        throw new UsageException(
            $"{syntax.Name} has no place for '{word}'.{(list is null ? "" : $" Join several values of -{list.Name} with commas.")}",
            $"rosewood help {syntax.Name}");
    }

    private static object Value(CommandSyntax syntax, ParameterSyntax parameter, IReadOnlyList<string> words)
    {
        try
        {
            return ValueConverter.Convert(parameter, words);
        }
        catch (UsageException e) when (e.Hint.Length == 0)
        {
            throw new UsageException(e.Message, $"rosewood help {syntax.Name}");
        }
    }
}
