using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Tests.People;

public sealed class PeopleHistoryTests
{
    private static readonly long Now = new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero).UtcTicks;

    private static readonly Person[] Staff =
    [
        TestRoster.Make("h.teacher@rosewood.example", "Helen Teacher", RoleSet.Of(Role.HeadTeacher), @"rosewood\h.teacher"),
        TestRoster.Make("d.puty@rosewood.example", "Dee Puty", RoleSet.Of(Role.DeputyHead, Role.SafeguardingLead), "d.puty"),
        TestRoster.Make("s.oneill@rosewood.example", "Sinéad O’Neill", RoleSet.Of(Role.Teacher)),
        TestRoster.Make("s.lee1@rosewood.example", "Sam Lee", RoleSet.Of(Role.Teacher), @"rosewood\slee"),
        TestRoster.Make("s.lee2@rosewood.example", "Sam Lee", RoleSet.Of(Role.Support), @"office\slee"),
        TestRoster.Make("j.smith-jones@rosewood.example", "Jo Smith-Jones", RoleSet.Of(Role.DataProtectionOfficer)),
        TestRoster.Make("old.deputy@rosewood.example", "Olive Hand", RoleSet.Of(Role.DeputyHead)) with { EndDate = new DateOnly(2026, 7, 20) },
    ];

    private static readonly PeopleHistory School = new(Staff.Select(p => new PersonVersion(0, p)));

    [Theory]
    [InlineData("d.puty@rosewood.example", "Dee Puty")]
    [InlineData("D.PUTY@Rosewood.Example", "Dee Puty")]
    [InlineData("d.puty", "Dee Puty")]
    [InlineData(@"ROSEWOOD\d.puty", "Dee Puty")]
    [InlineData("h.teacher", "Helen Teacher")]
    [InlineData("dee  puty ", "Dee Puty")]
    [InlineData("Dee\u00A0Puty", "Dee Puty")]
    [InlineData("Sinéad O'Neill", "Sinéad O’Neill")]
    [InlineData("Sine\u0301ad O‘Neill", "Sinéad O’Neill")]
    [InlineData("SINÉAD O’NEILL", "Sinéad O’Neill")]
    [InlineData("jo smith–jones", "Jo Smith-Jones")]
    [InlineData("deputy", "Dee Puty")]
    [InlineData("Deputy Head", "Dee Puty")]
    [InlineData("DeputyHead", "Dee Puty")]
    [InlineData("head", "Helen Teacher")]
    [InlineData("dsl", "Dee Puty")]
    [InlineData("DPO", "Jo Smith-Jones")]
    public void What_a_person_types_finds_whom_they_mean(string typed, string expected) =>
        School.Resolve(typed, Now).DisplayName.ShouldBe(expected);

    [Theory]
    [InlineData("Sam Lee")]
    [InlineData("slee")]
    public void A_name_that_fits_two_lists_both_with_their_UPN(string typed)
    {
        var fault = FaultOf(typed);
        fault.Id.ShouldBe("PersonAmbiguous");
        fault.Kind.ShouldBe(FaultKind.Ambiguous);
        fault.Message.ShouldContain("s.lee1@rosewood.example");
        fault.Message.ShouldContain("s.lee2@rosewood.example");
    }

    [Fact]
    public void A_role_of_two_current_people_is_ambiguous_and_one_of_nobody_says_so()
    {
        var two = new PeopleHistory(Staff.Append(TestRoster.Make("x@rosewood.example", "Xan Second", RoleSet.Of(Role.DeputyHead))).Select(p => new PersonVersion(0, p)));
        Should.Throw<FaultException>(() => two.Resolve("deputy", Now)).Fault.Id.ShouldBe("PersonAmbiguous");
        FaultOf("governor").Message.ShouldContain("Nobody current on the roster holds the role Governor");
    }

    [Theory]
    [InlineData("Dee Рuty")] // Cyrillic Er
    [InlineData("Dее Puty")] // Cyrillic Ie
    [InlineData("d.рuty")]
    [InlineData("Sam Lее")]
    public void A_look_alike_never_matches_and_says_so(string typed)
    {
        var fault = FaultOf(typed);
        fault.Id.ShouldBe("PersonNotFound");
        fault.Message.ShouldContain("another script");
        fault.Message.ShouldContain("U+04");
    }

    [Fact]
    public void Full_width_letters_and_invisible_characters_do_not_match_either()
    {
        FaultOf("Ｄｅｅ Ｐｕｔｙ").Message.ShouldContain("another script");
        FaultOf("Dee\u200B Puty").Message.ShouldContain("U+200B");
    }

    [Theory]
    [InlineData("Dee Putty", "d.puty@rosewood.example")]
    [InlineData("Helen Taecher", "h.teacher@rosewood.example")]
    [InlineData("d.pury", "d.puty@rosewood.example")]
    [InlineData("O'Neill", "s.oneill@rosewood.example")]
    public void The_nearest_names_are_suggested(string typed, string upn)
    {
        var fault = FaultOf(typed);
        fault.Id.ShouldBe("PersonNotFound");
        fault.Message.ShouldContain("Did you mean");
        fault.Message.ShouldContain(upn);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("*")]
    [InlineData("Nobody Whatsoever At All")]
    [InlineData("' OR 1=1 --")]
    public void Nobody_is_found_by_what_is_nobody(string typed) => FaultOf(typed).Id.ShouldBe("PersonNotFound");

    [Fact]
    public void The_schools_own_words_for_roles_count()
    {
        var history = new PeopleHistory(Staff.Select(p => new PersonVersion(0, p)), roleWords: RoleWords.BuiltIn.With([new("Executive Head", Role.HeadTeacher)]));
        history.Resolve("executive head", Now).DisplayName.ShouldBe("Helen Teacher");
    }

    [Fact]
    public void A_login_matches_whole_then_without_its_domain_unless_two_share_that()
    {
        School.FindByLogin(@"office\slee", Now).Person!.UserPrincipalName.ShouldBe("s.lee2@rosewood.example");
        School.FindByLogin("slee", Now).ShouldBe(new LoginMatch(Person: null, Ambiguous: true));
        School.FindByLogin("SLEE@KERBEROS.REALM", Now).Ambiguous.ShouldBeTrue();
        School.FindByLogin("D.Puty@KERBEROS.REALM", Now).Person!.DisplayName.ShouldBe("Dee Puty");
        School.FindByLogin("nobody", Now).ShouldBe(default);
        School.FindByLogin(null, Now).ShouldBe(default);
        School.FindByLogin("-", Now).ShouldBe(default);
    }

    [Fact]
    public void A_login_given_on_to_a_new_colleague_is_the_ones_who_was_employed_that_day()
    {
        var leaver = TestRoster.Make("a@rosewood.example", "Ada First", default, "reception") with { EndDate = new DateOnly(2026, 3, 31) };
        var starter = TestRoster.Make("b@rosewood.example", "Bea Second", default, "reception") with { StartDate = new DateOnly(2026, 4, 1) };
        var history = new PeopleHistory([new(0, leaver), new(0, starter)], TimeZoneInfo.FindSystemTimeZoneById("Europe/London"));

        // Midnight of 1 April in London is 23:00 of the day before in UTC.
        history.FindByLogin("reception", new DateTimeOffset(2026, 3, 31, 22, 59, 59, TimeSpan.Zero).UtcTicks).Person!.DisplayName.ShouldBe("Ada First");
        history.FindByLogin("reception", new DateTimeOffset(2026, 3, 31, 23, 0, 0, TimeSpan.Zero).UtcTicks).Person!.DisplayName.ShouldBe("Bea Second");
    }

    [Fact]
    public void A_leavers_short_login_is_the_new_colleagues_who_has_it_in_a_domain()
    {
        var leaver = TestRoster.Make("j.smith1@rosewood.example", "Jo Smith", default, "jsmith") with { EndDate = new DateOnly(2026, 3, 31) };
        var starter = TestRoster.Make("j.smith2@rosewood.example", "Jan Smith", default, @"rosewood\jsmith") with { StartDate = new DateOnly(2026, 4, 1) };
        var history = new PeopleHistory([new(0, leaver), new(0, starter)], TimeZoneInfo.FindSystemTimeZoneById("Europe/London"));
        var march = new DateTimeOffset(2026, 3, 31, 12, 0, 0, TimeSpan.Zero).UtcTicks;

        history.FindByLogin("jsmith", march).Person!.DisplayName.ShouldBe("Jo Smith");
        history.FindByLogin("jsmith", Now).Person!.DisplayName.ShouldBe("Jan Smith");
        history.FindByLogin("j.smith1@rosewood.example", Now).Person!.DisplayName.ShouldBe("Jo Smith");
        new PeopleHistory([new(0, leaver)]).FindByLogin("jsmith", Now).Person!.DisplayName.ShouldBe("Jo Smith");

        var before = GC.GetAllocatedBytesForCurrentThread();
        history.FindByLogin("jsmith", Now);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Fact]
    public void A_leavers_short_login_that_two_colleagues_have_in_domains_is_nobodys()
    {
        var leaver = TestRoster.Make("j.smith1@rosewood.example", "Jo Smith", default, "jsmith") with { EndDate = new DateOnly(2026, 3, 31) };
        var history = new PeopleHistory(
        [
            new(0, leaver),
            new(0, TestRoster.Make("j.smith2@rosewood.example", "Jan Smith", default, @"rosewood\jsmith")),
            new(0, TestRoster.Make("j.smith3@rosewood.example", "Jim Smith", default, @"branch\jsmith")),
        ]);

        history.FindByLogin("jsmith", Now).ShouldBe(new LoginMatch(Person: null, Ambiguous: true));
    }

    [Theory]
    [InlineData("d.puty")]
    [InlineData(@"rosewood\d.puty")]
    [InlineData("d.puty@realm.example")]
    [InlineData("slee")]
    [InlineData("nobody")]
    [InlineData("zoë")]
    public void Finding_a_login_in_normal_form_allocates_nothing(string login)
    {
        School.FindByLogin(login, Now);
        var before = GC.GetAllocatedBytesForCurrentThread();
        School.FindByLogin(login, Now);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Fact]
    public void First_and_last_day_are_inclusive()
    {
        var person = Staff[0] with { StartDate = new DateOnly(2026, 9, 1), EndDate = new DateOnly(2026, 12, 18) };
        PeopleHistory.IsEmployed(person, new DateOnly(2026, 8, 31)).ShouldBeFalse();
        PeopleHistory.IsEmployed(person, new DateOnly(2026, 9, 1)).ShouldBeTrue();
        PeopleHistory.IsEmployed(person, new DateOnly(2026, 12, 18)).ShouldBeTrue();
        PeopleHistory.IsEmployed(person, new DateOnly(2026, 12, 19)).ShouldBeFalse();
        PeopleHistory.IsEmployed(Staff[1], DateOnly.MinValue).ShouldBeTrue();
    }

    [Property(MaxTest = 300)]
    public Property As_of_gives_the_last_version_at_or_before_an_instant() => Prop.ForAll(
        Gen.Choose(0, 20).Select(i => (long)i).ListOf().Select(l => l.ToArray()).ToArbitrary(),
        Gen.Choose(0, 21).Select(i => (long)i).ToArbitrary(),
        (froms, at) =>
        {
            var versions = froms.Order().Select((f, i) => new PersonVersion(f, TestRoster.Make("a@x.example", $"Version {i}"))).ToList();
            var expected = versions.LastOrDefault(v => v.EffectiveFrom <= at)?.Person.DisplayName;
            return string.Equals(new PeopleHistory(versions).At("P-a@x.example", at)?.DisplayName, expected, StringComparison.Ordinal)
                && string.Equals(new PeopleHistory(versions).FindByLogin("a", at).Person?.DisplayName, expected, StringComparison.Ordinal)
                && new PeopleHistory(versions).All(at).Count == (expected is null ? 0 : 1);
        });

    [Property(MaxTest = 500)]
    public bool Whatever_is_typed_ends_in_a_person_or_a_fault(NonNull<string> typed)
    {
        try
        {
            return School.Resolve(typed.Get, Now) is not null;
        }
        catch (FaultException e)
        {
            return e.Fault.Id is "PersonNotFound" or "PersonAmbiguous";
        }
    }

    private static Fault FaultOf(string typed) => Should.Throw<FaultException>(() => School.Resolve(typed, Now)).Fault;
}
