using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Reporting.Audiences;

namespace Rosewood.PolicyAdmin.Reporting.Sections;

/// <summary>Use of the services that the policy names by members of staff, where nothing authorised it: for the safeguarding lead (SAF-2).</summary>
internal sealed class FlaggedUseSection : IReportSection
{
    private const int MostAsks = 20;

    public string Id => "flagged";

    public string Title => "Staff and the services that the policy names";

    public ReportSection Make(SectionInput input)
    {
        var groups = input.Tally.Unexplained.ToList().Concat(input.Tally.InSession.ToList()).Where(static g => g.NamedInPolicy).ToList();
        var people = groups.Select(static g => g.Person).Distinct(StringComparer.Ordinal).Count();
        return new ReportSection(
            Id,
            Title,
            "SAF-2",
            input.Detail,
            [
                groups.Count == 0
                    ? "No use of these services by a member of staff was seen that nothing authorised."
                    : $"Used with the {(people == 1 ? "login" : "logins")} of {ReportWords.Count(people, "member of staff", "members of staff")}, without a grant or on an own device in session. The policy names these services because groomers are known to use them; use by staff is no sign of that.",
            ],
            groups.Count == 0
                ? []
                :
                [
                    new ReportTable(
                        Id,
                        "By person and service",
                        [new("Person"), new("Service"), new("Visits", IsNumber: true), new("First"), new("Last")],
                        [.. groups.Select(static g => (IReadOnlyList<string>)[g.Person, g.Service, ReportWords.Number(g.Visits), ReportWords.Moment(g.First), ReportWords.Moment(g.Last)])]),
                ])
        {
            Asks =
            [
                .. groups.GroupBy(static g => (g.Person, WasEmployed: g.Reasons[0] != ReasonCode.PersonNotEmployed)).Take(MostAsks).Select(static p => new ReportAsk(
                    DecisionKind.FlaggedService,
                    $"{(p.Key.WasEmployed ? p.Key.Person : $"The login of {p.Key.Person}")} on {ReportWords.List([.. p.Select(static g => g.Service).Distinct(StringComparer.Ordinal)])}",
                    $"{ReportWords.Sentence(ReportWords.Count(p.Sum(static g => g.Visits), "visit", "visits"))}, {ReportWords.When(p.Min(static g => g.First), p.Max(static g => g.Last))}, without a grant or on an own device in session.",
                    p.Key.WasEmployed
                        ? "SLT asks about the use itself, which nothing explains yet. Check your own records for concerns about them."
                        : "Somebody else may well have used it: the login works though its holder has not started yet, or has left. SLT has it closed, and finds out who could have used it.",
                    "SAF-2")),
            ],
            InShort = groups.Count == 0 ? null : $"Services that the policy names were used with the {(people == 1 ? "login" : "logins")} of {ReportWords.Count(people, "member of staff", "members of staff")}, without a grant or on an own device in session.",
        };
    }
}
