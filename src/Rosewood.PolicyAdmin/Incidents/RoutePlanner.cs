using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Incidents;

/// <summary>
/// Who is told of an incident, in order, by name, as the roster stands at an instant. Nobody whom it concerns is ever among them: others
/// take their place, the last of them outside the school.
/// </summary>
/// <param name="people">The roster.</param>
/// <param name="config">What the school adds.</param>
/// <param name="at">The instant.</param>
internal sealed class RoutePlanner(PeopleHistory people, IncidentsConfig config, DateTimeOffset at)
{
    /// <summary>The prosecutors' guidance that is read with RES-3: the successor of that of 20 June 2013.</summary>
    public const string ProsecutorsGuidance = "https://www.cps.gov.uk/prosecution-guidance/social-media-and-other-electronic-communications";

    private const string Preserve = "Preserve it as it is. Do not open, copy, print, photograph or e-mail the material, do not look for it, and write its address nowhere. Note the time, the device and who noticed it.";

    private readonly IReadOnlyList<Person> _staff = [.. people.All(at.UtcTicks).Where(p => PeopleHistory.IsEmployed(p, people.DateAt(at.UtcTicks)))];

    /// <summary>Whether addresses are withheld, by the policy or by the school's addition.</summary>
    public static bool IsWithheld(IncidentType type, IncidentsConfig config) => IncidentRoutes.Of(type).IsWithheld || config.Of(type).Withhold;

    /// <summary>The severity that an incident of a type begins with.</summary>
    public static IncidentSeverity SeverityOf(IncidentType type, IncidentsConfig config) => config.Of(type).Severity ?? IncidentRules.Of(type).Severity;

    /// <summary>The steps, in order, each a sentence or two.</summary>
    /// <param name="type">The type.</param>
    /// <param name="concerned">Ids of people whom it concerns; they are left out.</param>
    public IReadOnlyList<string> Steps(IncidentType type, IReadOnlyCollection<string> concerned)
    {
        var route = IncidentRoutes.Of(type);
        var added = config.Of(type);
        var headConcerned = IsConcerned(Role.HeadTeacher, concerned);
        var leadConcerned = IsConcerned(Role.SafeguardingLead, concerned);
        var isProtection = string.Equals(route.Clause, "RES-1", StringComparison.Ordinal);
        var steps = new List<string>();
        if (IsWithheld(type, config))
        {
            steps.Add(Preserve);
        }

        if (isProtection || headConcerned || leadConcerned || added.SafeguardingLead)
        {
            steps.Add(Lead(concerned, leadConcerned));
        }

        steps.Add(Leadership(isProtection, headConcerned, concerned));
        if (route.Police || added.Police)
        {
            steps.Add("Tell the police: 101, or 999 where a child is in danger now. They say what happens to the material and the device.");
        }

        if (headConcerned || leadConcerned || (concerned.Count > 0 && IncidentRules.Of(type).TouchesChildren))
        {
            steps.Add($"Tell the local authority's designated officer (LADO), outside the school: it is about a member of staff{(config.DesignatedOfficer is { } contact ? $" ({contact})" : "")}.");
        }

        if (Additions(added, concerned) is { Length: > 0 } others)
        {
            steps.Add($"Tell {others} too, as policy.json says.");
        }

        if (type == IncidentType.InflammatoryPost)
        {
            steps.Add($"The school answers first; police or lawyers where that is needed. Read with it what prosecutors go by ({ProsecutorsGuidance}).");
        }

        steps.Add("Look into it fully before anybody calls it a crime (MIS-3).");
        return steps;
    }

    private string Lead(IReadOnlyCollection<string> concerned, bool leadConcerned)
    {
        var leads = Holders(RoleSet.Of(Role.SafeguardingLead), concerned);
        return leads.Count > 0
            ? $"Tell {Names(leads)} ({(leadConcerned ? "deputy safeguarding lead" : "safeguarding lead, DSL")}), in person or by telephone."
            : leadConcerned
                ? "It is about the safeguarding lead, who is not told. No deputy safeguarding lead is on the roster: the next step comes first."
                : "No safeguarding lead is on the roster: tell whoever acts as one, and have the roster corrected.";
    }

    private string Leadership(bool isProtection, bool headConcerned, IReadOnlyCollection<string> concerned)
    {
        if (headConcerned)
        {
            var chairs = Holders(RoleSet.Of(Role.Governor), concerned);
            var chair = chairs.Count switch { 0 => "the chair of governors", 1 => $"the chair of governors ({Names(chairs)})", _ => $"the chair of governors (the governors are {Names(chairs)})" };
            var senior = Holders(RoleSet.SeniorLeadership, concerned);
            return senior.Count > 0
                ? $"It is about the head teacher, who is not told. Tell {chair}, and {Names(senior)} (senior leadership team)."
                : $"It is about the head teacher, who is not told. Tell {chair}; no other senior leader is left who is not concerned.";
        }

        var head = Holders(RoleSet.Of(Role.HeadTeacher), concerned);
        var others = Holders(RoleSet.SeniorLeadership.Without(Role.HeadTeacher), concerned);
        return (head.Count, isProtection) switch
        {
            (0, _) when others.Count == 0 => "No senior leader is on the roster who is not concerned: tell the chair of governors.",
            (0, _) => $"Tell {Names(others)} (senior leadership team).",
            (_, true) => $"Tell {Names(head)} (head teacher).",
            _ => $"Tell {Names(head)} (head teacher), who answers it with the senior leadership team{(others.Count > 0 ? $" ({Names(others)})" : "")}.",
        };
    }

    private string Additions(IncidentRouteConfig added, IReadOnlyCollection<string> concerned)
    {
        var roles = added.Roles.Aggregate(RoleSet.None, static (set, role) => set.With(role));
        var asked = added.People.Select(a => (Address: a, PersonId: PersonIdOf(a))).ToList();
        var ids = asked.Select(static a => a.PersonId).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var names = Names([.. _staff.Where(p => !concerned.Contains(p.Id, StringComparer.Ordinal) && (p.Roles.Overlaps(roles) || ids.Contains(p.Id)))]);

        // Whom the school added and the roster never had, such as an officer of the trust, is told all the same. An address of the school
        // that is nobody's may be read by whom it is about.
        var outside = asked.Where(a => a.PersonId is null && (concerned.Count == 0 || !IsOfSchool(a.Address))).Select(static a => a.Address);
        return string.Join(", ", outside.Prepend(names).Where(static n => n.Length > 0));
    }

    /// <summary>Whether an address that the school added is one of its own, and nobody's: a slip, or somebody long gone. Whoever is outside is told all the same.</summary>
    public bool IsNobodyOfSchool(string address) => PersonIdOf(address) is null && IsOfSchool(address);

    /// <summary>Whether an address that the school added is of somebody who is not employed now, and so not told.</summary>
    public bool HasLeft(string address) => PersonIdOf(address) is { } id && !_staff.Any(p => string.Equals(p.Id, id, StringComparison.Ordinal));

    /// <summary>Whose an address is or ever was.</summary>
    private string? PersonIdOf(string address) =>
        people.FindByLogin(address, at.UtcTicks).Person?.Id
        ?? people.SpansFrom(long.MinValue).FirstOrDefault(s => string.Equals(s.Value.UserPrincipalName, address, StringComparison.OrdinalIgnoreCase))?.Value.Id;

    private bool IsOfSchool(string address) =>
        address.LastIndexOf('@') is >= 0 and var sign && _staff.Any(p => p.UserPrincipalName.EndsWith(address[sign..], StringComparison.OrdinalIgnoreCase));

    private bool IsConcerned(Role role, IReadOnlyCollection<string> concerned) =>
        _staff.Any(p => p.Roles.Contains(role) && concerned.Contains(p.Id, StringComparer.Ordinal));

    private List<Person> Holders(RoleSet roles, IReadOnlyCollection<string> concerned) =>
        [.. _staff.Where(p => p.Roles.Overlaps(roles) && !concerned.Contains(p.Id, StringComparer.Ordinal))];

    private string Names(IReadOnlyList<Person> persons) => string.Join(", ", persons.Select(p => PersonNames.Show(people, p, at.UtcTicks)));
}
