using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Reporting.Audiences;

/// <summary>
/// Whether a report could be about the head teacher, to whom it then does not go alone, or about the safeguarding lead, to whom it then
/// does not go. A report that names nobody says nothing of the kind, since that alone would tell on them.
/// </summary>
internal static class ReportAbout
{
    /// <summary>The two roles that the policy speaks of.</summary>
    public static RoleSet Watched { get; } = RoleSet.Of(Role.HeadTeacher, Role.SafeguardingLead);

    /// <summary>Which of the two a report could be about.</summary>
    public static RoleSet Of(ReportMaterial material, VisitTally tally)
    {
        if (!AudienceTable.NamesStaff(material.Audience))
        {
            return RoleSet.None;
        }

        var isForLead = material.Audience == ReportRecipientGroup.Dsl;
        var visits = tally.Unexplained.ToList().Concat(tally.InSession.ToList()).Where(g => !isForLead || g.NamedInPolicy).Select(static g => g.PersonId);
        var logins = isForLead ? [] : LoginSection.From(material).Shared.Select(static l => l.PersonId);
        var facts = material.Facts;
        var found = (facts.Correspondence?.Findings ?? []).Concat(facts.Texts?.Findings ?? []).Select(static f => f.PersonId);
        var content = (facts.Content?.Episodes ?? []).Where(e => e.IsForLead == isForLead).Select(static e => e.PersonId);
        var declared = (facts.Declarations?.Entries ?? []).Where(static e => e.IsOverdue).Select(static e => e.PersonId);
        return visits.Concat(logins).Concat(found).Concat(content).Concat(declared).OfType<string>().Distinct(StringComparer.Ordinal)
            .Aggregate(RoleSet.None, (roles, id) => roles.Union(RolesOf(material, id)));
    }

    /// <summary>What is said to a question about somebody who holds one of the two roles; empty: they hold none.</summary>
    public static string Words(ReportMaterial material, string? personId)
    {
        var roles = personId is null ? RoleSet.None : RolesOf(material, personId);
        return (roles.Contains(Role.HeadTeacher) ? " This is about the head teacher: someone else, such as the chair of governors, reads it too." : "")
            + (roles.Contains(Role.SafeguardingLead) ? " This is about the safeguarding lead: it does not go to them." : "");
    }

    /// <summary>The sentence about whom a report must not go to.</summary>
    /// <param name="audience">For whom it is.</param>
    /// <param name="about">Which of the two it could be about.</param>
    public static string Note(ReportRecipientGroup audience, RoleSet about)
    {
        if (!AudienceTable.NamesStaff(audience))
        {
            return $"For {AudienceTable.Name(audience)}. It names no member of staff about whom anything was found.";
        }

        var note = $"For {AudienceTable.Name(audience)}: it names members of staff. Do not pass it on; tell others only what they are to do.";
        note += about.Contains(Role.HeadTeacher) ? " It could be about the head teacher, so it must not go to the head teacher alone." : "";
        return note + (about.Contains(Role.SafeguardingLead) ? " It could be about the safeguarding lead, so it must not go to the safeguarding lead." : "");
    }

    private static RoleSet RolesOf(ReportMaterial material, string personId)
    {
        var standing = material.StandingHolders.Where(p => string.Equals(p.Id, personId, StringComparison.Ordinal)).Aggregate(RoleSet.None, static (roles, p) => roles.Union(p.Roles));
        return standing.Union(material.WatchedRoles.GetValueOrDefault(personId)).Intersect(Watched);
    }
}
