using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Traffic;

namespace Rosewood.PolicyAdmin.Tests.Traffic;

public sealed class VerdictsTests
{
    private static readonly AccessDecision Covered = new(Allowed: true, Verdict.Authorised, ReasonCode.Grant, "USE-1", "G-0001");
    private static readonly AccessDecision Uncovered = new(Allowed: false, Verdict.BlockedAttempt, ReasonCode.NoGrant, "USE-1", GrantId: null);
    private static readonly AccessDecision OwnInSession = new(Allowed: false, Verdict.PersonalInSession, ReasonCode.InSession, "USE-2", GrantId: null);
    private static readonly AccessDecision OwnOutside = new(Allowed: true, Verdict.PersonalPermitted, ReasonCode.OutsideSession, "USE-2", GrantId: null);

    [Fact]
    public void Use_let_through_without_cover_is_unexplained_even_when_parts_were_refused() =>
        Judge(new() { PersonAllowed = 1, PersonBlocked = 9 }, Uncovered).ShouldBe((Verdict.Unexplained, ReasonCode.NoGrant));

    [Fact]
    public void Covered_use_is_authorised() =>
        Judge(new() { PersonAllowed = 1, Media = 4 }, Covered).ShouldBe((Verdict.Authorised, ReasonCode.Grant));

    [Fact]
    public void A_refused_attempt_is_a_blocked_attempt_also_for_somebody_with_a_grant()
    {
        Judge(new() { PersonBlocked = 1 }, Uncovered).ShouldBe((Verdict.BlockedAttempt, ReasonCode.RefusedByFilter));
        Judge(new() { PersonBlocked = 1 }, Covered).ShouldBe((Verdict.BlockedAttempt, ReasonCode.RefusedByFilter));
    }

    [Fact]
    public void A_blocked_like_button_is_no_attempt() =>
        Judge(new() { Embedded = 3 }, Uncovered).ShouldBe((Verdict.Embedded, ReasonCode.EmbeddedHostsOnly));

    [Fact]
    public void Media_alone_is_embedded_by_another_page() =>
        Judge(new() { Media = 7, Background = 1 }, Uncovered).ShouldBe((Verdict.Embedded, ReasonCode.EmbeddedHostsOnly));

    [Fact]
    public void An_outside_referrer_alone_is_embedded() =>
        Judge(new() { OutsideReferrer = 2 }, Uncovered).ShouldBe((Verdict.Embedded, ReasonCode.OutsideReferrer));

    [Fact]
    public void Push_and_telemetry_alone_are_background() =>
        Judge(new() { Background = 40 }, Uncovered).ShouldBe((Verdict.Background, ReasonCode.BackgroundHostsOnly));

    [Fact]
    public void A_machines_rhythm_is_background_though_its_hosts_are_a_persons() =>
        Judge(new() { PersonAllowed = 40 }, Uncovered, machine: true).ShouldBe((Verdict.Background, ReasonCode.MachineRhythm));

    [Fact]
    public void On_own_devices_use_is_judged_by_the_time()
    {
        Judge(new() { PersonAllowed = 1 }, OwnInSession).ShouldBe((Verdict.PersonalInSession, ReasonCode.InSession));
        Judge(new() { PersonAllowed = 1 }, OwnOutside).ShouldBe((Verdict.PersonalPermitted, ReasonCode.OutsideSession));
    }

    [Fact]
    public void On_own_devices_embeds_and_push_stay_what_they_are()
    {
        Judge(new() { Embedded = 1 }, OwnInSession).Verdict.ShouldBe(Verdict.Embedded);
        Judge(new() { Background = 1 }, OwnInSession).Verdict.ShouldBe(Verdict.Background);
    }

    private static (Verdict Verdict, ReasonCode Reason) Judge(Counts counts, AccessDecision decision, bool machine = false)
    {
        var evidence = new VisitEvidence
        {
            Service = "Facebook",
            Start = new DateTimeOffset(2026, 11, 10, 10, 0, 0, TimeSpan.Zero),
            End = new DateTimeOffset(2026, 11, 10, 10, 5, 0, TimeSpan.Zero),
            LastStart = new DateTimeOffset(2026, 11, 10, 10, 4, 0, TimeSpan.Zero),
            Hits = counts.PersonAllowed + counts.PersonBlocked + counts.Media + counts.Embedded + counts.OutsideReferrer + counts.Background,
            Bytes = 1000,
            PersonAllowed = counts.PersonAllowed,
            PersonBlocked = counts.PersonBlocked,
            Media = counts.Media,
            Embedded = counts.Embedded,
            OutsideReferrer = counts.OutsideReferrer,
            Background = counts.Background,
        };
        return Verdicts.Of(evidence, decision, machine);
    }

    private sealed record Counts
    {
        public int PersonAllowed { get; init; }

        public int PersonBlocked { get; init; }

        public int Media { get; init; }

        public int Embedded { get; init; }

        public int OutsideReferrer { get; init; }

        public int Background { get; init; }
    }
}
