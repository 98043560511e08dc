using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Devices;

namespace Rosewood.PolicyAdmin.Tests.Access;

public sealed class GrantTests
{
    private static readonly DateTimeOffset From = new(2026, 11, 10, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Recorded = From.AddDays(-1);
    private static readonly DateTimeOffset Until = new(2026, 11, 12, 17, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(-1, ReasonCode.GrantNotYetBegun)]
    [InlineData(0, ReasonCode.Grant)]
    [InlineData(1, ReasonCode.Grant)]
    public void The_interval_is_closed_at_its_start(int ticks, ReasonCode expected) =>
        JudgeAt(Grant(), From.UtcTicks + ticks).ShouldBe(expected);

    [Theory]
    [InlineData(-1, ReasonCode.Grant)]
    [InlineData(0, ReasonCode.GrantEnded)]
    public void The_interval_is_open_at_its_end(int ticks, ReasonCode expected) =>
        JudgeAt(Grant(), Until.UtcTicks + ticks).ShouldBe(expected);

    [Fact]
    public void A_revocation_counts_from_its_instant_and_changes_nothing_before()
    {
        var at = From.AddHours(5);
        var grant = Grant(ending: new GrantEnding("G-0001", at, "P-9", Reason: null));

        JudgeAt(grant, at.UtcTicks - 1).ShouldBe(ReasonCode.Grant);
        JudgeAt(grant, at.UtcTicks).ShouldBe(ReasonCode.GrantRevoked);
        grant.StatusAt(at.UtcTicks - 1).ShouldBe(GrantStatus.Active);
        grant.StatusAt(at.UtcTicks).ShouldBe(GrantStatus.Revoked);
    }

    [Fact]
    public void A_refusal_by_the_authoriser_ends_the_grant_there()
    {
        var at = From.AddHours(2);
        var grant = Grant(answer: new GrantAnswer("G-0001", at, "P-head", Refused: true));

        JudgeAt(grant, at.UtcTicks - 1).ShouldBe(ReasonCode.Grant);
        JudgeAt(grant, at.UtcTicks).ShouldBe(ReasonCode.GrantRevoked);
        grant.ConfirmationAt(at.UtcTicks - 1).ShouldBe(ConfirmationState.Unconfirmed);
        grant.ConfirmationAt(at.UtcTicks).ShouldBe(ConfirmationState.Refused);
    }

    [Fact]
    public void Where_confirmation_is_required_the_grant_counts_from_it_on()
    {
        var at = From.AddHours(2);
        var waiting = Grant(requiresConfirmation: true);
        var confirmed = Grant(requiresConfirmation: true, answer: new GrantAnswer("G-0001", at, "P-head", Refused: false));

        JudgeAt(waiting, From.UtcTicks).ShouldBe(ReasonCode.GrantPending);
        waiting.StatusAt(From.UtcTicks).ShouldBe(GrantStatus.Pending);
        JudgeAt(confirmed, at.UtcTicks - 1).ShouldBe(ReasonCode.GrantPending);
        JudgeAt(confirmed, at.UtcTicks).ShouldBe(ReasonCode.Grant);
    }

    [Fact]
    public void A_grant_for_one_service_covers_no_other() =>
        Grant(services: ["Facebook"]).Judge("YouTube", DeviceClass.School, deviceName: null, From.UtcTicks).ShouldBe(ReasonCode.GrantOtherService);

    [Fact]
    public void A_grant_without_services_covers_every_service() =>
        Grant(services: []).Judge("YouTube", DeviceClass.School, deviceName: null, From.UtcTicks).ShouldBe(ReasonCode.Grant);

    [Fact]
    public void A_grant_for_one_device_covers_that_device_alone()
    {
        var grant = Grant(classes: [], devices: ["PC-07"]);

        grant.Judge("Facebook", DeviceClass.School, "pc-07", From.UtcTicks).ShouldBe(ReasonCode.Grant);
        grant.Judge("Facebook", DeviceClass.School, "PC-08", From.UtcTicks).ShouldBe(ReasonCode.GrantOtherDevice);
        grant.Judge("Facebook", DeviceClass.School, deviceName: null, From.UtcTicks).ShouldBe(ReasonCode.GrantOtherDevice);
    }

    [Theory]
    [InlineData("Facebook", DeviceClass.School, ReasonCode.GrantNotYetBegun)]
    [InlineData("YouTube", DeviceClass.School, ReasonCode.NoGrant)]
    [InlineData("Facebook", DeviceClass.SchoolMobile, ReasonCode.NoGrant)]
    public void What_has_not_begun_says_nothing_of_what_it_is_not_for_and_what_is_not_recorded_says_nothing_at_all(string service, DeviceClass deviceClass, ReasonCode expected)
    {
        Grant().Judge(service, deviceClass, deviceName: null, From.UtcTicks - 1).ShouldBe(expected);
        Grant().Judge(service, deviceClass, deviceName: null, Recorded.UtcTicks).ShouldBe(expected);
        Grant().Judge(service, deviceClass, deviceName: null, Recorded.UtcTicks - 1).ShouldBe(ReasonCode.NoGrant);
    }

    [Fact]
    public void A_grant_that_says_it_began_before_it_was_recorded_counts_from_its_recording()
    {
        var fact = Grant().Fact with { GrantedAt = From.AddHours(3) };
        var grant = new Grant(fact, ending: null, answer: null);

        JudgeAt(grant, fact.GrantedAt.UtcTicks - 1).ShouldBe(ReasonCode.NoGrant);
        JudgeAt(grant, fact.GrantedAt.UtcTicks).ShouldBe(ReasonCode.Grant);
        grant.Boundaries().First().ShouldBe(fact.GrantedAt.UtcTicks);
    }

    [Fact]
    public void The_authoriser_who_records_it_needs_no_confirmation() =>
        Grant(grantedBy: "P-head").ConfirmationAt(From.UtcTicks).ShouldBe(ConfirmationState.NotNeeded);

    [Fact]
    public void A_judgement_allocates_nothing()
    {
        var grant = Grant(services: ["Facebook", "X"], devices: ["PC-07"]);
        _ = grant.Judge("X", DeviceClass.School, "PC-01", From.UtcTicks);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            _ = grant.Judge("X", DeviceClass.School, "PC-01", From.UtcTicks + i);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    private static ReasonCode JudgeAt(Grant grant, long ticks) => grant.Judge("Facebook", DeviceClass.School, deviceName: null, ticks);

    private static Grant Grant(
        IReadOnlyList<string>? services = null,
        IReadOnlyList<DeviceClass>? classes = null,
        IReadOnlyList<string>? devices = null,
        string grantedBy = "P-tech",
        bool requiresConfirmation = false,
        GrantEnding? ending = null,
        GrantAnswer? answer = null) => new(
        new GrantFact("G-0001", "P-1", services ?? ["Facebook"], classes ?? [DeviceClass.School], devices ?? [], From, Until, "Fair", "P-head", grantedBy, Recorded, Reference: null, requiresConfirmation),
        ending,
        answer);
}
