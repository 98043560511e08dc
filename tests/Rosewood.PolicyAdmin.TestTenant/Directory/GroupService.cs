using Rosewood.Tenancy.Query;
using Rosewood.Tenancy.Server;

namespace Rosewood.Tenancy.Directory;

/// <summary><c>/groups</c> and the reading of members.</summary>
internal static class GroupService
{
    private static readonly string[] Read = ["GroupMember.Read.All", "Group.Read.All", "Group.ReadWrite.All", "GroupMember.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All"];

    private static readonly Dictionary<string, string> Rules = new(StringComparer.Ordinal)
    {
        ["id"] = "eq ne",
        ["displayName"] = "eq ne ge le startswith",
        ["mailNickname"] = "eq ne startswith",
        ["securityEnabled"] = "eq ne",
    };

    private static readonly Dictionary<string, string> MemberRules = new(StringComparer.Ordinal)
    {
        ["id"] = "eq",
        ["displayName"] = "eq startswith",
        ["userPrincipalName"] = "eq startswith endswith",
        ["accountEnabled"] = "eq",
    };

    public static IReadOnlyList<Route> Routes { get; } =
    [
        new("GET", "groups", "directory", Read, List),
        new("GET", "groups/{id}", "directory", Read, Get),
        .. MemberRoutes("members", 3, (d, id) => d.ReadMembers(id)),
        .. MemberRoutes("transitiveMembers", 5, (d, id) => d.ReadTransitive(id)),
    ];

    private static IEnumerable<Route> MemberRoutes(string name, int cost, Func<TenantDirectory, string, IReadOnlyList<string>> read)
    {
        yield return new Route("GET", $"groups/{{id}}/{name}", "directory", Read, r => Members(r, name, read, "")) { Cost = cost };
        yield return new Route("GET", $"groups/{{id}}/{name}/$count", "directory", Read, r => Advanced.Count(r, () => read(r.State.Directory, r.State.Directory.Group(r.Ids[0]).Id).Count)) { Cost = cost };
        foreach (var space in (string[])["microsoft.graph.", "graph."])
        {
            yield return new Route("GET", $"groups/{{id}}/{name}/{space}user", "directory", Read, r => Members(r, name, read, "user")) { Cost = cost };
            yield return new Route("GET", $"groups/{{id}}/{name}/{space}group", "directory", Read, r => Members(r, name, read, "group")) { Cost = cost };
        }
    }

    private static GraphReply List(GraphRequest request)
    {
        request.Query.Allow("$select", "$top", "$filter", "$count", "$skiptoken");
        var filter = Filter.From(request.Query, "group", Rules);
        Advanced.Check(request, filter);
        return new Listing
        {
            Context = "groups",
            Source = () => [.. request.State.Directory.Groups.Select(g => DirectoryObjects.Of(g))],
            Filter = filter,
            Selection = Selection.From(request.Query, "group", DirectoryObjects.AllOfGroup),
            Top = request.Query.Top(100, 999),
            ExpiredCode = "Directory_ExpiredPageToken",
        }.Page(request);
    }

    private static GraphReply Get(GraphRequest request)
    {
        request.Query.Allow("$select");
        var selection = Selection.From(request.Query, "group", DirectoryObjects.AllOfGroup);
        var group = request.State.Directory.Group(request.Ids[0]);
        return GraphReply.Of(200, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("@odata.context", request.Context("groups/$entity"));
            DirectoryObjects.Of(group).Write(writer, selection);
            writer.WriteEndObject();
        });
    }

    private static GraphReply Members(GraphRequest request, string name, Func<TenantDirectory, string, IReadOnlyList<string>> read, string cast)
    {
        request.Query.Allow("$select", "$top", "$filter", "$count", "$skiptoken");
        var directory = request.State.Directory;
        var group = directory.Group(request.Ids[0]);
        var filter = Filter.From(request.Query, cast.Length > 0 ? cast : "directoryObject", MemberRules);
        Advanced.Check(request, filter);
        if (filter.Leaves.Any() && !request.IsEventual)
        {
            throw GraphException.UnsupportedQuery("The specified filter to the reference property query is currently not supported.");
        }

        var isUsers = string.Equals(cast, "user", StringComparison.Ordinal);
        var known = isUsers ? DirectoryObjects.AllOfUser : [.. DirectoryObjects.AllOfUser, .. DirectoryObjects.AllOfGroup];
        return new Listing
        {
            Context = cast.Length == 0 ? "directoryObjects" : cast + "s",
            Source = () => [.. read(directory, group.Id).Select(id => Object(directory, id, cast)).OfType<IEntity>()],
            Filter = filter,
            Selection = Selection.From(request.Query, cast.Length > 0 ? cast : "directoryObject", known, isUsers ? DirectoryObjects.UsualOfUser : [.. DirectoryObjects.UsualOfUser, .. DirectoryObjects.AllOfGroup]),
            Top = request.Query.Top(100, 999),
            ExpiredCode = "Directory_ExpiredPageToken",
        }.Page(request);
    }

    private static JsonEntity? Object(TenantDirectory directory, string id, string cast)
    {
        if (directory.Find(id) is { } user)
        {
            return cast is "" or "user" ? DirectoryObjects.Of(user, typed: true) : null;
        }

        return cast is "" or "group" && directory.FindGroup(id) is { } group ? DirectoryObjects.Of(group, typed: true) : null;
    }
}
