using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Governance.Data;
using Rosewood.PolicyAdmin.Incidents;
using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Traffic.Content;

namespace Rosewood.PolicyAdmin.Governance.SubjectAccess;

/// <summary>What logs showed of the person: by their logins as they were at that moment.</summary>
internal static class TrafficParts
{
    public static IEnumerable<PersonDataPart> Read(PersonDataSource source)
    {
        var context = source.Context;
        var state = AccessStateLoader.Load(context);
        var devices = AccessStateLoader.LoadDevices(context);
        var visits = VisitReader.Read(context, state, devices, DateTimeOffset.MinValue, DateTimeOffset.MaxValue)
            .Where(v => source.IsThem(v.PersonId))
            .OrderBy(static v => v.Start);
        yield return source.Part(DataClassName.Visits, visits);

        // What goes to the safeguarding lead or the police first may be exempt, and its absence must tell nothing: it is never part of this.
        var reader = new ContentReader(state.People, devices, context.Workspace.Zone);
        var content = reader.Read(
            context.Store.Content.Read(0, long.MaxValue),
            key => IncidentRoutes.Of(key.Type).Clause is "RES-2" && source.IsThem(state.People.FindByLogin(key.User, ContentReader.TicksOf(key)).Person?.Id));
        yield return source.Part(DataClassName.ProhibitedContent, content, "Only types that the senior leadership team answers; about others see what is not part of this export.");
    }
}
