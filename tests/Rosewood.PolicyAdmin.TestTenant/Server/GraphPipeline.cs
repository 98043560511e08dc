using Microsoft.AspNetCore.Http;

namespace Rosewood.Tenancy.Server;

/// <summary>The way of a Graph request: fault, path, token, budget, permission, work, answer, record.</summary>
internal sealed class GraphPipeline(TenantState state)
{
    private static readonly string[] HeadersOfInterest = ["Accept", "ConsistencyLevel", "Content-Type", "Prefer", "client-request-id", "User-Agent", "SdkVersion", "Metadata"];

    public static IReadOnlyDictionary<string, string> Interesting(HttpContext http)
        => HeadersOfInterest.Where(h => http.Request.Headers.ContainsKey(h)).ToDictionary(h => h, h => http.Request.Headers[h].ToString(), StringComparer.OrdinalIgnoreCase);

    public async Task AnswerAsync(HttpContext http, byte[] body)
    {
        var visit = new GraphVisit(state, http, body);
        visit.Fault = state.Faults.Draw(visit.Method, visit.FullPath);
        if (state.Options.Latency > TimeSpan.Zero)
        {
            await Task.Delay(state.Options.Latency, http.RequestAborted);
        }

        var mailbox = "";
        try
        {
            var (route, ids) = visit.Find();
            if (visit.Fault == FaultKind.CutBefore)
            {
                visit.Record(0, null);
                http.Abort();
                return;
            }

            if (state.Budgets.Spend(route.Service, visit.IsWrite, route.Cost) is { } wait)
            {
                throw GraphVisit.TooMany(wait);
            }

            visit.ThrowFault();
            if (route.Service is "outlook" && !state.Budgets.Enter(mailbox = ids[0]))
            {
                mailbox = "";
                throw GraphVisit.TooMany(1, "ApplicationThrottled", "Application is over its MailboxConcurrency limit.");
            }

            if (visit.Fault == FaultKind.Slow)
            {
                await Task.Delay(state.Faults.Plan.SlowBy, http.RequestAborted);
            }

            var reply = visit.Work(route, ids);
            if (visit.Fault == FaultKind.GatewayTimeoutAfterWork)
            {
                throw new GraphException(504, "UnknownError", "");
            }

            await SendAsync(visit, reply);
        }
        catch (GraphException refusal)
        {
            foreach (var (name, value) in refusal.Headers)
            {
                http.Response.Headers[name] = value;
            }

            visit.ErrorCode = refusal.Code;
            await SendAsync(visit, visit.ErrorBody(refusal));
        }
        finally
        {
            if (mailbox.Length > 0)
            {
                state.Budgets.Leave(mailbox);
            }
        }
    }

    private static async Task SendAsync(GraphVisit visit, GraphReply reply)
    {
        var response = visit.Http.Response;
        var isCut = visit.Fault == FaultKind.CutInside && visit.ErrorCode is null;
        visit.Record(isCut && reply.Body.IsEmpty ? 0 : reply.Status, visit.ErrorCode);
        if (isCut && reply.Body.IsEmpty)
        {
            visit.Http.Abort();
            return;
        }

        response.StatusCode = reply.Status;
        response.Headers["request-id"] = visit.RequestId;
        response.Headers["client-request-id"] = visit.ClientRequestId;
        response.Headers["OData-Version"] = "4.0";
        if (reply.Body.IsEmpty)
        {
            return;
        }

        response.ContentType = reply.ContentType;
        var isTruncated = visit.Fault == FaultKind.Truncated && visit.ErrorCode is null;
        var sent = isCut || isTruncated ? reply.Body[..(reply.Body.Length / 2)] : reply.Body;
        response.ContentLength = isCut ? reply.Body.Length : sent.Length;
        await response.Body.WriteAsync(sent);
        if (isCut)
        {
            await response.Body.FlushAsync();
            visit.Http.Abort();
        }
    }
}
