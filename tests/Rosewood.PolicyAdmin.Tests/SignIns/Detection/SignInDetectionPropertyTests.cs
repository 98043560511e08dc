using System.Text.Json;
using FsCheck.Xunit;
using Rosewood.PolicyAdmin.Findings;
using Rosewood.PolicyAdmin.SignIns;
using Rosewood.PolicyAdmin.SignIns.Detection;
using Rosewood.PolicyAdmin.SignIns.Model;

namespace Rosewood.PolicyAdmin.Tests.SignIns.Detection;

/// <summary>What holds of every detection, whatever the rows are.</summary>
public sealed class SignInDetectionPropertyTests
{
    private static readonly JsonSerializerOptions TextOptions = new() { WriteIndented = true };

    // What a property compares with is the same for each of its rows: detected once.
    private static readonly Lazy<ToldScript> HandedOverAndElsewhere = new(() => new(SharingStories.HandedOverAgain, SharingStories.FriendElsewhere));
    private static readonly Lazy<ToldScript> HandedOverAndIll = new(() => new(SharingStories.HandedOverAgain, SharingStories.RegisterWhileIll));
    private static readonly Lazy<ToldScript> DeskAndLaptop = new(() => new(SharingStories.ColleagueAtOwnDesk, SharingStories.OnColleaguesLaptop));

    [Property(MaxTest = 8)]
    public void The_order_of_rows_makes_no_difference(int seed)
    {
        var (script, whole) = HandedOverAndElsewhere.Value;
        var rows = script.Rows.ToArray();
        new Random(seed).Shuffle(rows);
        ShouldBeSame(script.Detect(WithTimeline, rows), whole);
    }

    [Property(MaxTest = 4)]
    public void Rows_that_come_twice_make_no_difference(int seed)
    {
        var (script, whole) = HandedOverAndIll.Value;
        SignIn[] rows = [.. script.Rows, .. script.Rows];
        new Random(seed).Shuffle(rows);
        ShouldBeSame(script.Detect(WithTimeline, rows), whole);
    }

    [Property(MaxTest = 4)]
    public void Sign_ins_of_one_account_in_the_same_quarter_of_a_minute_may_come_in_any_order(int seed)
    {
        // Two stories with the same minutes; and Entra has each logon that Windows has.
        var (script, whole) = DeskAndLaptop.Value;
        var rows = script.Rows.ToArray();
        new Random(seed).Shuffle(rows);
        ShouldBeSame(script.Detect(WithTimeline, rows), whole);
    }

    [Fact]
    public void Which_town_an_address_is_put_in_first_makes_no_difference()
    {
        // Entra moves one block of addresses between towns: whatever is made of it must not hang on which row is read first.
        var script = Told(SharingStories.FriendElsewhere);
        var moved = script.Rows.Select((r, i) => r.City is "Coventry" && i % 2 == 0 ? r with { City = "Aberdeen", Latitude = 57.15, Longitude = -2.09 } : r).ToList();
        ShouldBeSame(script.Detect(WithTimeline, moved.AsEnumerable().Reverse()), script.Detect(WithTimeline, moved));
    }

    [Fact]
    public void What_a_record_leaves_out_of_a_device_makes_no_difference_by_coming_first()
    {
        var script = Told(SharingStories.OnColleaguesLaptop);
        SignIn[] bare = [.. script.Rows.Where((r, i) => i % 9 == 0 && r.DeviceName is not null).Select(r => r with { OperatingSystem = null, DeviceId = null })];
        ShouldBeSame(script.Detect(WithTimeline, [.. script.Rows, .. bare]), script.Detect(WithTimeline, [.. bare, .. script.Rows]));
    }

    [Fact]
    public void Files_by_source_by_month_or_the_newest_first_come_to_the_same()
    {
        var script = Told(SharingStories.RegisterWhileIll, SharingStories.HandedOverAgain);
        var whole = Text(script.Detect(WithTimeline));
        Text(script.Detect(WithTimeline, script.Rows.OrderBy(r => r.Source))).ShouldBe(whole);
        Text(script.Detect(WithTimeline, script.Rows.OrderByDescending(r => r.UtcTicks))).ShouldBe(whole);
        Text(script.Detect(WithTimeline, script.Rows.OrderBy(r => r.UtcTicks / TimeSpan.TicksPerDay / 30 % 2).ThenByDescending(r => r.Account, StringComparer.Ordinal))).ShouldBe(whole);
    }

    [Fact]
    public void The_ways_in_which_sources_write_a_login_are_one_account()
    {
        var script = Told(SharingStories.ColleagueAtOwnDesk);
        var whole = Text(script.Detect());
        Text(script.Detect(rows: script.Rows.Select(r => r with { Account = r.Account.ToUpperInvariant() }))).ShouldBe(whole);
        Text(script.Detect(rows: script.Rows.Select(r => r with { Account = r.Account.Replace(@"ROSEWOOD\", "", StringComparison.Ordinal) }))).ShouldBe(whole);
    }

    [Fact]
    public void Renaming_accounts_that_have_nothing_to_do_with_it_leaves_a_finding_as_it_is()
    {
        var script = Told(SharingStories.ColleagueAtOwnDesk);
        var renamed = script.Rows.Select(r => r with
        {
            Account = r.Account.Replace("ida@rosewood.example", "zz.ida@elsewhere.example", StringComparison.Ordinal).Replace(@"ROSEWOOD\ida", "zz.ida@elsewhere.example", StringComparison.Ordinal),
        });
        ShouldBeSame(script.Detect(rows: renamed), script.Detect());
    }

    [Fact]
    public void A_period_bounds_evidence_and_not_the_habits_that_are_learned()
    {
        var script = Told(SharingStories.OnColleaguesLaptop);
        var (from, until) = (SignInScript.At(20, "00:00"), SignInScript.At(40, "00:00"));
        var part = Ana(script.Detect(o => o with { FromTicks = from.UtcTicks, UntilTicks = until.UtcTicks }));
        part.Verdict.ShouldBe(SharedCredentialVerdict.Shared);
        part.FirstSeen.ShouldBeGreaterThanOrEqualTo(from);
        part.LastSeen.ShouldBeLessThan(until);
        var days = SharingStories.SharedDays.Count(d => d >= 20);
        part.Evidence.ShouldAllBe(e => e.Days <= days);

        script.Detect(o => o with { FromTicks = SignInScript.At(38, "00:00").UtcTicks }).Findings.ShouldBeEmpty();
        script.Detect(o => o with { UntilTicks = SignInScript.At(5, "00:00").UtcTicks }).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void A_period_that_starts_late_still_knows_whose_desk_it_is()
    {
        var script = Told(SharingStories.ColleagueAtOwnDesk);
        var part = Ana(script.Detect(o => o with { FromTicks = SignInScript.At(30, "00:00").UtcTicks, UntilTicks = SignInScript.At(37, "00:00").UtcTicks }));
        part.Evidence.Select(e => e.Kind).ShouldContain(SignInEvidenceKind.ForeignDevice);
    }

    [Fact]
    public void A_dismissal_of_everything_hides_the_finding_and_is_counted()
    {
        var script = Told(SharingStories.ColleagueAtOwnDesk);
        var result = script.Detect(o => o with { Suppressions = Dismissal("ana") });
        result.Findings.ShouldBeEmpty();
        result.Dismissed.ShouldBe(1);
        result.Judged.ShouldBe(script.Detect().Judged);
        script.Detect().Dismissed.ShouldBe(0);
    }

    [Fact]
    public void A_dismissal_hides_the_classes_that_it_names_and_nothing_else()
    {
        var script = Told(SharingStories.ColleagueAtOwnDesk, SharingStories.FriendElsewhere);
        var before = Ana(script.Detect());
        var kinds = before.Evidence.Select(e => e.Kind).ToList();
        kinds.Count.ShouldBeGreaterThanOrEqualTo(3);
        foreach (var kind in kinds)
        {
            var after = Ana(script.Detect(o => o with { Suppressions = Dismissal("ana", kind) }));
            after.Evidence.ShouldBe(before.Evidence.Where(e => e.Kind != kind));
        }
    }

    [Fact]
    public void A_dismissal_of_another_account_changes_nothing_and_counts_nothing()
    {
        var script = Told(SharingStories.ColleagueAtOwnDesk);
        var result = script.Detect(o => o with { Suppressions = Dismissal("ben") });
        Text(result).ShouldBe(Text(script.Detect()));
        result.Dismissed.ShouldBe(0);
    }

    [Fact]
    public void A_dismissal_of_classes_that_were_not_seen_counts_nothing()
    {
        var script = Told(SharingStories.ColleagueAtOwnDesk);
        var result = script.Detect(o => o with { Suppressions = Dismissal("ana", SignInEvidenceKind.Absence) });
        result.Findings.Count.ShouldBe(1);
        result.Dismissed.ShouldBe(0);
    }

    [Theory]
    [InlineData("ana@rosewood.example")]
    [InlineData("ANA@Rosewood.example")]
    [InlineData(@"rosewood\ana")]
    [InlineData("ana")]
    public void An_account_that_is_declared_as_shared_is_never_judged_however_it_is_written(string declared)
    {
        var script = Told(SharingStories.ColleagueAtOwnDesk, SharingStories.FriendElsewhere);
        var judged = script.Detect().Judged;
        script.Config = script.Config with { DeclaredSharedAccounts = [declared] };
        var result = script.Detect();
        result.Findings.ShouldBeEmpty();
        result.Declared.ShouldBe(["ana@rosewood.example"]);
        result.Judged.ShouldBe(judged - 1);
    }

    [Fact]
    public void An_account_of_a_machine_that_is_declared_by_its_upn_is_known_by_its_windows_name_as_well()
    {
        var script = SignInScript.School();
        script.Room("HALL-1", "HALL-2");
        for (var day = 0; day < SignInScript.Days; day++)
        {
            script.Unlocks(day, "10:00:00", "kiosk", "HALL-1").Unlocks(day, "10:00:30", "kiosk", "HALL-2").Unlocks(day, "10:01:00", "kiosk", "HALL-1")
                .Unlocks(day, "10:02:00", "kiosk", "ROOM-2").Unlocks(day, "10:03:00", "kiosk", "HALL-1");
        }

        script.Config = script.Config with { DeclaredSharedAccounts = ["kiosk@rosewood.example"] };
        var result = script.Detect();
        result.Findings.ShouldBeEmpty(InnocentExplanationTests.Describe(result.Findings));
        result.Declared.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("zoë.o'brien", "Zoë O'Brien")]
    [InlineData("łukasz.żak", "Łukasz Żak")]
    [InlineData("shán", "Shán Li-Évans, \"Dr\"; =cmd|'/c'")]
    public void Names_in_any_script_come_back_as_the_roster_has_them(string login, string name)
    {
        var script = Told(SharingStories.ColleagueAtOwnDesk).Staff(login, name);
        var renamed = script.Rows
            .Select(r => r.Account.Contains("ana", StringComparison.Ordinal) ? r with { Account = (r.Source == SignInSource.Windows ? @"ROSEWOOD\" + login : SignInScript.Upn(login)).ToUpperInvariant() } : r);
        script.Detect(rows: renamed).Findings.ShouldHaveSingleItem().Account.ShouldBe(name);
    }

    [Fact]
    public void An_account_that_is_not_on_the_roster_is_judged_and_said_to_be_nobodys()
    {
        var script = Told(SharingStories.OnColleaguesLaptop);
        var renamed = script.Rows.Select(r => r.Account.Contains("ana", StringComparison.Ordinal) ? r with { Account = "contractor@elsewhere.example" } : r);
        var finding = script.Detect(rows: renamed).Findings.ShouldHaveSingleItem();
        finding.OnRoster.ShouldBeFalse();
        finding.Account.ShouldBe("contractor@elsewhere.example");
        finding.Verdict.ShouldBe(SharedCredentialVerdict.Shared);
    }

    [Fact]
    public void Nothing_comes_to_nothing()
    {
        var result = new SignInScript().Detect(WithTimeline);
        result.Findings.ShouldBeEmpty();
        result.Judged.ShouldBe(0);
    }

    [Fact]
    public void One_row_comes_to_one_account_and_no_finding()
    {
        var result = new SignInScript().SignsIn(0, "09:00", "ana", "ROOM-1", SignInPlace.School).Detect(WithTimeline);
        result.Findings.ShouldBeEmpty();
        result.Judged.ShouldBe(1);
    }

    [Fact]
    public void Rows_far_from_the_present_are_counted_as_implausible_and_change_nothing()
    {
        var script = Told(SharingStories.ColleagueAtOwnDesk);
        var first = script.Rows[0];
        DateTimeOffset[] wrong = [DateTimeOffset.MinValue, new(1601, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2010, 1, 1, 0, 0, 0, TimeSpan.Zero), SignInScript.Now.AddDays(2), new(2099, 1, 1, 0, 0, 0, TimeSpan.Zero), DateTimeOffset.MaxValue];
        SignIn[] rows = [.. wrong.Select(t => first with { UtcTicks = t.UtcTicks, Account = "ana@rosewood.example", DeviceName = "ROOM-7" }), .. script.Rows];
        var timeline = script.Timeline(rows);
        timeline.Implausible.ShouldBe(wrong.Length);
        timeline.Rows.ShouldBe(script.Rows.Count);
        ShouldBeSame(script.Detect(WithTimeline, rows), script.Detect(WithTimeline));
    }

    [Fact]
    public void A_kiosk_with_a_row_in_every_slot_for_sixty_days_ends()
    {
        var script = SignInScript.School();
        script.SignsIn(0, "00:00", "kiosk", "HALL-1", SignInPlace.School).SignsIn(0, "00:00", "kiosk", "HALL-2", SignInPlace.School).SignsIn(0, "00:00", "kiosk", "ROOM-9", SignInPlace.School);
        var kiosk = script.Rows[^3..];
        script.Rows.RemoveRange(script.Rows.Count - 3, 3);
        var rows = script.Rows.Concat(Enumerable.Range(0, 60 * 5760).Select(i => kiosk[i % 3] with { UtcTicks = kiosk[0].UtcTicks + (i * 15 * TimeSpan.TicksPerSecond) }));
        var result = script.Detect(WithTimeline, rows);
        result.Findings.Where(f => f.OnRoster).ShouldBeEmpty();
    }

    [Property(MaxTest = 6)]
    public void Any_rows_at_all_come_to_findings_whose_numbers_hold(int seed)
    {
        var random = new Random(seed);
        var script = SignInScript.School();
        string[] who = ["ana", "ben", "cat", "zoe"];
        string?[] devices = ["ROOM-1", "ROOM-2", "LT-X", "", null];
        SignInPlace[] places = [SignInPlace.School, SignInPlace.Home("ana"), SignInPlace.Abroad, SignInPlace.HomeV6("ben", 4), SignInPlace.Vpn];
        for (var i = 0; i < 3000; i++)
        {
            script.SignsIn(random.Next(SignInScript.Days), SignInScript.Later("08:00", random.Next(480), random.Next(60)), Pick(who), "ROOM-1", Pick(places));
            script.Rows[^1] = script.Rows[^1] with
            {
                Outcome = Pick(Enum.GetValues<SignInOutcome>()),
                Activity = Pick(Enum.GetValues<SignInActivity>()),
                Source = Pick(Enum.GetValues<SignInSource>()),
                DeviceName = Pick(devices) is { Length: > 0 } name ? name : null,
                DeviceId = random.Next(2) == 0 ? null : "id-" + Pick(devices),
                AuthenticatorId = random.Next(3) == 0 ? "phone-" + Pick(who) : null,
                Latitude = random.Next(2) == 0 ? null : random.Next(-90, 90),
            };
        }

        var result = script.Detect(WithTimeline);
        foreach (var finding in result.Findings)
        {
            finding.Likelihood.ShouldBeInRange(script.Config.Thresholds.Possible, 1);
            finding.FirstSeen.ShouldBeLessThanOrEqualTo(finding.LastSeen);
            finding.Evidence.ShouldNotBeEmpty();
            finding.Evidence.Select(e => e.Kind).Distinct().Count().ShouldBe(finding.Evidence.Count);
            finding.Evidence.ShouldAllBe(e => e.LogLikelihoodRatio > 0 && e.Days > 0 && e.Count >= e.Days && e.Detail.Length > 0);
            finding.Devices.Distinct(StringComparer.OrdinalIgnoreCase).Count().ShouldBe(finding.Devices.Count);
            finding.InnocentExplanations.ShouldNotBeEmpty();
            if (finding.Devices.Count > 0)
            {
                finding.Timeline.SelectMany(d => d.Lanes).SelectMany(l => l.Marks).ShouldContain(m => m.IsEvidence);
            }
        }

        T Pick<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];
    }

    private static SignInScript Told(params SharingStory[] stories)
    {
        var script = SignInScript.School("ana");
        foreach (var story in stories)
        {
            story.Tell(script, _ => "ROOM-1");
        }

        return script.Ordinary("ana", "ROOM-1");
    }

    private static DetectionOptions WithTimeline(DetectionOptions options) => options with { WithTimeline = true };

    private static SharedCredentialUse Ana(DetectionResult result) => result.Findings.Where(f => string.Equals(f.SubjectId, "ana", StringComparison.Ordinal)).ShouldHaveSingleItem();

    /// <summary>A dismissal about somebody on the roster; of all evidence where no kind is named.</summary>
    private static SuppressionSet Dismissal(string personId, params SignInEvidenceKind[] kinds) => new(
    [
        new Suppression(
            new SuppressionFact("S-0001", FindingKind.SharedCredentialUse, personId, Login: null, [.. kinds.Select(k => k.ToString())], "Asked, and explained", AuthoriserId: null, "P-0001", DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue),
            Ending: null),
    ]);

    /// <summary>Shows the first line that differs, which a comparison of the whole would cut off.</summary>
    private static void ShouldBeSame(DetectionResult result, DetectionResult expected)
    {
        var (lines, others) = (Text(result).Split('\n'), Text(expected).Split('\n'));
        foreach (var (line, other) in lines.Zip(others))
        {
            line.ShouldBe(other);
        }

        lines.Length.ShouldBe(others.Length);
    }

    /// <summary>A script that is not changed any more, and what is found in it.</summary>
    private sealed record ToldScript(SignInScript Script, DetectionResult Whole)
    {
        public ToldScript(params SharingStory[] stories)
            : this(Told(stories))
        {
        }

        private ToldScript(SignInScript script)
            : this(script, script.Detect(WithTimeline))
        {
        }
    }

    private static string Text(DetectionResult result) => JsonSerializer.Serialize(result.Findings, TextOptions);
}
