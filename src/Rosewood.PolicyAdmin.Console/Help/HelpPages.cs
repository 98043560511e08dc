using Rosewood.PolicyAdmin.Console.Binding;
using Rosewood.PolicyAdmin.Console.Syntax;

namespace Rosewood.PolicyAdmin.Console.Help;

/// <summary>The help of all commands at once, for the forms of it that are files.</summary>
/// <param name="commands">Each command's help, in the order of the public surface.</param>
/// <param name="shared">The parameters that every cmdlet has besides PowerShell's own.</param>
/// <param name="changing">The parameters of cmdlets that change something.</param>
internal sealed class HelpPages(IReadOnlyList<CommandHelp> commands, IReadOnlyList<ParameterHelp> shared, IReadOnlyList<ParameterHelp> changing)
{
    private static readonly string[] Shared = [nameof(CommonOptions.Workspace)];
    private static readonly string[] Changing = [nameof(CommonOptions.WhatIf), nameof(CommonOptions.Confirm)];

    /// <summary>Each command's help, in the order of the public surface.</summary>
    public IReadOnlyList<CommandHelp> Commands => commands;

    /// <summary>Reads the help of all commands.</summary>
    public static HelpPages Read(CommandCatalog catalog)
    {
        var reader = new CommandHelpReader(catalog);
        return new HelpPages([.. catalog.Commands.Select(reader.Read)], Common(reader, Shared), Common(reader, Changing));
    }

    /// <summary>A command's parameters as its cmdlet has them: its own, the workspace, and those about changes.</summary>
    public IEnumerable<ParameterHelp> ParametersOf(CommandHelp help) =>
        help.Parameters.Concat(shared).Concat(help.Syntax.SupportsShouldProcess ? changing : []);

    /// <summary>The commands to read next.</summary>
    public IReadOnlyList<string> RelatedTo(CommandHelp help) => CommandRelations.Of(help, [.. commands.Select(static c => c.Name)]);

    private static ParameterHelp[] Common(CommandHelpReader reader, string[] names) =>
    [
        .. CommonOptions.For(supportsShouldProcess: true)
            .Where(p => names.Contains(p.Name, StringComparer.Ordinal))
            .Select(p => reader.Read(p, typeof(CommonOptions))),
    ];
}
