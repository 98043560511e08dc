namespace Rosewood.PolicyAdmin.Console.Help;

/// <summary>An example: commands, and what they do.</summary>
/// <param name="Lines">
/// The lines as the documentation has them: PowerShell, but with <c>-As</c>, which only the console has; there each line begins with the
/// program's name.
/// </param>
/// <param name="Text">What they do, as paragraphs.</param>
internal sealed record ExampleHelp(IReadOnlyList<string> Lines, IReadOnlyList<string> Text)
{
    private const string Pipe = " | ";

    private static readonly (string Option, string Command)[] Styles =
    [
        (" -As List", "Format-List"),
        (" -As Table", "Format-Table"),
        (" -As Json", "ConvertTo-Json"),
        (" -As Csv", "ConvertTo-Csv"),
    ];

    /// <summary>The lines as a person types them in PowerShell.</summary>
    public IEnumerable<string> InPowerShell => Lines.Select(PowerShellLine);

    /// <summary>The lines as a person types them in another shell.</summary>
    public IEnumerable<string> InConsole => Lines.Select(ConsoleLine);

    /// <summary>A style of the console is a command behind the pipe in PowerShell.</summary>
    private static string PowerShellLine(string line)
    {
        foreach (var (option, command) in Styles)
        {
            if (line.EndsWith(option, StringComparison.Ordinal))
            {
                return line[..^option.Length] + Pipe + command;
            }
        }

        return line;
    }

    /// <summary>A pipe of objects in PowerShell is one of JSON between two runs of the program.</summary>
    private static string ConsoleLine(string line) =>
        "rosewood " + line.Replace(Pipe, " -As Json | rosewood ", StringComparison.Ordinal) + (line.Contains(Pipe, StringComparison.Ordinal) ? " -InputJson -" : "");
}
