using System.IO.Enumeration;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.People;

/// <summary>Shows people on the roster, as they stand or as they stood at a moment.</summary>
/// <example><code>Get-PolicyPerson -Role HeadTeacher,DeputyHead</code>Who may use school mobiles without asking (USE-3).</example>
/// <example><code>Get-PolicyPerson -User 'Nell Ames' -At 2026-09-02</code>One person as the roster had them on a day.</example>
public sealed class GetPolicyPerson : PolicyRequest
{
    /// <summary>Whom: UPN, login name, display name or a role held by one person; or a pattern with <c>*</c> and <c>?</c>. Everybody when left out.</summary>
    public string[] User { get; set; } = [];

    /// <summary>Only people who hold one of these roles.</summary>
    public Role[] Role { get; set; } = [];

    /// <summary>The moment; now when left out.</summary>
    public TimeInput? At { get; set; }

    /// <summary>Also people whose last day has passed or whose first day is still to come. Whoever is named without a pattern is shown in any case.</summary>
    public bool IncludeEnded { get; set; }
}

internal sealed class GetPolicyPersonHandler : CommandHandler<GetPolicyPerson>
{
    public override Task HandleAsync(GetPolicyPerson request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var people = context.LoadPeople();
        var at = (request.At?.ToStart(context.Workspace.Zone) ?? context.Now).UtcTicks;
        var shown = new HashSet<string>(StringComparer.Ordinal);
        foreach (var person in Chosen(request, people, at))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if ((request.Role.Length == 0 || person.Roles.Overlaps(RoleSet.Of(request.Role))) && shown.Add(person.Id))
            {
                sink.Write(person);
            }
        }

        return Task.CompletedTask;
    }

    private static List<Person> Chosen(GetPolicyPerson request, PeopleHistory people, long at)
    {
        var today = people.DateAt(at);
        var everybody = people.All(at).Where(p => request.IncludeEnded || PeopleHistory.IsEmployed(p, today)).ToList();
        return request.User.Length == 0
            ? everybody
            : [.. request.User.SelectMany(u => IsPattern(u) ? everybody.Where(p => Fits(p, u)) : [people.Resolve(u, at)])];
    }

    private static bool IsPattern(string text) => text.AsSpan().ContainsAny('*', '?');

    private static bool Fits(Person person, string pattern)
    {
        // A backslash parts domain and name here; the matcher would take it as an escape.
        var expression = PersonName.KeyOf(pattern).Replace("\\", "\\\\", StringComparison.Ordinal);
        return PeopleHistory.LoginsOf(person)
            .Append(PersonName.KeyOf(person.DisplayName))
            .Any(name => FileSystemName.MatchesSimpleExpression(expression, name));
    }
}
