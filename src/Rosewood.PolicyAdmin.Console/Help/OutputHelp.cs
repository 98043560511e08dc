namespace Rosewood.PolicyAdmin.Console.Help;

/// <summary>A type of what a command gives back.</summary>
/// <param name="Type">The type.</param>
/// <param name="Text">What it is, as paragraphs.</param>
internal sealed record OutputHelp(Type Type, IReadOnlyList<string> Text);
