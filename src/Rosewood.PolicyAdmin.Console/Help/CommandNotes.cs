using System.Text.RegularExpressions;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Governance;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Safeguarding;

namespace Rosewood.PolicyAdmin.Console.Help;

/// <summary>What stands at the end of a command's help: who may run it, whether it asks, which clauses of the policy it serves.</summary>
internal static partial class CommandNotes
{
    /// <summary>The notes, a paragraph each.</summary>
    public static IReadOnlyList<string> Of(CommandHelp help)
    {
        List<string> notes = [Rights(help.Command)];
        if (help.Command.MayRunUnattended)
        {
            notes.Add("A timer may run it without a login, as the account that owns the workspace.");
        }

        if (help.Syntax.AsksByDefault)
        {
            notes.Add("It asks before it changes anything. With -Confirm:$false it does not ask.");
        }

        notes.AddRange(ClausesOf(help));
        return notes;
    }

    private static string Rights(CommandDescriptor command) => (command.Roles.IsEmpty, command.Needs) switch
    {
        (true, WorkspaceNeed.None) => "Anybody may run it; it needs no workspace.",
        (true, WorkspaceNeed.Optional) => "Anybody may run it, also without a workspace.",
        (true, _) when command.RequestType == typeof(NewSafeguardingConcern) => "Who may run it: everybody on the roster who is employed.",
        (true, _) => "Anybody may run it who can open the workspace.",
        _ => $"Who may run it: {Text(command.Roles)}.",
    };

    private static string Text(RoleSet roles)
    {
        var words = roles.Select(Word).ToList();
        return words.Count == 1 ? words[0] : $"{string.Join(", ", words.Take(words.Count - 1))} or {words[^1]}";
    }

    private static string Word(Role role) => role switch
    {
        Role.HeadTeacher => "the head teacher",
        Role.DeputyHead => "a deputy head",
        Role.SeniorLeader => "another senior leader",
        Role.SafeguardingLead => "the safeguarding lead",
        Role.DataProtectionOfficer => "the data protection officer",
        Role.Technician => "a technician",
        Role.Admin => "the admin team",
        Role.Teacher => "a teacher",
        Role.Support => "support staff",
        Role.Governor => "a governor",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "A role without a word."),
    };

    /// <summary>The clauses that the texts name, with their rules in short; those of examples too.</summary>
    private static IEnumerable<string> ClausesOf(CommandHelp help)
    {
        var text = string.Join('\n', help.Description.Concat(help.Parameters.SelectMany(static p => p.Text)).Concat(help.Examples.SelectMany(static e => e.Text)));
        return Clause().Matches(text).Select(static m => m.Value).Distinct(StringComparer.Ordinal)
            .Where(static c => PolicyClauses.RuleOf(c) is not null)
            .Order(StringComparer.Ordinal)
            .Select(static c => $"{c}: {PolicyClauses.RuleOf(c)}.");
    }

    [GeneratedRegex("[A-Z]{3}-[0-9]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Clause();
}
