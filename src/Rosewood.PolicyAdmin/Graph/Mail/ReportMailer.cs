using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Kiota.Abstractions;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Graph.Authentication;
using Rosewood.PolicyAdmin.Graph.Client;
using Rosewood.PolicyAdmin.Reporting;
using Rosewood.PolicyAdmin.Reporting.Sending;

namespace Rosewood.PolicyAdmin.Graph.Mail;

/// <summary>Sends a report through Graph, with a mark by which it is found again in Sent Items.</summary>
internal sealed class ReportMailer : IDisposable
{
    /// <summary>A named property of our own: Sent Items keep it, and can be searched by it, unlike internet headers.</summary>
    private const string Property = "String {6f1f3b5c-2a52-4f0e-9f2b-7d1c0c9a4e11} Name RosewoodReport";

    /// <summary>Faults after which the service has surely not taken the message.</summary>
    private static readonly string[] Sure =
    [
        "GraphThrottled", "GraphPermissionMissing", "GraphTokenRefused", "GraphRequestRefused", "GraphLicenceMissing", "GraphUnreachable",
        "TenantSignInRefused", "TenantIdentityUnavailable", "TenantSignInUnavailable",
    ];

    private readonly TenantSession _session;

    private ReportMailer(TenantSession session) => _session = session;

    /// <summary>Signs in.</summary>
    /// <exception cref="FaultException">The sign-in fails.</exception>
    public static Task<ReportMailer> OpenAsync(CommandContext context, ICommandSink sink, CancellationToken cancellationToken) =>
        TenantSession.OpenSignedInAsync(context, sink, static session => new ReportMailer(session), cancellationToken);

    /// <summary>Sends it, once. A POST is sent again only where the service said that it was too much (429).</summary>
    /// <returns>What is known afterwards, and what went wrong in words.</returns>
    public async Task<(ReportMailState State, string Words)> SendAsync(ReportMail mail, ReportToSend report, CancellationToken cancellationToken)
    {
        try
        {
            await PostAsync(mail.Sender, Message(mail, report), cancellationToken);
            return (ReportMailState.Accepted, "");
        }
        catch (GraphRefusedException e)
        {
            return (ReportMailState.Failed, GraphFaults.Refused(GraphOperation.SendMail, e).Message);
        }
        catch (FaultException e)
        {
            return (Sure.Contains(e.Fault.Id, StringComparer.Ordinal) ? ReportMailState.Failed : ReportMailState.Unknown, e.Fault.Message);
        }
    }

    /// <summary>Sends a plain message that holds nothing about anybody; once more costs nothing, so it has no outbox.</summary>
    /// <exception cref="FaultException">It was not taken, or nobody knows.</exception>
    public async Task SendAlertAsync(string sender, IReadOnlyList<string> recipients, string subject, string text, CancellationToken cancellationToken)
    {
        try
        {
            await PostAsync(sender, Plain(recipients, subject, text), cancellationToken);
        }
        catch (GraphRefusedException e)
        {
            throw GraphFaults.Refused(GraphOperation.SendMail, e).ToException(e);
        }
    }

    /// <summary>Looks into Sent Items.</summary>
    /// <returns>Whether it is there; null: the app may not look.</returns>
    /// <exception cref="FaultException">The service can't be asked now.</exception>
    public async Task<bool?> FindAsync(ReportMail mail, CancellationToken cancellationToken)
    {
        var filter = string.Create(CultureInfo.InvariantCulture, $"singleValueExtendedProperties/Any(ep: ep/id eq '{Property}' and ep/value eq '{mail.Mark}')");
        var request = _session.Connection.Raw("v1.0", $"users/{Uri.EscapeDataString(mail.Sender)}/mailFolders/sentitems/messages?$select=id&$top=1&$filter={Uri.EscapeDataString(filter)}");
        try
        {
            await using var body = await _session.Connection.SendAsync(GraphOperation.SentItems, _session.Connection.V1, request, cancellationToken);
            using var page = await GraphPage.TryReadAsync(body, cancellationToken) ?? throw GraphFaults.AnswerBroken(GraphOperation.SentItems).ToException();
            return page.Items.GetArrayLength() > 0;
        }
        catch (FaultException e) when (string.Equals(e.Fault.Id, "GraphPermissionMissing", StringComparison.Ordinal))
        {
            return null;
        }
        catch (GraphRefusedException e)
        {
            throw GraphFaults.Refused(GraphOperation.SentItems, e).ToException(e);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();

    private async Task PostAsync(string sender, JsonObject message, CancellationToken cancellationToken)
    {
        var request = _session.Connection.Raw("v1.0", $"users/{Uri.EscapeDataString(sender)}/sendMail");
        request.HttpMethod = Method.POST;
        request.SetStreamContent(new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(message)), "application/json");
        await using var answer = await _session.Connection.SendAsync(GraphOperation.SendMail, _session.Connection.V1, request, cancellationToken);
    }

    private static JsonObject Plain(IReadOnlyList<string> recipients, string subject, string text) => new()
    {
        ["message"] = new JsonObject
        {
            ["subject"] = subject,
            ["body"] = new JsonObject { ["contentType"] = "Text", ["content"] = text },
            ["toRecipients"] = Recipients(recipients),
        },
        ["saveToSentItems"] = true,
    };

    private static JsonArray Recipients(IReadOnlyList<string> addresses) =>
        new([.. addresses.Select(static a => (JsonNode)new JsonObject { ["emailAddress"] = new JsonObject { ["address"] = a } })]);

    private static JsonObject Message(ReportMail mail, ReportToSend report) => new()
    {
        ["message"] = new JsonObject
        {
            ["subject"] = $"Social media policy report: {Path.GetFileNameWithoutExtension(report.Name)}",
            ["body"] = new JsonObject
            {
                ["contentType"] = "Text",
                ["content"] = $"The report on the social media policy is attached ({report.Name}). It is about members of staff: open it where nobody else reads along, and do not pass it on.\n\nSHA-256: {report.Digest}\n{mail.Mark}\n",
            },
            ["toRecipients"] = Recipients(mail.Recipients),
            ["attachments"] = new JsonArray(new JsonObject
            {
                ["@odata.type"] = "#microsoft.graph.fileAttachment",
                ["name"] = report.Name,
                ["contentType"] = report.MediaType,
                ["contentBytes"] = Convert.ToBase64String(report.Content),
            }),
            ["internetMessageHeaders"] = new JsonArray(new JsonObject { ["name"] = "x-rosewood-report", ["value"] = mail.Mark }),
            ["singleValueExtendedProperties"] = new JsonArray(new JsonObject { ["id"] = Property, ["value"] = mail.Mark }),
        },
        ["saveToSentItems"] = true,
    };
}
