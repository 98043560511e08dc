using System.Text.Json;
using Rosewood.PolicyAdmin.Graph;
using Rosewood.PolicyAdmin.Storage;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.Tenancy;

namespace Rosewood.PolicyAdmin.Tests.Graph;

public sealed class SyncPolicyTenantTests
{
    private static readonly SyncPolicyTenant SignIns = new() { Source = [TenantSource.SignIns] };

    private static List<string> Ids(TenantSchool school, TenantSource source) => [.. school.Lines(source).Select(Id)];

    private static string Id(string line)
    {
        using var record = JsonDocument.Parse(line);
        return record.RootElement.GetProperty("id").GetString()!;
    }

    [Fact]
    public async Task A_first_sync_takes_every_sign_in_once_and_stays_within_the_limits()
    {
        await using var school = await TenantSchool.StartAsync();
        school.Tenant.SignIns.Generate(12_000, TenantSchool.Start.AddDays(-29), TenantSchool.Start.AddMinutes(-5));

        var result = (await school.RunAsync(SignIns)).Of<SyncResult>().Single();

        Ids(school, TenantSource.SignIns).Order(StringComparer.Ordinal).ShouldBe(school.Tenant.SignIns.All.Select(s => s.Id).Order(StringComparer.Ordinal));
        result.Fetched.ShouldBe(12_000);
        result.New.ShouldBe(12_000);
        result.Throttled.ShouldBe(0);
        result.Requests.ShouldBe(school.Tenant.Requests.Of("reports").Count);
        result.Gaps.ShouldBeEmpty();
        school.Tenant.Requests.All.ShouldAllBe(r => r.Status == 200);
        school.Tenant.Requests.MostWithin("reports", TimeSpan.FromSeconds(10 / TenantSchool.Speed)).ShouldBeLessThanOrEqualTo(5);
    }

    [Fact]
    public async Task A_second_sync_asks_only_for_what_is_not_settled_and_counts_nothing_twice()
    {
        await using var school = await TenantSchool.StartAsync();
        school.Tenant.SignIns.Generate(6000, TenantSchool.Start.AddDays(-29), TenantSchool.Start.AddMinutes(-5));
        await school.RunAsync(SignIns);
        school.Tenant.Requests.Clear();

        school.Clock.Now = TenantSchool.Start.AddHours(2);
        school.Tenant.SignIns.Add(new Rosewood.Tenancy.Reports.SignInRecord("late", TenantSchool.Start.AddHours(-3), "u", "user0001@rosewood.example"));
        school.Tenant.SignIns.Add(new Rosewood.Tenancy.Reports.SignInRecord("new", TenantSchool.Start.AddHours(1), "u", "user0001@rosewood.example"));
        var result = (await school.RunAsync(SignIns)).Of<SyncResult>().Single();

        result.New.ShouldBe(2);
        result.From.ShouldBe(TenantSchool.Start.AddMinutes(-2).AddHours(-8));
        school.Tenant.Requests.Admitted.Count.ShouldBe(1);
        var ids = Ids(school, TenantSource.SignIns);
        ids.ShouldContain(i => i.Equals("late", StringComparison.Ordinal));
        ids.Distinct(StringComparer.Ordinal).Count().ShouldBe(6002);
        ids.Count.ShouldBe(6002);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Whatever_the_service_breaks_every_record_comes_once(int seed)
    {
        await using var school = await TenantSchool.StartAsync(o => o with
        {
            Faults = new FaultPlan
            {
                Seed = seed,
                RetryAfterSeconds = 1,
                Shares = new Dictionary<FaultKind, double>
                {
                    [FaultKind.Throttled] = 0.08,
                    [FaultKind.Unavailable] = 0.04,
                    [FaultKind.GatewayTimeoutAfterWork] = 0.04,
                    [FaultKind.CutBefore] = 0.04,
                    [FaultKind.CutInside] = 0.04,
                    [FaultKind.Truncated] = 0.05,
                    [FaultKind.RepeatedPage] = 0.06,
                    [FaultKind.EmptyPage] = 0.05,
                    [FaultKind.ExpiredSkipToken] = 0.06,
                },
            },
        });
        school.Tenant.SignIns.Generate(30_000, TenantSchool.Start.AddDays(-4), TenantSchool.Start.AddMinutes(-5), seed);
        school.Tenant.Traces.Generate(30_000, TenantSchool.Start.AddDays(-4), TenantSchool.Start.AddMinutes(-5), seed);

        var sink = await school.RunAsync(new SyncPolicyTenant { Source = [TenantSource.SignIns, TenantSource.MessageTraces], From = new Rosewood.PolicyAdmin.Commands.TimeInput("2026-11-20") });

        sink.Faults.ShouldBeEmpty();
        Ids(school, TenantSource.SignIns).Order(StringComparer.Ordinal).ShouldBe(school.Tenant.SignIns.All.Select(s => s.Id).Order(StringComparer.Ordinal));
        school.Lines(TenantSource.MessageTraces).Count.ShouldBe(30_000);
        sink.Of<SyncResult>().ShouldAllBe(r => r.Throttled > 0);
        school.Tenant.Requests.All.Count(r => r.Fault != FaultKind.None).ShouldBeGreaterThan(5);
    }

    [Fact]
    public async Task Nothing_of_what_was_fetched_stands_in_clear_and_traces_keep_no_subject_and_no_address_of_a_machine()
    {
        await using var school = await TenantSchool.StartAsync();
        school.Tenant.SignIns.Add(new Rosewood.Tenancy.Reports.SignInRecord("s1", TenantSchool.Start.AddHours(-20), "u", "nell@rosewood.example") { IpAddress = "198.51.100.77", UserDisplayName = "Nell Secretname" });
        school.Tenant.Traces.Add(new Rosewood.Tenancy.Exchange.TraceRecord("t1", TenantSchool.Start.AddHours(-20), "nell@rosewood.example", "mum.of.tom@family.example") { Subject = "About Tom", FromIp = "198.51.100.78" });

        await school.RunAsync(new SyncPolicyTenant { Source = [TenantSource.SignIns, TenantSource.MessageTraces] });

        school.Lines(TenantSource.MessageTraces).Single().ShouldContain("mum.of.tom@family.example");
        school.Lines(TenantSource.MessageTraces).Single().ShouldNotContain("About Tom");
        school.Lines(TenantSource.MessageTraces).Single().ShouldNotContain("198.51.100.78");
        school.Lines(TenantSource.SignIns).Single().ShouldContain("198.51.100.77");
        school.Lines(TenantSource.SignIns).Single().ShouldNotContain("Secretname");
        Leaks.InFolder(school.Folder, "mum.of.tom", "198.51.100.77", "About Tom").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_time_that_the_service_has_forgotten_is_said_to_be_a_gap_and_again_at_each_sync()
    {
        await using var school = await TenantSchool.StartAsync();
        school.Tenant.SignIns.Generate(300, TenantSchool.Start.AddDays(-29), TenantSchool.Start.AddMinutes(-5));
        await school.RunAsync(SignIns);

        school.Clock.Now = TenantSchool.Start.AddDays(45);
        var sink = await school.RunAsync(SignIns);
        var gap = sink.Of<SyncResult>().Single().Gaps.Single();
        gap.From.ShouldBe(TenantSchool.Start.AddMinutes(-2));
        gap.Until.UtcDateTime.Date.ShouldBe(TenantSchool.Start.AddDays(15).UtcDateTime.Date);
        gap.Reason.ShouldBe("not fetched while the service had it; it has it no longer.");
        sink.Warnings.ShouldContain(w => w.Contains("it has it no longer", StringComparison.Ordinal));

        school.Clock.Now = TenantSchool.Start.AddDays(46);
        (await school.RunAsync(SignIns)).Of<SyncResult>().Single().Gaps.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_tenant_that_keeps_seven_days_is_told_from_one_where_nothing_happened()
    {
        await using var school = await TenantSchool.StartAsync(o => o with { ReportDays = 7 });
        school.Tenant.SignIns.Generate(3000, TenantSchool.Start.AddDays(-29), TenantSchool.Start.AddMinutes(-5));

        (await school.RunAsync(SignIns)).Of<SyncResult>().Single().Gaps.ShouldHaveSingleItem().Reason.ShouldContain("7 days without Entra ID P1");
    }

    [Fact]
    public async Task What_is_older_than_its_retention_goes_with_the_next_sync()
    {
        await using var school = await TenantSchool.StartAsync();
        school.Tenant.SignIns.Generate(300, TenantSchool.Start.AddDays(-29), TenantSchool.Start.AddMinutes(-5));
        await school.RunAsync(SignIns);

        school.Clock.Now = TenantSchool.Start.AddDays(360);
        await school.RunAsync(SignIns);

        school.Slices.Of(TenantSource.SignIns)[0].Header.Until!.Value.ShouldBeGreaterThan(school.Clock.Now.AddDays(-365));
        school.Slices.Of(TenantSource.SignIns).ShouldContain(s => s.Header.From < TenantSchool.Start);
    }

    [Fact]
    public async Task A_source_without_permission_is_a_fault_that_names_it_and_the_others_have_their_turn()
    {
        await using var school = await TenantSchool.StartAsync(o => o with { Consented = ["AuditLog.Read.All"] });
        school.Tenant.SignIns.Generate(30, TenantSchool.Start.AddDays(-2), TenantSchool.Start.AddMinutes(-5));

        var sink = await school.RunAsync(new SyncPolicyTenant { Source = [TenantSource.MessageTraces, TenantSource.SignIns] });

        sink.Of<SyncResult>().Single().Source.ShouldBe(TenantSource.SignIns);
        var fault = sink.Faults.Single();
        fault.Id.ShouldBe("GraphPermissionMissing");
        fault.Message.ShouldContain("ExchangeMessageTrace.Read.All");
        fault.Message.ShouldContain("Sync-PolicyTenant -Source MessageTraces");
        fault.Message.ShouldContain("Grant admin consent");
    }

    [Fact]
    public async Task Without_the_licence_the_fault_names_it_and_the_way_by_files()
    {
        await using var school = await TenantSchool.StartAsync(o => o with { PremiumLicence = false });

        var fault = (await school.RunAsync(SignIns)).Faults.Single();

        fault.Id.ShouldBe("GraphLicenceMissing");
        fault.Message.ShouldContain("P1");
        fault.Message.ShouldContain("-SignInLog");
    }

    [Fact]
    public async Task Each_sync_is_in_the_audit_trail_and_one_that_is_declined_asks_nothing()
    {
        await using var school = await TenantSchool.StartAsync();

        await school.RunAsync(SignIns, new RecordingSink { Agrees = false });
        school.Tenant.Requests.All.ShouldBeEmpty();
        Directory.Exists(school.Paths.Folder).ShouldBeFalse();

        var before = school.Temp.Store.Audit.Read().Count();
        await school.RunAsync(SignIns);
        school.Temp.Store.Audit.Read().Count().ShouldBe(before + 1);
    }

    [Fact]
    public async Task While_another_runs_it_asks_nothing_and_says_so()
    {
        await using var school = await TenantSchool.StartAsync();
        using (FileLock.TryTake(school.Paths.Lock).ShouldNotBeNull())
        {
            (await school.FaultOfAsync(SignIns)).Id.ShouldBe("TenantSyncRunning");
            school.Tenant.Requests.All.ShouldBeEmpty();
        }

        (await school.RunAsync(SignIns)).Of<SyncResult>().Count().ShouldBe(1);
    }

    [Fact]
    public async Task Cancelled_it_asks_for_nothing_more_and_what_was_finished_stays()
    {
        await using var school = await TenantSchool.StartAsync(o => o with { Latency = TimeSpan.FromMilliseconds(50) });
        school.Tenant.SignIns.Generate(3000, TenantSchool.Start.AddDays(-29), TenantSchool.Start.AddMinutes(-5));
        using var cancel = new CancellationTokenSource();
        var run = school.RunAsync(SignIns, cancellationToken: cancel.Token);
        while (school.Slices.Of(TenantSource.SignIns).Count < 3 && !run.IsCompleted)
        {
            await Task.Delay(20);
        }

        // Where it failed, that is what the test shall tell.
        await (run.IsCompleted ? run : Task.CompletedTask);
        run.IsCompleted.ShouldBeFalse("It ended before it could be cancelled.");
        await cancel.CancelAsync();
        var asked = school.Tenant.Requests.All.Count;
        await Should.ThrowAsync<OperationCanceledException>(() => run);

        // One request may have been under way, which the log has when it is answered.
        school.Tenant.Requests.All.Count.ShouldBeInRange(asked, asked + 1);
        asked.ShouldBeLessThan(20);

        Directory.EnumerateFiles(school.Paths.Folder, "*.tmp", SearchOption.AllDirectories).ShouldBeEmpty();
        (await school.RunAsync(SignIns)).Of<SyncResult>().Single().Gaps.ShouldBeEmpty();
        Ids(school, TenantSource.SignIns).Count.ShouldBe(3000);
    }

    [Fact]
    public async Task A_gap_inside_of_a_day_that_was_begun_is_said_and_stays_known()
    {
        await using var school = await TenantSchool.StartAsync();
        school.Tenant.SignIns.Generate(300, TenantSchool.Start.AddDays(-3), TenantSchool.Start.AddMinutes(-5));
        await school.RunAsync(SignIns);
        var fetched = Ids(school, TenantSource.SignIns).Count;

        // The service has the end of the day on which it was last asked, and no longer its noon.
        school.Clock.Now = TenantSchool.Start.AddDays(30).AddHours(5);
        var sink = await school.RunAsync(SignIns);

        var gap = sink.Of<SyncResult>().Single().Gaps.ShouldHaveSingleItem();
        gap.From.ShouldBe(TenantSchool.Start.AddMinutes(-2));
        gap.Until.ShouldBe(TenantSchool.Start.AddHours(5).AddMinutes(13));
        gap.Reason.ShouldBe("not fetched while the service had it; it has it no longer.");
        sink.Warnings.ShouldHaveSingleItem().ShouldContain("nothing is known from");
        Ids(school, TenantSource.SignIns).Count.ShouldBe(fetched);

        school.Clock.Now += TimeSpan.FromDays(1);
        (await school.RunAsync(SignIns)).Of<SyncResult>().Single().Gaps.ShouldHaveSingleItem().ShouldBe(gap);
    }

    [Fact]
    public async Task Old_days_that_were_fetched_today_tell_nothing_of_today()
    {
        await using var school = await TenantSchool.StartAsync(sources: [TenantSource.SignIns]);
        school.Tenant.SignIns.Generate(300, TenantSchool.Start.AddDays(-29), TenantSchool.Start.AddMinutes(-5));

        await school.RunAsync(new SyncPolicyTenant { From = new Rosewood.PolicyAdmin.Commands.TimeInput("2026-11-02"), To = new Rosewood.PolicyAdmin.Commands.TimeInput("2026-11-04") });

        school.Slices.LastFetch(TenantSource.SignIns).ShouldNotBeNull().ShouldBeLessThan(TenantSchool.Start.AddDays(-19));
        await school.RunAsync(SignIns);
        school.Slices.LastFetch(TenantSource.SignIns).ShouldBe(TenantSchool.Start.AddMinutes(-2));
    }

    [Fact]
    public async Task The_directorys_audit_log_is_fetched_only_where_it_is_asked_for()
    {
        await using var school = await TenantSchool.StartAsync();
        var sink = await school.RunAsync(new SyncPolicyTenant(), new Support.RecordingSink { Agrees = false });
        sink.Asked.ShouldHaveSingleItem().Action.ShouldBe("Fetch People, Devices, SignIns, NonInteractiveSignIns, MessageTraces, InboxRules into the workspace");
    }
}
