using Rosewood.PolicyAdmin.Console.Syntax;

namespace Rosewood.PolicyAdmin.Console.Help;

/// <summary>What is told about a parameter.</summary>
/// <param name="Syntax">How it is written.</param>
/// <param name="Text">What it means, as paragraphs.</param>
/// <param name="Default">Its value when it is left out, where that is a value of its own; else null.</param>
/// <param name="Values">The values of an enum, each with what it means; empty for other types.</param>
internal sealed record ParameterHelp(ParameterSyntax Syntax, IReadOnlyList<string> Text, string? Default, IReadOnlyList<(string Name, string Text)> Values)
{
    /// <summary>Its name without the dash.</summary>
    public string Name => Syntax.Name;
}
