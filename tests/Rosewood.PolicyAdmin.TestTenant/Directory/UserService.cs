using Rosewood.Tenancy.Query;
using Rosewood.Tenancy.Server;

namespace Rosewood.Tenancy.Directory;

/// <summary><c>/users</c>.</summary>
internal static class UserService
{
    private const string Expired = "Directory_ExpiredPageToken";

    private static readonly string[] Read = ["User.Read.All", "User.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All"];

    private static readonly Dictionary<string, string> Rules = new(StringComparer.Ordinal)
    {
        ["id"] = "eq ne not eq",
        ["userPrincipalName"] = "eq ne ge le startswith endswith",
        ["displayName"] = "eq ne ge le startswith",
        ["mail"] = "eq ne ge le startswith endswith",
        ["accountEnabled"] = "eq ne",
        ["department"] = "eq ne startswith",
        ["jobTitle"] = "eq ne startswith",
        ["userType"] = "eq ne",
        ["onPremisesSamAccountName"] = "eq ne startswith",
    };

    public static IReadOnlyList<Route> Routes { get; } =
    [
        new("GET", "users", "directory", Read, List) { Cost = 2 },
        new("GET", "users/$count", "directory", Read, r => Advanced.Count(r, () => r.State.Directory.Users.Count)),
        new("GET", "users/{id}", "directory", Read, Get),
        new("GET", "me", "directory", ["User.Read", .. Read], Me),
    ];

    private static GraphReply List(GraphRequest request)
    {
        request.Query.Allow("$select", "$top", "$filter", "$count", "$skiptoken");
        var filter = Filter.From(request.Query, "user", Rules);
        Advanced.Check(request, filter);
        return new Listing
        {
            Context = "users",
            Source = () => [.. request.State.Directory.Users.Select(u => DirectoryObjects.Of(u))],
            Filter = filter,
            Selection = Select(request),
            Top = request.Query.Top(100, 999),
            ExpiredCode = Expired,
        }.Page(request);
    }

    private static GraphReply Get(GraphRequest request)
    {
        request.Query.Allow("$select");
        return One(request, request.State.Directory.User(request.Ids[0]));
    }

    private static GraphReply Me(GraphRequest request)
    {
        request.Query.Allow("$select");
        return request.Token.UserId is { } id
            ? One(request, request.State.Directory.User(id))
            : throw GraphException.BadRequest("/me request is only valid with delegated authentication flow.");
    }

    private static GraphReply One(GraphRequest request, TenantUser user)
    {
        var selection = Select(request);
        return GraphReply.Of(200, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("@odata.context", request.Context("users/$entity"));
            DirectoryObjects.Of(user).Write(writer, selection);
            writer.WriteEndObject();
        });
    }

    private static Selection Select(GraphRequest request) => Selection.From(request.Query, "user", DirectoryObjects.AllOfUser, DirectoryObjects.UsualOfUser);
}
