using System.Collections.Concurrent;
using System.Net;

namespace Rosewood.PolicyAdmin.Graph.Client;

/// <summary>
/// Sends a request within its budget, waits when the service is busy, and tries again what may be tried again. Takes the place of the SDK's
/// own retry handler, which would send mail twice after a 504. An answer is read whole here, so that one that breaks off is tried again too.
/// </summary>
/// <param name="rules">When to try again.</param>
/// <param name="clock">Measures and waits.</param>
/// <param name="traffic">Counts.</param>
/// <param name="onWait">Told about each wait, and for what.</param>
internal sealed class RetryHandler(RetryRules rules, TimeProvider clock, GraphTraffic traffic, Action<TimeSpan, string> onWait) : DelegatingHandler
{
    /// <summary>The most bytes of an answer.</summary>
    private const int MostBytes = 128 * 1024 * 1024;

    private readonly ConcurrentDictionary<string, RequestBudget> _budgets = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is not null)
        {
            // A body that was streamed once can't be sent again.
            await request.Content.LoadIntoBufferAsync(cancellationToken);
        }

        var waited = TimeSpan.Zero;
        for (var tries = 1; ; tries++)
        {
            var (response, error) = await TryAsync(request, cancellationToken);
            if (response is not null && !RetryRules.MayRepeat(request.Method, response.StatusCode))
            {
                return response;
            }

            if (response?.StatusCode == HttpStatusCode.TooManyRequests)
            {
                traffic.WasThrottled();
            }

            var wait = rules.WaitAfter(tries, response, clock, Random.Shared.NextDouble());
            waited += wait;
            if (tries >= rules.MostTriesAfter(error) || waited > rules.LongestWait)
            {
                return response ?? throw error!;
            }

            if (error is not null && !RetryRules.IsRepeatable(request.Method))
            {
                throw error;
            }

            onWait(wait, response is null ? "the connection broke off" : response.StatusCode == HttpStatusCode.TooManyRequests ? "the service asks to wait" : "the service is busy");
            response?.Dispose();
            await Task.Delay(wait, clock, cancellationToken);
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var budget in _budgets.Values)
            {
                budget.Dispose();
            }
        }

        base.Dispose(disposing);
    }

    private async Task<(HttpResponseMessage? Response, Exception? Error)> TryAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var limit = GraphLimits.Of(request.RequestUri!);
        var budget = _budgets.GetOrAdd(limit.Service, static (_, a) => new RequestBudget(a.limit, a.clock), (limit, clock));
        await budget.EnterAsync(wait => onWait(wait, "within the service's limits"), cancellationToken);
        HttpResponseMessage? response = null;
        using var timed = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            traffic.Sent();
            timed.CancelAfter(rules.Timeout);
            response = await base.SendAsync(request, timed.Token);
            await response.Content.LoadIntoBufferAsync(MostBytes, timed.Token);
            return (response, null);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested && e is HttpRequestException or IOException or OperationCanceledException)
        {
            response?.Dispose();
            return (null, e is OperationCanceledException ? new TimeoutException($"No answer within {rules.Timeout}.", e) : e);
        }
        finally
        {
            budget.Leave();
        }
    }
}
