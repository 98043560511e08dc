using System.Reflection;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Console.Syntax;

/// <summary>The commands by name. A command's cmdlet class is looked at only when that command is asked for, so that start stays quick.</summary>
/// <param name="commands">What there is.</param>
/// <param name="cmdlet">Finds the cmdlet class of a Verb-Noun.</param>
internal sealed class CommandCatalog(IReadOnlyList<CommandDescriptor> commands, Func<string, Type?> cmdlet)
{
    private const string CmdletAssembly = "Rosewood.PolicyAdmin.Cmdlets";

    /// <summary>The product's commands.</summary>
    public static CommandCatalog Shipped() => new(CommandTable.All, static name =>
        Assembly.Load(CmdletAssembly).GetType($"{CmdletAssembly}.Commands.{name.Replace("-", "", StringComparison.Ordinal)}Command"));

    /// <summary>All of them.</summary>
    public IReadOnlyList<CommandDescriptor> Commands => commands;

    /// <summary>The command that a name, or the beginning of one, means.</summary>
    /// <exception cref="UsageException">None, or more than one.</exception>
    public CommandDescriptor Find(string typed)
    {
        var matches = new List<CommandDescriptor>();
        foreach (var command in commands)
        {
            if (command.Name.Equals(typed, StringComparison.OrdinalIgnoreCase))
            {
                return command;
            }

            if (typed.Length > 0 && command.Name.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
            {
                matches.Add(command);
            }
        }

        return matches.Count switch
        {
            1 => matches[0],
            0 => throw new UsageException(
                $"'{typed}' is no command.{Suggestions.Sentence(typed, commands.Select(static c => c.Name), prefix: "")}",
                "rosewood help"),
            _ => throw new UsageException(
                $"'{typed}' could be {Suggestions.List(matches.Select(static c => c.Name))}.",
                "rosewood help"),
        };
    }

    /// <summary>A command's syntax.</summary>
    public CommandSyntax SyntaxOf(CommandDescriptor command) =>
        SyntaxReader.Read(cmdlet(command.Name) ?? throw new InvalidOperationException($"{command.Name} has no cmdlet class."));
}
