using System.Text.Json.Nodes;
using Rosewood.Tenancy.Server;

namespace Rosewood.Tenancy.Exchange;

/// <summary><c>/users/{id}/sendMail</c>: 202 means accepted, not delivered.</summary>
internal static class SendMailService
{
    private const int Largest = 4 * 1024 * 1024;

    public static IReadOnlyList<Route> Routes { get; } =
    [
        new("POST", "users/{id}/sendMail", "outlook", ["Mail.Send"], Send),
    ];

    private static GraphReply Send(GraphRequest request)
    {
        request.Query.Allow();
        if (request.Body.Length > Largest)
        {
            throw new GraphException(413, "RequestEntityTooLarge", "The maximum request size exceeded. Use an upload session for large attachments.");
        }

        var body = request.JsonBody();
        var user = Mailboxes.Of(request);
        var unknown = body.Select(p => p.Key).FirstOrDefault(k => !k.Equals("message", StringComparison.OrdinalIgnoreCase) && !k.Equals("saveToSentItems", StringComparison.OrdinalIgnoreCase));
        if (unknown is not null)
        {
            throw GraphException.BadRequest($"The parameter '{unknown}' in the request payload is not a valid parameter for the operation 'sendMail'.");
        }

        if ((body["message"] ?? body["Message"]) is not JsonObject message)
        {
            throw GraphException.BadRequest("The request is missing the parameter 'Message'.");
        }

        string[] recipients = [.. Addresses(message, "toRecipients"), .. Addresses(message, "ccRecipients"), .. Addresses(message, "bccRecipients")];
        if (recipients.Length == 0 || recipients.Any(a => !IsAddress(a)))
        {
            throw new GraphException(400, "ErrorInvalidRecipients", "At least one recipient is not valid.");
        }

        var type = message["body"]?["contentType"]?.ToString() ?? "Text";
        if (!type.Equals("Text", StringComparison.OrdinalIgnoreCase) && !type.Equals("HTML", StringComparison.OrdinalIgnoreCase))
        {
            throw GraphException.BadRequest($"Requested value '{type}' was not found.");
        }

        request.State.Mail.Accept(new SentMail(user.UserPrincipalName, recipients, message["subject"]?.ToString() ?? "", message["body"]?["content"]?.ToString() ?? "", type, Attachments(message))
        {
            Properties = Properties(message),
            IsKept = !string.Equals(body["saveToSentItems"]?.ToString(), "false", StringComparison.OrdinalIgnoreCase),
        });
        return GraphReply.Empty(202);
    }

    private static Dictionary<string, string> Properties(JsonObject message)
    {
        if ((message["internetMessageHeaders"] as JsonArray ?? []).Any(h => h?["name"]?.ToString().StartsWith("x-", StringComparison.OrdinalIgnoreCase) != true))
        {
            throw new GraphException(400, "InvalidInternetMessageHeader", "The internet message header name should start with 'x-' or 'X-'.");
        }

        return (message["singleValueExtendedProperties"] as JsonArray ?? []).ToDictionary(p => p!["id"]!.ToString(), p => p!["value"]!.ToString(), StringComparer.Ordinal);
    }

    private static List<(string Name, byte[] Content)> Attachments(JsonObject message)
    {
        var files = new List<(string, byte[])>();
        foreach (var attachment in message["attachments"] as JsonArray ?? [])
        {
            if (attachment?["@odata.type"]?.ToString() is not "#microsoft.graph.fileAttachment")
            {
                throw GraphException.BadRequest("An attachment must have the property '@odata.type' with the value '#microsoft.graph.fileAttachment'.");
            }

            var name = attachment["name"]?.ToString();
            try
            {
                files.Add((string.IsNullOrEmpty(name) ? throw GraphException.BadRequest("Required property 'name' of an attachment is missing.") : name, Convert.FromBase64String(attachment["contentBytes"]?.ToString() ?? "")));
            }
            catch (FormatException)
            {
                throw GraphException.BadRequest("Cannot convert the literal of 'contentBytes' to the expected type 'Edm.Binary'.");
            }
        }

        return files;
    }

    private static IEnumerable<string> Addresses(JsonObject message, string name)
        => (message[name] as JsonArray ?? []).Select(r => r?["emailAddress"]?["address"]?.ToString() ?? "");

    private static bool IsAddress(string text) => text.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at < text.Length - 1 && !text.Contains(' ', StringComparison.Ordinal);
}
