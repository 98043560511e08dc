using System.Globalization;
using System.Net;

namespace Rosewood.PolicyAdmin.Graph.Client;

/// <summary>When a request is sent again, and after how long.</summary>
internal sealed record RetryRules
{
    /// <summary>The most tries of one request.</summary>
    public int MostTries { get; init; } = 8;

    /// <summary>The most tries where no connection comes about: a person should not wait minutes to read that the network is down.</summary>
    public int MostTriesUnreached { get; init; } = 3;

    /// <summary>The longest wait for one request, all its waits together.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long one try may take, its body included.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>The first wait where the service names none; it doubles, up to a minute.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Whether an answer is one to try again. What may have been done already is not done twice: a POST is repeated on 429 alone, which
    /// says that nothing was done; above all no mail after a 504.
    /// </summary>
    public static bool MayRepeat(HttpMethod method, HttpStatusCode status) =>
        status == HttpStatusCode.TooManyRequests || (status >= HttpStatusCode.InternalServerError && status != HttpStatusCode.NotImplemented && IsRepeatable(method));

    /// <summary>Whether sending it twice does the same as once.</summary>
    public static bool IsRepeatable(HttpMethod method) => method != HttpMethod.Post && method != HttpMethod.Patch;

    /// <summary>The most tries, after this error or an answer (null).</summary>
    public int MostTriesAfter(Exception? error) =>
        error is HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError }
            ? Math.Min(MostTriesUnreached, MostTries)
            : MostTries;

    /// <summary>The wait before the next try.</summary>
    /// <param name="tries">How many there were.</param>
    /// <param name="response">The answer; null: none came.</param>
    /// <param name="clock">Reads a wait that is given as a date.</param>
    /// <param name="chance">0 to 1: spreads the tries of several programs.</param>
    public TimeSpan WaitAfter(int tries, HttpResponseMessage? response, TimeProvider clock, double chance)
    {
        var spread = 1 + (chance / 4);
        if (AskedFor(response, clock) is { } asked)
        {
            // Never before the service says; a little after.
            return asked + (FirstWait * chance);
        }

        var doubled = FirstWait * Math.Pow(2, Math.Min(tries - 1, 6));
        return (doubled < TimeSpan.FromMinutes(1) ? doubled : TimeSpan.FromMinutes(1)) * spread;
    }

    private static TimeSpan? AskedFor(HttpResponseMessage? response, TimeProvider clock)
    {
        var wait = response?.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - (response.Headers.Date ?? clock.GetUtcNow()),
            _ => response is not null && response.Headers.TryGetValues("x-ms-retry-after-ms", out var values)
                && int.TryParse(values.FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) ? TimeSpan.FromMilliseconds(milliseconds) : (TimeSpan?)null,
        };
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
