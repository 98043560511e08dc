using Rosewood.PolicyAdmin.Governance.Data;

namespace Rosewood.PolicyAdmin.Governance.SubjectAccess;

/// <summary>Who the person is, their devices and absences.</summary>
internal static class RosterParts
{
    public static IEnumerable<PersonDataPart> Read(PersonDataSource source)
    {
        var store = source.Context.Store;
        var states = store.People.VersionsOf(source.PersonId).Select(object (v) => new
        {
            Kind = "State",
            From = source.Local(v.EffectiveFrom),
            v.Person.Id,
            v.Person.UserPrincipalName,
            v.Person.DisplayName,
            v.Person.Roles,
            v.Person.LoginNames,
            v.Person.PersonalAddresses,
            v.Person.WorkPhone,
            v.Person.StartDate,
            v.Person.EndDate,
        });
        var changes = store.People.ChangesOf(source.PersonId).Select(object (c) => new
        {
            Kind = "Change of guarded roles",
            From = source.Local(c.Change.RequestedAt),
            c.Change.RolesGiven,
            c.Change.RolesTaken,
            c.Change.LoginNamesGiven,
            RequestedBy = source.Redactor.Name(c.Change.RequestedBy),
            Status = c.Status ?? "Waiting",
            DecidedBy = source.Redactor.Name(c.By),
            DecidedAt = source.Local(c.At),
        });
        yield return source.Part(DataClassName.Roster, states.Concat(changes));
        yield return source.Part(DataClassName.Devices, source.Traces.Devices.Select(static object (d) => d));
        yield return source.Part(DataClassName.Absences, store.Absences.Load().All.Where(a => source.IsThem(a.PersonId))
            .Select(object (a) => new { a.Id, From = source.Local(a.From), Until = source.Local(a.Until) }));
    }
}
