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
        var clock = new StandingClock();
        using var budget = new RequestBudget(new GraphLimit("x", 1, TimeSpan.FromSeconds(2), 1), clock);
        await budget.EnterAsync(_ => { }, CancellationToken.None);
        budget.Leave();
        var waits = new List<TimeSpan>();
        for (var i = 0; i < 3; i++)
        {
            using var cancel = new CancellationTokenSource();
            var wait = budget.EnterAsync(waits.Add, cancel.Token);
            wait.IsCompleted.ShouldBeFalse();
            await cancel.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(() => wait);
        }

        waits.ShouldBe([TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2)]);
        clock.Ticks += 3 * TimeSpan.TicksPerSecond;
        await budget.EnterAsync(waits.Add, CancellationToken.None);
        waits.Count.ShouldBe(3);
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

    /// <summary>A clock that stands still until a test moves it, and whose timers never fire.</summary>
    private sealed class StandingClock : TimeProvider
    {
        public long Ticks { get; set; } = 1;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Ticks;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    private static void InterlockedMax(ref int most, int value)
    {
        int seen;
        while ((seen = Volatile.Read(ref most)) < value)
        {
            Interlocked.CompareExchange(ref most, value, seen);
        }
    }
}
