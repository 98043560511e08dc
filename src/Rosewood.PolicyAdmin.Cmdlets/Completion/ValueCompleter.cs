using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Commands.Completion;

namespace Rosewood.PolicyAdmin.Cmdlets.Completion;

/// <summary>Offers what the workspace knows for a parameter, quoted where PowerShell needs it.</summary>
/// <param name="kind">What the parameter's values name.</param>
public abstract class ValueCompleter(KnownValueKind kind) : IArgumentCompleter
{
    private static readonly char[] Quotes = ['\'', '"', '\u2018', '\u2019', '\u201A', '\u201B', '\u201C', '\u201D', '\u201E'];

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        ArgumentNullException.ThrowIfNull(wordToComplete);
        ArgumentNullException.ThrowIfNull(fakeBoundParameters);
        return KnownValues.Of(kind, Unquoted(wordToComplete), CommandHost.ForProcess(WorkspaceOf(fakeBoundParameters)))
            .Select(static v => new CompletionResult(Quoted(v.Text), v.Text, CompletionResultType.ParameterValue, v.Note.Length > 0 ? v.Note : v.Text));
    }

    /// <summary>What was typed inside quotes, of which the last may not be there yet.</summary>
    private static string Unquoted(string word)
    {
        if (word.Length == 0 || !Quotes.Contains(word[0]))
        {
            return word;
        }

        var quote = word[0];
        var end = word.Length > 1 && Quotes.Contains(word[^1]) ? 1 : 0;
        return word[1..^end].Replace(new string(quote, 2), quote.ToString(), StringComparison.Ordinal);
    }

    /// <summary>As one argument: a name with a blank or an apostrophe, also a curly one, is no bare word.</summary>
    private static string Quoted(string text) =>
        text.Length > 0 && text.All(static c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or '/' or ':' or '+') && text[0] is not ('-' or '+' or '.')
            ? text
            : $"'{CodeGeneration.EscapeSingleQuotedStringContent(text)}'";

    /// <summary>The workspace that stands on the line, by PowerShell's own location; null: the usual places.</summary>
    private static string? WorkspaceOf(IDictionary bound)
    {
        if (bound["Workspace"] is not { } given)
        {
            return null;
        }

        // The session's state can't be asked while its pipeline runs, which it does for a completion; a nested pipeline can.
        using var shell = PowerShell.Create(RunspaceMode.CurrentRunspace);
        return shell.AddScript("$ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($args[0])").AddArgument(given.ToString()).Invoke<string>().FirstOrDefault();
    }
}
