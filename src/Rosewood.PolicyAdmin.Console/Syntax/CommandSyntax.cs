namespace Rosewood.PolicyAdmin.Console.Syntax;

/// <summary>How a command is written, as its cmdlet class declares it.</summary>
/// <param name="Name">Verb-Noun.</param>
/// <param name="RequestType">The engine's request.</param>
/// <param name="Parameters">Its own parameters, in the order of the class.</param>
/// <param name="DefaultSet">The parameter set preferred when several fit.</param>
/// <param name="SupportsShouldProcess">Whether it changes something and so has <c>-WhatIf</c> and <c>-Confirm</c>.</param>
/// <param name="AsksByDefault">Whether a person is asked without <c>-Confirm</c> (high impact).</param>
/// <param name="OutputType">The type of what it gives back, where declared.</param>
internal sealed record CommandSyntax(
    string Name,
    Type RequestType,
    IReadOnlyList<ParameterSyntax> Parameters,
    string? DefaultSet,
    bool SupportsShouldProcess,
    bool AsksByDefault,
    Type? OutputType)
{
    /// <summary>All types that it may give back, as declared.</summary>
    public IReadOnlyList<Type> OutputTypes { get; init; } = [];

    /// <summary>The names of its parameter sets; one null where it has none by name.</summary>
    public IReadOnlyList<string?> Sets
    {
        get
        {
            var sets = Parameters.SelectMany(static p => p.Places).Select(static p => p.Set).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
            if (DefaultSet is not null && !sets.Contains(DefaultSet, StringComparer.Ordinal))
            {
                sets.Insert(0, DefaultSet);
            }

            return sets.Count == 0 ? [null] : [.. sets.OrderByDescending(s => string.Equals(s, DefaultSet, StringComparison.Ordinal))];
        }
    }
}
