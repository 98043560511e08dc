using System.Text.RegularExpressions;
using Rosewood.Tenancy.Server;

namespace Rosewood.Tenancy.Exchange;

/// <summary><c>/users/{id}/mailFolders/sentitems/messages</c>, searched by one extended property; <c>Mail.ReadBasic</c> does not reach those.</summary>
internal static partial class SentItemsService
{
    public static IReadOnlyList<Route> Routes { get; } =
    [
        new("GET", "users/{id}/mailFolders/sentitems/messages", "outlook", ["Mail.Read", "Mail.ReadWrite"], Find),
    ];

    private static GraphReply Find(GraphRequest request)
    {
        request.Query.Allow("$select", "$filter", "$top");
        var user = Mailboxes.Of(request);
        if (Property().Match(request.Query["$filter"] ?? "") is not { Success: true } filter)
        {
            throw GraphException.BadRequest("Invalid filter clause.");
        }

        var found = request.State.Mail.Copies(user.UserPrincipalName).Where(m => m.Properties.TryGetValue(filter.Groups["id"].Value, out var value) && string.Equals(value, filter.Groups["value"].Value, StringComparison.Ordinal)).ToList();
        return GraphReply.Of(200, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("@odata.context", request.Context($"users('{Uri.EscapeDataString(user.Id)}')/mailFolders('sentitems')/messages(id)"));
            writer.WriteStartArray("value");
            foreach (var mail in found)
            {
                writer.WriteStartObject();
                writer.WriteString("@odata.etag", "W/\"test\"");
                writer.WriteString("id", MadeId.Of($"sent {mail.Subject} {mail.Properties.Count}").ToString());
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    [GeneratedRegex("^singleValueExtendedProperties/Any\\(ep: ep/id eq '(?<id>[^']+)' and ep/value eq '(?<value>[^']+)'\\)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Property();
}
