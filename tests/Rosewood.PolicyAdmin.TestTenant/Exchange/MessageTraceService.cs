using Rosewood.Tenancy.Query;
using Rosewood.Tenancy.Server;

namespace Rosewood.Tenancy.Exchange;

/// <summary><c>/admin/exchange/tracing/messageTraces</c>. Without bounds it is the last 48 hours, as documented: a client that forgets them loses mail in silence.</summary>
internal static class MessageTraceService
{
    private static readonly Dictionary<string, string> Rules = new(StringComparer.Ordinal)
    {
        ["id"] = "eq",
        ["fromIP"] = "eq",
        ["toIP"] = "eq",
        ["messageId"] = "eq",
        ["receivedDateTime"] = "ge le",
        ["recipientAddress"] = "eq",
        ["senderAddress"] = "eq",
        ["status"] = "eq",
        ["subject"] = "eq contains startswith endswith",
    };

    public static IReadOnlyList<Route> Routes { get; } =
    [
        new("GET", "admin/exchange/tracing/messageTraces", "messageTraces", ["ExchangeMessageTrace.Read.All"], List),
    ];

    private static GraphReply List(GraphRequest request)
    {
        request.Query.Allow("$filter", "$top", "$skiptoken");
        var filter = Filter.From(request.Query, "exchangeMessageTrace", Rules);
        if (filter.HasOr || filter.Leaves.GroupBy(l => l.Path + " " + l.Operator, StringComparer.Ordinal).Any(g => g.Count() > 1))
        {
            throw GraphException.BadRequest("The filter must have at most one condition for a property, and no 'or'.");
        }

        var now = request.Now;
        var (from, to) = Bounds(filter, now);
        return new Listing
        {
            Context = "admin/exchange/tracing/messageTraces",
            Source = () => request.State.Traces.Between(from, to),
            Filter = filter,
            Top = request.Query.Top(1000, 5000),
        }.Page(request);
    }

    private static (DateTimeOffset From, DateTimeOffset To) Bounds(Filter filter, DateTimeOffset now)
    {
        if (!filter.Leaves.Any(l => string.Equals(l.Path, "receivedDateTime", StringComparison.Ordinal)))
        {
            return (now.AddHours(-48), now);
        }

        var (from, to) = filter.Bounds("receivedDateTime");
        if (from == DateTimeOffset.MinValue || to == DateTimeOffset.MaxValue)
        {
            throw GraphException.BadRequest("Both a start ('ge') and an end ('le') of receivedDateTime must be specified.");
        }

        if (from > to || to - from > TimeSpan.FromDays(10))
        {
            throw GraphException.BadRequest("The time interval between the start and end of receivedDateTime must be positive and not exceed 10 days.");
        }

        if (from < now.AddDays(-90))
        {
            throw GraphException.BadRequest("The start of receivedDateTime must not be more than 90 days before the current date.");
        }

        return to <= now
            ? (from, to)
            : throw GraphException.BadRequest("The end of receivedDateTime must not be later than the current date.");
    }
}
