using System.Text.RegularExpressions;
using Rosewood.Tenancy.Server;

namespace Rosewood.Tenancy.Directory;

/// <summary>Adding and removing a group's members.</summary>
internal static partial class MembershipService
{
    private static readonly string[] Write = ["GroupMember.ReadWrite.All", "Group.ReadWrite.All", "Directory.ReadWrite.All"];

    public static IReadOnlyList<Route> Routes { get; } =
    [
        new("POST", "groups/{id}/members/$ref", "directory", Write, Add),
        new("DELETE", "groups/{id}/members/{id}/$ref", "directory", Write, Remove),
    ];

    private static GraphReply Add(GraphRequest request)
    {
        request.Query.Allow();
        var state = request.State;
        var group = state.Directory.Group(request.Ids[0]);
        var reference = request.JsonBody()["@odata.id"]?.ToString() ?? throw GraphException.BadRequest("The request body must contain the property '@odata.id'.");
        if (Reference().Match(reference) is not { Success: true } match)
        {
            throw new GraphException(400, "Request_BadRequest", $"Invalid URL format specified in '@odata.id': '{reference}'.");
        }

        var id = match.Groups["id"].Value;
        var found = state.Directory.Find(id)?.Id ?? state.Directory.FindGroup(id)?.Id ?? throw GraphException.NotFound(id);
        if (state.Directory.ActualMembers(group.Id).Contains(found, StringComparer.OrdinalIgnoreCase))
        {
            throw new GraphException(400, "Request_BadRequest", "One or more added object references already exist for the following modified properties: 'members'.");
        }

        state.Directory.MembersOf(group.Id).Add(found, state.Now, state.Options.Consistency);
        return GraphReply.Empty(204);
    }

    private static GraphReply Remove(GraphRequest request)
    {
        request.Query.Allow();
        var state = request.State;
        var group = state.Directory.Group(request.Ids[0]);
        var id = request.Ids[1];
        if (!state.Directory.ActualMembers(group.Id).Contains(id, StringComparer.OrdinalIgnoreCase))
        {
            throw GraphException.NotFound(id);
        }

        state.Directory.MembersOf(group.Id).Remove(id, state.Now, state.Options.Consistency);
        state.Timed.End(group.Id, id);
        return GraphReply.Empty(204);
    }

    [GeneratedRegex(@"^https?://[^/]+/(?:v1\.0|beta)/(?:directoryObjects|users|groups)/(?<id>[0-9A-Fa-f-]{36})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Reference();
}
