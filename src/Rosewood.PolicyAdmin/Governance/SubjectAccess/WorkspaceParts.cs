using System.Text.Json.Nodes;
using Rosewood.PolicyAdmin.Governance.Data;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Governance.SubjectAccess;

/// <summary>Where the settings name the person: the account that made the workspace, and values of <c>policy.json</c>; and what they did to the catalogue.</summary>
internal static class WorkspaceParts
{
    public static IEnumerable<PersonDataPart> Read(PersonDataSource source)
    {
        var names = source.Traces.All;
        var store = source.Context.Store;
        var accounts = store.Settings.GetBootstrapOperators()
            .Where(o => names.Contains(o.Account) || names.Contains(LoginName.Normalize(o.Account)))
            .Select(object (o) => new { Where = "Account that made the workspace", Value = o.Account, o.Role });
        var config = store.Settings.GetSeenConfig() is { } text ? Places(JsonNode.Parse(text, documentOptions: new() { CommentHandling = System.Text.Json.JsonCommentHandling.Skip, AllowTrailingCommas = true }), "policy.json", names) : [];
        yield return source.Part(DataClassName.Workspace, accounts.Concat(config));
        yield return source.Part(DataClassName.Catalogue, store.Services.Load().Where(f => source.IsThem(f.OperatorId))
            .Select(object (f) => new { At = source.Local(f.At), f.Service, Part = "Changed by you" }));
        yield return source.Part(DataClassName.ReportSchedules, store.ReportSchedules.SetBy(source.IsThem)
            .Select(object (s) => new { At = source.Local(s.At), s.Name, Part = "Set or ended by you" }));
    }

    private static IEnumerable<object> Places(JsonNode? node, string path, IReadOnlySet<string> names) => node switch
    {
        JsonObject o => o.SelectMany(p => Places(p.Value, $"{path}.{p.Key}", names)),
        JsonArray a => a.SelectMany((n, i) => Places(n, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{path}.{i}"), names)),
        JsonValue v when v.TryGetValue<string>(out var text) && names.Contains(text) => [new { Where = path, Value = text }],
        _ => [],
    };
}
