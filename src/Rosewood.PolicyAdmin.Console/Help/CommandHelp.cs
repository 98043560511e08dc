using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Console.Syntax;

namespace Rosewood.PolicyAdmin.Console.Help;

/// <summary>All that is told about a command, as read once from the XML documentation: every form of help prints from this.</summary>
/// <param name="Command">The command.</param>
/// <param name="Syntax">How it is written.</param>
/// <param name="Summary">What it does, as paragraphs; the first sentence stands alone where one line is wanted.</param>
/// <param name="Remarks">What else there is to say, as paragraphs.</param>
/// <param name="Parameters">Its own parameters, in the order of the class.</param>
/// <param name="Outputs">What it gives back.</param>
/// <param name="Examples">Examples, in order.</param>
internal sealed record CommandHelp(
    CommandDescriptor Command,
    CommandSyntax Syntax,
    IReadOnlyList<string> Summary,
    IReadOnlyList<string> Remarks,
    IReadOnlyList<ParameterHelp> Parameters,
    IReadOnlyList<OutputHelp> Outputs,
    IReadOnlyList<ExampleHelp> Examples)
{
    /// <summary>Verb-Noun.</summary>
    public string Name => Syntax.Name;

    /// <summary>One sentence.</summary>
    public string Synopsis => FirstSentence(string.Join(' ', Summary));

    /// <summary>Summary and remarks together.</summary>
    public IEnumerable<string> Description => Summary.Concat(Remarks);

    /// <summary>A text up to the end of its first sentence.</summary>
    public static string FirstSentence(string text) =>
        text.IndexOf(". ", StringComparison.Ordinal) is var end and >= 0 ? text[..(end + 1)] : text;
}
