using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Console.Syntax;

namespace Rosewood.PolicyAdmin.Console.Binding;

/// <summary>Which of a command's parameter sets the given parameters mean.</summary>
internal static class ParameterSets
{
    /// <summary>The sets that have all the given parameters, the default one first.</summary>
    /// <exception cref="UsageException">No set has them all.</exception>
    public static IReadOnlyList<string?> Fitting(CommandSyntax syntax, IReadOnlyCollection<ParameterSyntax> given)
    {
        var fitting = syntax.Sets.Where(s => given.All(p => p.IsIn(s))).ToList();
        if (fitting.Count > 0)
        {
            return fitting;
        }

        var clash = given.Where(p => !syntax.Sets.All(p.IsIn)).Select(static p => "-" + p.Name);
        throw new UsageException($"{string.Join(" and ", clash)} can't be given together.", $"rosewood help {syntax.Name}");
    }

    /// <summary>Those of the sets in which nothing mandatory is missing; what the pipeline may bring counts as given.</summary>
    /// <exception cref="UsageException">Each misses something.</exception>
    public static IReadOnlyList<string?> Complete(
        CommandSyntax syntax,
        IReadOnlyCollection<ParameterSyntax> given,
        IReadOnlyList<string?> sets,
        bool fromPipeline)
    {
        var complete = sets.Where(s => !Missing(syntax, given, s, fromPipeline).Any()).ToList();
        if (complete.Count > 0)
        {
            return complete;
        }

        var missing = Missing(syntax, given, sets[0], fromPipeline).Select(static p => "-" + p.Name).ToList();
        var other = sets.Count > 1 ? $" (or {Suggestions.List(sets.Skip(1).SelectMany(s => Missing(syntax, given, s, fromPipeline)).Select(static p => "-" + p.Name).Distinct(StringComparer.Ordinal))})" : "";
        throw new UsageException($"{syntax.Name} needs {string.Join(" and ", missing)}{other}.", $"rosewood help {syntax.Name}");
    }

    /// <summary>The mandatory parameters of a set that are not given.</summary>
    public static IEnumerable<ParameterSyntax> Missing(CommandSyntax syntax, IEnumerable<ParameterSyntax> given, string? set, bool fromPipeline) =>
        syntax.Parameters.Where(p => p.IsMandatoryIn(set) && !given.Contains(p) && !(fromPipeline && (p.FromPipeline || p.FromPipelineByName)));
}
