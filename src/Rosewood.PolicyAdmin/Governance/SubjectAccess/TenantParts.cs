using System.Text.Json.Nodes;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Governance.Data;
using Rosewood.PolicyAdmin.Graph;
using Rosewood.PolicyAdmin.Graph.Slices;

namespace Rosewood.PolicyAdmin.Governance.SubjectAccess;

/// <summary>What was fetched from the tenant about the person: records in which one of their accounts stands. Whoever they wrote to is left out.</summary>
internal static class TenantParts
{
    public static IEnumerable<PersonDataPart> Read(PersonDataSource source, CancellationToken cancellationToken)
    {
        var records = new List<object>();
        var objectIds = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        string? trouble = null;
        var slices = new TenantSlices(new TenantPaths(source.Context.Workspace.Paths));
        foreach (var kind in Enum.GetValues<TenantSource>())
        {
            try
            {
                foreach (var record in slices.Of(kind).SelectMany(s => Lines(slices, s, cancellationToken)).Where(r => Names(r, source.Traces.Accounts)))
                {
                    if (kind == TenantSource.People && record["id"]?.GetValue<string>() is { } id)
                    {
                        objectIds.Add(id);
                    }

                    records.Add(new JsonObject { ["Source"] = kind.ToString(), ["Record"] = record });
                }
            }
            catch (FaultException e)
            {
                trouble = e.Fault.Message;
            }
        }

        yield return source.Part(DataClassName.TenantRecords, records, trouble) with { IsUnread = trouble is not null };
        var groups = source.Context.Store.GroupMembers.All().Where(m => objectIds.Contains(m.ObjectId));
        yield return source.Part(DataClassName.GroupMembers, groups.Select(object (m) => new { Group = m.GroupId, Since = source.Local(m.At) }));
    }

    private static IEnumerable<JsonObject> Lines(TenantSlices slices, TenantSlice slice, CancellationToken cancellationToken)
    {
        using var text = slices.Open(slice);
        foreach (var line in SliceLines.Read(text))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (JsonNode.Parse(line.Span) is JsonObject record)
            {
                yield return record;
            }
        }
    }

    private static bool Names(JsonNode? node, IReadOnlySet<string> accounts) => node switch
    {
        JsonObject o => o.Any(p => Names(p.Value, accounts)),
        JsonArray a => a.Any(n => Names(n, accounts)),
        JsonValue v => v.TryGetValue<string>(out var text) && accounts.Contains(text),
        _ => false,
    };
}
