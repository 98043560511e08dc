using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Console;
using Rosewood.PolicyAdmin.Console.Binding;
using Rosewood.PolicyAdmin.Tests.Console.Support;

namespace Rosewood.PolicyAdmin.Tests.Console.Binding;

public sealed class ArgumentBinderTests
{
    private static SetFakeThing Set(params string[] words) =>
        (SetFakeThing)ArgumentBinder.Bind(ConsoleRun.Syntax("Set-FakeThing"), words).CreateRequest();

    private static RemoveFakeThing Remove(params string[] words) =>
        (RemoveFakeThing)ArgumentBinder.Bind(ConsoleRun.Syntax("Remove-FakeThing"), words).CreateRequest();

    private static string Usage(Func<object> bind) => Should.Throw<UsageException>(bind).Message;

    [Theory]
    [InlineData("-User", "a")]
    [InlineData("-user", "a")]
    [InlineData("-USER:a")]
    [InlineData("-User=a")]
    [InlineData("-User:", "a")]
    [InlineData("-Us", "a")]
    [InlineData("-Person", "a")]
    [InlineData("-Who=a")]
    [InlineData("-Pers", "a")]
    [InlineData("a")]
    [InlineData("--", "a")]
    [InlineData("\u2013User", "a")]
    [InlineData("\u2014User", "a")]
    public void A_parameter_is_named_in_any_of_powershells_ways(params string[] words) => Set(words).User.ShouldBe(["a"]);

    [Theory]
    [InlineData(true, "-Force")]
    [InlineData(true, "-Force:$true")]
    [InlineData(true, "-force=true")]
    [InlineData(true, "-Force:1")]
    [InlineData(true, "-Force:", "$true")]
    [InlineData(false)]
    [InlineData(false, "-Force:$false")]
    [InlineData(false, "-Force:false")]
    [InlineData(false, "-Force=FALSE")]
    [InlineData(false, "-Force:0")]
    public void A_switch_stands_alone_or_says_what_it_is(bool expected, params string[] words)
    {
        var request = Set([.. words, "-User", "a"]);
        request.Force.ShouldBe(expected);
        request.User.ShouldBe(["a"]);
    }

    [Fact]
    public void A_switch_leaves_the_next_word_alone()
    {
        var request = Set("-Force", "a", "Green");
        request.Force.ShouldBeTrue();
        request.User.ShouldBe(["a"]);
        request.Colour.ShouldBe(FakeColour.Green);
    }

    [Theory]
    [InlineData(new[] { "a", "b" }, "-User", "a,b")]
    [InlineData(new[] { "a", "b" }, "-User", "a", "-User", "b")]
    [InlineData(new[] { "a", "b", "c" }, "-User", "a,b", "-User", "c")]
    [InlineData(new[] { "a", "b" }, "-User", "a,", "b")]
    [InlineData(new[] { "a", "b" }, "a,", "b")]
    [InlineData(new[] { "Puty, Dee", "b" }, "-User", "Puty, Dee", "-User", "b")]
    [InlineData(new[] { "a,b", "c" }, "-User", "\"a,b\",c")]
    [InlineData(new[] { "say \"hi\"" }, "-User", "\"say \"\"hi\"\"\"")]
    [InlineData(new[] { "O'Brien", "D'Arcy" }, "-User", "O'Brien,D'Arcy")]
    [InlineData(new[] { "5\" screen" }, "-User", "5\" screen")]
    [InlineData(new[] { "\"odd" }, "-User", "\"odd")]
    [InlineData(new[] { "" }, "-User", "")]
    [InlineData(new[] { "Zoë Ångström", "李明" }, "-User", "Zoë Ångström,李明")]
    public void A_list_is_joined_by_commas_or_by_repeating(string[] expected, params string[] words) => Set(words).User.ShouldBe(expected);

    [Theory]
    [InlineData("-5", "-Count", "-5")]
    [InlineData("-5", "-Count:-5")]
    [InlineData("-5", "-Count=-5")]
    public void A_negative_number_is_a_value(string expected, params string[] words) =>
        Set([.. words, "-User", "a"]).Count.ToString().ShouldBe(expected);

    [Theory]
    [InlineData("-foo", "-Reason=-foo")]
    [InlineData("-foo", "-Reason:-foo")]
    [InlineData("-foo", "-Reason:", "-foo")]
    [InlineData("-", "-Reason", "-")]
    [InlineData("- done", "-Reason", "- done")]
    [InlineData("-really late", "-Reason", "-really late")]
    [InlineData("a=b:c", "-Reason=a=b:c")]
    [InlineData("", "-Reason=")]
    [InlineData("", "-Reason", "")]
    [InlineData("line\nbreak", "-Reason=line\nbreak")]
    public void Odd_text_is_kept_as_it_is(string expected, params string[] words) => Set([.. words, "-User", "a"]).Reason.ShouldBe(expected);

    [Fact]
    public void Words_behind_a_double_dash_are_values()
    {
        var request = Remove("-User", "a", "--", "-Note", "--");
        request.Note.ShouldBe("-Note");
        request.Rest.ShouldBe(["--"]);
    }

    [Fact]
    public void Positions_skip_what_is_named_already()
    {
        var request = Set("-User", "a", "red");
        request.Colour.ShouldBe(FakeColour.Red);
    }

    [Fact]
    public void The_given_parameters_choose_the_set_and_its_positions()
    {
        Remove("x", "y").User.ShouldBe("x");
        Remove("x", "y").Note.ShouldBe("y");
        Remove("-Id", "1", "y").Note.ShouldBe("y");
    }

    [Fact]
    public void What_has_no_position_goes_to_the_parameter_for_the_rest() => Remove("u", "n", "r1", "r2").Rest.ShouldBe(["r1", "r2"]);

    [Fact]
    public void Values_become_the_types_of_the_request()
    {
        var request = Set("a", "-Until", "2026-12-18", "-For", "2h", "-At", "2026-12-18T10:00:00+01:00", "-Day", "2026-12-18", "-Address", "https://x.test/a", "-Share", "0.5", "-Flag", "$true", "-Colours", "red,GREEN", "-Mode", "fast");
        request.Until.ShouldBe(TimeInput.Parse("2026-12-18"));
        request.For!.Value.Value.ShouldBe(TimeSpan.FromHours(2));
        request.At.ShouldBe(new DateTimeOffset(2026, 12, 18, 10, 0, 0, TimeSpan.FromHours(1)));
        request.Day.ShouldBe(new DateOnly(2026, 12, 18));
        request.Address.ShouldBe(new Uri("https://x.test/a"));
        request.Share.ShouldBe(0.5);
        request.Flag.ShouldBe(true);
        request.Colours.ShouldBe([FakeColour.Red, FakeColour.Green]);
        request.Mode.ShouldBe("fast");
    }

    [Fact]
    public void What_is_not_given_keeps_the_requests_default() => Set("a").Count.ShouldBe(3);

    [Theory]
    [InlineData("has no parameter -Usr. Did you mean -User?", "-Usr", "a")]
    [InlineData("has no parameter -user-name.", "--user-name", "a")]
    [InlineData("-Re could be -Reason or -Remark.", "a", "-Re", "x")]
    [InlineData("-Count is given twice.", "a", "-Count", "1", "-Count", "2")]
    [InlineData("-Force is given twice.", "a", "-Force", "-Force")]
    [InlineData("-Reason needs a value.", "a", "-Reason")]
    [InlineData("-Reason needs a value.", "a", "-Reason", "--")]
    [InlineData("-Reason needs a value, and -Force reads as a parameter; write -Reason=-Force if it is the value.", "a", "-Reason", "-Force")]
    [InlineData("-Count can't be 'many'. It takes a whole number.", "a", "-Count", "many")]
    [InlineData("-Count can't be '99999999999'.", "a", "-Count", "99999999999")]
    [InlineData("-Colour can't be 'Blue'. It takes Red or Green.", "a", "-Colour", "Blue")]
    [InlineData("-Colour can't be '1'.", "a", "-Colour", "1")]
    [InlineData("-Mode can't be 'Slowly'. It takes Fast or Slow.", "a", "-Mode", "Slowly")]
    [InlineData("-Force can't be 'maybe'. It takes true or false.", "a", "-Force:maybe")]
    [InlineData("-Force has no value: the shell took", "a", "-Force:")]
    [InlineData("-Force has no value: the shell took", "a", "-Force:", "-Reason", "x")]
    [InlineData("-Day can't be '18/12/2026'.", "a", "-Day", "18/12/2026")]
    [InlineData("-At can't be '2026-12-18T10:00'.", "a", "-At", "2026-12-18T10:00")]
    [InlineData("-Share can't be '1,5'.", "a", "-Share", "1,5")]
    [InlineData("-Share can't be 'NaN'.", "a", "-Share", "NaN")]
    [InlineData("has an empty item", "-User", "a,,b")]
    [InlineData("Set-FakeThing needs -User.")]
    [InlineData("has no place for 'c'. Join several values of -User with commas.", "a", "Red", "c")]
    public void Wrong_usage_is_told_in_a_sentence(string expected, params string[] words) => Usage(() => Set(words)).ShouldContain(expected);

    [Fact]
    public void Parameters_of_different_sets_can_not_be_given_together() =>
        Usage(() => Remove("-User", "a", "-Id", "1")).ShouldBe("-User and -Id can't be given together.");

    [Fact]
    public void A_missing_mandatory_parameter_names_the_other_sets_too() =>
        Usage(() => Remove("-Rest", "x")).ShouldBe("Remove-FakeThing needs -User (or -Id).");

    [Fact]
    public void A_time_that_can_not_be_read_is_a_fault_of_its_own() =>
        Should.Throw<FaultException>(() => Set("a", "-Until", "next week")).Fault.Id.ShouldBe("TimeInvalid");

    [Fact]
    public void A_bare_number_is_no_duration() =>
        Should.Throw<FaultException>(() => Set("a", "-For", "90")).Fault.Id.ShouldBe("DurationInvalid");

    [Fact]
    public void The_commands_own_parameters_go_before_the_common_ones()
    {
        // -A could be -At, -Address or the common -As: only the command's own count as ambiguous.
        Usage(() => Set("x", "-A", "y")).ShouldBe("-A could be -At or -Address.");
        ArgumentBinder.Bind(ConsoleRun.Syntax("Set-FakeThing"), ["x", "-As", "json"]).Options.As.ShouldBe(OutputStyle.Json);
    }

    [Fact]
    public void Common_options_are_bound_by_the_same_rules()
    {
        var options = ArgumentBinder.Bind(ConsoleRun.Syntax("Set-FakeThing"), ["x", "-wi", "-Confirm:$false", "-Work", "/w", "-InputJ", "-", "-q", "-vb"]).Options;
        (options.WhatIf, options.Confirm, options.Workspace, options.InputJson, options.Quiet, options.Verbose).ShouldBe((true, false, "/w", "-", true, true));
    }

    [Fact]
    public void A_command_that_changes_nothing_has_no_whatif() =>
        Should.Throw<UsageException>(() => ArgumentBinder.Bind(ConsoleRun.Syntax("Get-FakeThing"), ["-Name", "x", "-WhatIf"])).Message.ShouldContain("no parameter -WhatIf");
}
