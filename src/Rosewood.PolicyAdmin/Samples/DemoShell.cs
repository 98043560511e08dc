namespace Rosewood.PolicyAdmin.Samples;

/// <summary>Writes command lines so that they can be pasted: for a POSIX shell, or for PowerShell.</summary>
/// <param name="ForPowerShell">Whether the lines are for PowerShell.</param>
internal sealed record DemoShell(bool ForPowerShell)
{
    /// <summary>The shell that people have on this machine.</summary>
    public static DemoShell OfThisMachine => new(OperatingSystem.IsWindows());

    /// <summary>A command line.</summary>
    public string Line(IEnumerable<string> words) => string.Join(' ', words.Select(Quote));

    /// <summary>Names the program, so that <c>rosewood</c> is found.</summary>
    public string Alias(string program) => ForPowerShell
        ? $"Set-Alias rosewood {Quote(program)}"
        : $"alias rosewood={Quote(Quote(program))}";

    /// <summary>Sets the workspace for the commands that follow.</summary>
    public string Workspace(string path) => ForPowerShell
        ? $"$env:ROSEWOOD_WORKSPACE = '{Doubled(path)}'"
        : $"export ROSEWOOD_WORKSPACE={Quote(path)}";

    /// <summary>One word, quoted only where it has to be.</summary>
    public string Quote(string word)
    {
        if (word.Length > 0 && word.All(IsPlain))
        {
            return word;
        }

        return ForPowerShell ? $"'{Doubled(word)}'" : $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";
    }

    private static string Doubled(string text) => text.Replace("'", "''", StringComparison.Ordinal);

    /// <summary>Letters outside ASCII are quoted too; PowerShell would make a list of a comma.</summary>
    private bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/' or ':' or '+' || (c == ',' && !ForPowerShell) || (c == '\\' && ForPowerShell);
}
