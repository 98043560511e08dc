using Rosewood.PolicyAdmin.Console.Syntax;

namespace Rosewood.PolicyAdmin.Console.Binding;

/// <summary>The parameters that every command has in the console. Their names are bound like the command's own.</summary>
internal sealed class CommonOptions
{
    private static readonly ParameterPlace[] Anywhere = [new(null, null, false, false, false, false)];

    /// <summary>How results are printed. Default: a table where few columns tell enough, else a list.</summary>
    public OutputStyle? As { get; set; }

    /// <summary>The workspace's folder; else what ROSEWOOD_WORKSPACE names, else /var/lib/rosewood, on Windows ProgramData\Rosewood\PolicyAdmin.</summary>
    public string? Workspace { get; set; }

    /// <summary>Reads a JSON array of objects from a file, or from standard input with -, and runs the command for each.</summary>
    public string? InputJson { get; set; }

    /// <summary>Says on standard error what is done, where and how long it took.</summary>
    public bool Verbose { get; set; }

    /// <summary>No warnings and no progress; faults are still shown.</summary>
    public bool Quiet { get; set; }

    /// <summary>Shows the command's help.</summary>
    public bool Help { get; set; }

    /// <summary>Says what would be done, and does nothing.</summary>
    public bool WhatIf { get; set; }

    /// <summary>Asks before each change; -Confirm:false never asks.</summary>
    public bool? Confirm { get; set; }

    /// <summary>The parameters for a command: the two about changes only where it changes something.</summary>
    public static IReadOnlyList<ParameterSyntax> For(bool supportsShouldProcess)
    {
        List<ParameterSyntax> parameters =
        [
            Parameter(nameof(As), isSwitch: false),
            Parameter(nameof(Workspace), isSwitch: false),
            Parameter(nameof(InputJson), isSwitch: false),
            Parameter(nameof(Verbose), isSwitch: true, "vb"),
            Parameter(nameof(Quiet), isSwitch: true),
            Parameter(nameof(Help), isSwitch: true, "?"),
        ];
        if (supportsShouldProcess)
        {
            parameters.Add(Parameter(nameof(WhatIf), isSwitch: true, "wi"));
            parameters.Add(Parameter(nameof(Confirm), isSwitch: true, "cf"));
        }

        return parameters;
    }

    private static ParameterSyntax Parameter(string name, bool isSwitch, params string[] aliases) =>
        new(name, typeof(CommonOptions).GetProperty(name)!, isSwitch, aliases, Anywhere, []);
}
