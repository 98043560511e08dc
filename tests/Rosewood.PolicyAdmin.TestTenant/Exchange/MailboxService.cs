using System.Globalization;
using System.Text.Json;
using Rosewood.Tenancy.Query;
using Rosewood.Tenancy.Server;

namespace Rosewood.Tenancy.Exchange;

/// <summary><c>/users/{id}/messages</c> and inbox rules. Pages of messages follow by <c>$skip</c>, as Outlook's do.</summary>
internal static class MailboxService
{
    private static readonly string[] Body = ["body", "bodyPreview", "uniqueBody", "attachments"];

    private static readonly string[] Names =
    [
        "id", "createdDateTime", "lastModifiedDateTime", "receivedDateTime", "sentDateTime", "hasAttachments", "internetMessageId", "subject", "importance", "parentFolderId",
        "conversationId", "isRead", "isDraft", "webLink", "sender", "from", "toRecipients", "ccRecipients", "bccRecipients", "replyTo", "internetMessageHeaders", "categories", .. Body,
    ];

    private static readonly Dictionary<string, string> Rules = new(StringComparer.Ordinal)
    {
        ["receivedDateTime"] = "ge gt le lt eq",
        ["sentDateTime"] = "ge gt le lt eq",
        ["subject"] = "eq startswith contains",
        ["from/emailAddress/address"] = "eq",
        ["isRead"] = "eq",
        ["hasAttachments"] = "eq",
        ["internetMessageId"] = "eq",
    };

    public static IReadOnlyList<Route> Routes { get; } =
    [
        new("GET", "users/{id}/messages", "outlook", ["Mail.ReadBasic.All", "Mail.ReadBasic", "Mail.Read", "Mail.ReadWrite"], Messages),
        new("GET", "users/{id}/mailFolders/inbox/messageRules", "outlook", ["MailboxSettings.Read", "MailboxSettings.ReadWrite"], InboxRules),
    ];

    private static GraphReply Messages(GraphRequest request)
    {
        request.Query.Allow("$select", "$filter", "$orderby", "$top", "$skip");
        var user = Mailboxes.Of(request);
        var filter = Filter.From(request.Query, "message", Rules);
        var ascending = Order(request, filter);
        var selection = Selection.From(request.Query, "message", Names, [.. Names.Except(["internetMessageHeaders", "attachments", "uniqueBody"], StringComparer.Ordinal)]);
        var basic = !request.Token.Permissions.Contains("Mail.Read") && !request.Token.Permissions.Contains("Mail.ReadWrite");
        var top = request.Query.Top(10, 1000);
        var skip = Skip(request);
        var found = request.State.Mail.MessagesOf(user.Id).Select(m => new JsonEntity(m)).Where(filter.Matches)
            .OrderByDescending(m => m.Value("receivedDateTime") as DateTimeOffset? ?? DateTimeOffset.MinValue).ToList();
        if (ascending)
        {
            found.Reverse();
        }

        return GraphReply.Of(200, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("@odata.context", request.Context($"users('{Uri.EscapeDataString(user.Id)}')/messages"));
            writer.WriteStartArray("value");
            foreach (var message in found.Skip(skip).Take(request.Fault == FaultKind.EmptyPage ? 0 : top))
            {
                WriteMessage(writer, message, selection, basic);
            }

            writer.WriteEndArray();
            var next = request.Fault switch { FaultKind.RepeatedPage or FaultKind.EmptyPage => skip, _ => skip + top };
            if (next < found.Count && (next != skip || request.Fault != FaultKind.None))
            {
                writer.WriteString("@odata.nextLink", $"{request.Host}/{request.Version}/{request.Path}?{request.Query.NextLink("$skip", next.ToString(CultureInfo.InvariantCulture))}");
            }

            writer.WriteEndObject();
        });
    }

    private static void WriteMessage(Utf8JsonWriter writer, JsonEntity message, Selection selection, bool basic)
    {
        writer.WriteStartObject();
        writer.WriteString("@odata.etag", "W/\"test\"");
        foreach (var (name, value) in message.Json)
        {
            if (name is "id" || (selection.Has(name) && !(basic && Body.Contains(name, StringComparer.Ordinal))))
            {
                writer.WritePropertyName(name);
                if (value is null)
                {
                    writer.WriteNullValue();
                }
                else
                {
                    value.WriteTo(writer);
                }
            }
        }

        writer.WriteEndObject();
    }

    private static bool Order(GraphRequest request, Filter filter)
    {
        if (request.Query["$orderby"] is not { } order)
        {
            return false;
        }

        if (order is not ("receivedDateTime" or "receivedDateTime asc" or "receivedDateTime desc"))
        {
            throw GraphException.BadRequest($"The order '{order}' is not supported.");
        }

        if (filter.Leaves.FirstOrDefault() is { } first && !string.Equals(first.Path, "receivedDateTime", StringComparison.Ordinal))
        {
            throw new GraphException(400, "InefficientFilter", "The restriction or sort order is too complex for this operation.");
        }

        return !order.EndsWith("desc", StringComparison.Ordinal);
    }

    private static int Skip(GraphRequest request)
        => request.Query["$skip"] is not { } text ? 0
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var skip) ? skip
            : throw GraphException.BadRequest($"Invalid value '{text}' for $skip query option found. The $skip query option requires a non-negative integer value.");

    private static GraphReply InboxRules(GraphRequest request)
    {
        request.Query.Allow();
        var user = Mailboxes.Of(request);
        return new Listing
        {
            Context = $"users('{Uri.EscapeDataString(user.Id)}')/mailFolders('inbox')/messageRules",
            Source = () => [.. request.State.Mail.RulesOf(user.Id).Select(r => new JsonEntity(r))],
            Top = 1000,
        }.Page(request);
    }
}
