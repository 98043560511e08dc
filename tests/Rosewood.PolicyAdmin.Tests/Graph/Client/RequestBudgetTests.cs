using Rosewood.PolicyAdmin.Graph.Client;

namespace Rosewood.PolicyAdmin.Tests.Graph.Client;

public sealed class RequestBudgetTests
{
    [Fact]
    public async Task No_window_holds_more_than_the_limit_counted_from_the_answers()
    {
        var clock = new QuickClock(DateTimeOffset.UnixEpoch, 100);
        using var budget = new RequestBudget(new GraphLimit("x", 5, TimeSpan.FromSeconds(10), 1), clock);
        var sent = new List<long>();
        for (var i = 0; i < 23; i++)
        {
            await budget.EnterAsync(_ => { }, CancellationToken.None);
            sent.Add(clock.GetTimestamp());
            budget.Leave();
        }

        for (var i = 5; i < sent.Count; i++)
        {
            clock.GetElapsedTime(sent[i - 5], sent[i]).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(10));
        }
    }

    [Fact]
    public async Task No_more_than_the_allowed_number_is_under_way_at_once()
    {
        using var budget = new RequestBudget(new GraphLimit("x", 100, TimeSpan.FromSeconds(1), 4), TimeProvider.System);
        var (now, most) = (0, 0);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
        {
            await budget.EnterAsync(_ => { }, CancellationToken.None);
            InterlockedMax(ref most, Interlocked.Increment(ref now));
            await Task.Delay(5);
            Interlocked.Decrement(ref now);
            budget.Leave();
        }));
        most.ShouldBe(4);
    }

    [Fact]
    public async Task A_wait_that_is_cancelled_gives_its_slot_back()
    {
        var clock = new QuickClock(DateTimeOffset.UnixEpoch, 1);
        using var budget = new RequestBudget(new GraphLimit("x", 1, TimeSpan.FromSeconds(2), 1), clock);
        await budget.EnterAsync(_ => { }, CancellationToken.None);
        budget.Leave();
        var waits = new List<TimeSpan>();
        for (var i = 0; i < 3; i++)
        {
            using var cancel = new CancellationTokenSource(20);
            await Should.ThrowAsync<OperationCanceledException>(() => budget.EnterAsync(waits.Add, cancel.Token));
        }

        waits.Count.ShouldBe(3);
        waits.ShouldAllBe(w => w > TimeSpan.FromSeconds(1) && w <= TimeSpan.FromSeconds(2));
    }

    [Theory]
    [InlineData("https://graph.microsoft.com/v1.0/auditLogs/signIns?$top=5", "reports")]
    [InlineData("https://graph.microsoft.com/beta/auditLogs/directoryAudits", "reports")]
    [InlineData("https://graph.microsoft.com/v1.0/admin/exchange/tracing/messageTraces", "traces")]
    [InlineData("https://graph.microsoft.com/v1.0/users/a@b.example/sendMail", "mail A@B.EXAMPLE")]
    [InlineData("https://graph.microsoft.com/v1.0/users/A@b.example/mailFolders/inbox/messageRules", "mail A@B.EXAMPLE")]
    [InlineData("https://graph.microsoft.com/v1.0/users/a@b.example", "directory")]
    [InlineData("https://graph.microsoft.com/v1.0/deviceManagement/managedDevices", "devices")]
    public void A_request_counts_where_the_service_counts_it(string address, string service) => GraphLimits.Of(new Uri(address)).Service.ShouldBe(service);

    private static void InterlockedMax(ref int most, int value)
    {
        int seen;
        while ((seen = Volatile.Read(ref most)) < value)
        {
            Interlocked.CompareExchange(ref most, value, seen);
        }
    }
}
