using System.Text.Json;
using Rosewood.PolicyAdmin.SignIns.Model;

namespace Rosewood.PolicyAdmin.Tests.SignIns.Reading;

public sealed class WindowsJsonTests
{
    private static readonly SignIn Expected = new()
    {
        Source = SignInSource.Windows,
        UtcTicks = SignInSample.Ticks("2026-11-05T14:03:22.1234567Z"),
        Account = @"ROSEWOOD\n.ames",
        Outcome = SignInOutcome.Success,
        Activity = SignInActivity.Interactive,
        DeviceName = "PC-12.rosewood.example",
        Address = "10.20.1.7",
    };

    [Fact]
    public void An_event_is_read_by_the_positions_of_its_properties()
    {
        var sample = SignInSample.Read("[" + WindowsEvents.Json(4624, WindowsEvents.LoggedOn("n.ames", "ROSEWOOD", 2)) + "]");
        sample.Row.ShouldBe(Expected);
        sample.File.Kind.ShouldBe("Windows logons (JSON)");
        sample.File.HasBackground.ShouldBeFalse();
    }

    [Fact]
    public void Without_properties_an_event_is_read_by_its_english_words() =>
        SignInSample.Read(WindowsEvents.Json(4624, null, WindowsEvents.LoggedOnWords("n.ames", "ROSEWOOD", 2))).Row.ShouldBe(Expected);

    [Fact]
    public void An_event_is_read_by_its_xml() =>
        SignInSample.Read(JsonSerializer.Serialize(new[]
        {
            new { Xml = WindowsEvents.Xml(4624, ("SubjectUserName", "PC-12$"), ("TargetUserSid", "S-1-5-21-1-2-3-1104"), ("TargetUserName", "n.ames"), ("TargetDomainName", "ROSEWOOD"), ("LogonType", "2"), ("WorkstationName", "PC-12"), ("IpAddress", "10.20.1.7")) },
        })).Row.ShouldBe(Expected);

    [Fact]
    public void Xml_that_is_broken_or_brings_entities_is_no_event()
    {
        var sample = SignInSample.Read(JsonSerializer.Serialize(new[]
        {
            new { Xml = "<Event><System>" },
            new { Xml = "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><Event><System><EventID>&b;</EventID></System></Event>" },
            new { Xml = WindowsEvents.Xml(4647, ("TargetUserName", "n.ames"), ("TargetDomainName", "ROSEWOOD")) },
        }));
        sample.Row.Outcome.ShouldBe(SignInOutcome.SignedOff);
        sample.File.Unread.Select(static u => u.Reason).ShouldBe(["its XML is broken.", "its XML is broken."]);
    }

    [Fact]
    public void Selected_fields_are_read_by_their_names() =>
        SignInSample.Read("""[{"TimeCreated":"\/Date(1793887402000)\/","Id":4624,"TargetUserName":"n.ames","TargetDomainName":"ROSEWOOD","LogonType":"2","IpAddress":"10.20.1.7","WorkstationName":"PC-12","Computer":"PC-12.rosewood.example"}]""")
            .Row.ShouldBe(Expected with { UtcTicks = SignInSample.Ticks("2026-11-05T14:03:22Z") });

    [Theory]
    [InlineData("\"2026-07-05T15:03:22+01:00\"")]
    [InlineData("\"2026-07-05T15:03:22\"")]
    [InlineData("\"\\/Date(1783260202000)\\/\"")]
    [InlineData("{\"value\":\"\\/Date(1783260202000)\\/\",\"DateTime\":\"05 July 2026 15:03:22\"}")]
    [InlineData("{\"DateTime\":\"05 July 2026 15:03:22\"}")]
    [InlineData("\"05 July 2026 15:03:22\"")]
    public void A_time_without_a_zone_is_the_schools(string time) =>
        SignInSample.Read(WindowsEvents.Json(4624, WindowsEvents.LoggedOn("n.ames", "ROSEWOOD", 2), time: time)).Row.UtcTicks.ShouldBe(SignInSample.Ticks("2026-07-05T14:03:22Z"));

    [Theory]
    [InlineData(2, nameof(SignInActivity.Interactive))]
    [InlineData(7, nameof(SignInActivity.Interactive))]
    [InlineData(11, nameof(SignInActivity.Interactive))]
    [InlineData(13, nameof(SignInActivity.Interactive))]
    [InlineData(10, nameof(SignInActivity.Remote))]
    [InlineData(12, nameof(SignInActivity.Remote))]
    [InlineData(3, nameof(SignInActivity.Background))]
    [InlineData(4, nameof(SignInActivity.Background))]
    [InlineData(5, nameof(SignInActivity.Background))]
    [InlineData(8, nameof(SignInActivity.Background))]
    [InlineData(9, nameof(SignInActivity.Background))]
    public void The_logon_type_tells_whether_a_person_was_there(int type, string activity) =>
        SignInSample.Read(WindowsEvents.Json(4624, WindowsEvents.LoggedOn("n.ames", "ROSEWOOD", type))).Row.Activity.ToString().ShouldBe(activity);

    [Fact]
    public void A_remote_session_names_where_it_came_from_unless_that_is_the_computer_itself()
    {
        SignInSample.Read(WindowsEvents.Json(4624, WindowsEvents.LoggedOn("n.ames", "ROSEWOOD", 10, "LAPTOP-3"))).Row.ClientName.ShouldBe("LAPTOP-3");
        SignInSample.Read(WindowsEvents.Json(4624, WindowsEvents.LoggedOn("n.ames", "ROSEWOOD", 10, "PC-12"))).Row.ClientName.ShouldBeNull();
        SignInSample.Read(WindowsEvents.Json(4624, WindowsEvents.LoggedOn("n.ames", "ROSEWOOD", 2, "LAPTOP-3"))).Row.ClientName.ShouldBeNull();
    }

    [Theory]
    [InlineData(4778, nameof(SignInOutcome.Success))]
    [InlineData(4779, nameof(SignInOutcome.SessionEnded))]
    public void Sessions_taken_up_and_left_are_remote_or_at_the_console(int id, string outcome)
    {
        var remote = SignInSample.Read(WindowsEvents.Json(id, ["n.ames", "ROSEWOOD", 123UL, "RDP-Tcp#6", "LAPTOP-3", "10.20.1.9"])).Row;
        remote.Outcome.ToString().ShouldBe(outcome);
        remote.Activity.ShouldBe(SignInActivity.Remote);
        remote.ClientName.ShouldBe("LAPTOP-3");
        remote.Address.ShouldBe("10.20.1.9");

        var console = SignInSample.Read(WindowsEvents.Json(id, ["n.ames", "ROSEWOOD", 123UL, "Console", "Unknown", "LOCAL"])).Row;
        console.Activity.ShouldBe(SignInActivity.Interactive);
        console.ClientName.ShouldBeNull();
        console.Address.ShouldBeNull();

        var words = SignInSample.Read(WindowsEvents.Json(id, null, "A session was reconnected to a Window Station.\r\n\r\nSubject:\r\n\tAccount Name:\t\tn.ames\r\n\tAccount Domain:\t\tROSEWOOD\r\n\tLogon ID:\t\t0x7B\r\n\r\nSession:\r\n\tSession Name:\t\tRDP-Tcp#6\r\n\r\nAdditional Information:\r\n\tClient Name:\t\tLAPTOP-3\r\n\tClient Address:\t\t10.20.1.9\r\n")).Row;
        words.ShouldBe(remote);
    }

    [Fact]
    public void Sign_offs_tell_who_did_them_and_ended_sessions_do_not()
    {
        var off = SignInSample.Read(WindowsEvents.Json(4647, ["S-1-5-21-1-2-3-1104", "n.ames", "ROSEWOOD", 123UL])).Row;
        off.Outcome.ShouldBe(SignInOutcome.SignedOff);
        off.Activity.ShouldBe(SignInActivity.Interactive);
        var ended = SignInSample.Read(WindowsEvents.Json(4634, ["S-1-5-21-1-2-3-1104", "n.ames", "ROSEWOOD", 123UL, 3])).Row;
        ended.Outcome.ShouldBe(SignInOutcome.SessionEnded);
        ended.Activity.ShouldBe(SignInActivity.Background);
        SignInSample.Read(WindowsEvents.Json(4634, null, "An account was logged off.\r\n\r\nSubject:\r\n\tSecurity ID:\t\tS-1-5-21\r\n\tAccount Name:\t\tn.ames\r\n\tAccount Domain:\t\tROSEWOOD\r\n\tLogon ID:\t\t0x7B\r\n\r\nLogon Type:\t\t\t3\r\n\r\nThis event is generated when a logon session is destroyed."))
            .Row.ShouldBe(ended);
    }

    [Theory]
    [InlineData("0xC000006D", "0xC000006A", nameof(SignInOutcome.WrongPassword))]
    [InlineData("0xc000006d", "0x0", nameof(SignInOutcome.WrongPassword))]
    [InlineData("0xC000006E", "0xC0000071", nameof(SignInOutcome.PasswordOutdated))]
    [InlineData("0xC0000224", "0x0", nameof(SignInOutcome.PasswordOutdated))]
    [InlineData("0xC0000234", "0x0", nameof(SignInOutcome.Refused))]
    [InlineData("0xC000006E", "0xC0000072", nameof(SignInOutcome.Refused))]
    [InlineData("0xC000006D", "0xC0000064", null)]
    public void A_failed_logons_status_tells_why_in_every_shape(string status, string subStatus, string? outcome)
    {
        var numbers = (unchecked((int)Convert.ToUInt32(status, 16)), unchecked((int)Convert.ToUInt32(subStatus, 16)));
        foreach (var text in new[]
        {
            WindowsEvents.Json(4625, WindowsEvents.Failed("n.ames", numbers.Item1, numbers.Item2)),
            WindowsEvents.Json(4625, WindowsEvents.Failed("n.ames", Convert.ToUInt32(status, 16), Convert.ToUInt32(subStatus, 16))),
            WindowsEvents.Json(4625, WindowsEvents.Failed("n.ames", status, subStatus)),
            WindowsEvents.Json(4625, null, WindowsEvents.FailedWords("n.ames", status, subStatus)),
        })
        {
            var sample = SignInSample.Read(text);
            sample.File.Rows.ShouldBe(1);
            sample.File.Malformed.ShouldBe(0);
            sample.Rows.Select(static r => r.Outcome.ToString()).ShouldBe(outcome is null ? [] : [outcome]);
            sample.Rows.ShouldAllBe(static r => r.Address == null && r.Activity == SignInActivity.Interactive);
        }
    }

    [Theory]
    [InlineData(4723)]
    [InlineData(4724)]
    public void A_password_changed_or_reset_counts_for_the_account_that_has_it_when_it_worked(int id)
    {
        object?[] values = ["n.ames", "ROSEWOOD", "S-1-5-21-1-2-3-1104", "S-1-5-21-1-2-3-500", "it.tech", "ROSEWOOD", 123UL];
        var changed = SignInSample.Read(WindowsEvents.Json(id, values)).Row;
        changed.Account.ShouldBe(@"ROSEWOOD\n.ames");
        changed.Outcome.ShouldBe(SignInOutcome.PasswordChanged);
        SignInSample.Read(WindowsEvents.Json(id, values, keywords: "-9218868437227405312")).Rows.ShouldBeEmpty();
        SignInSample.Read(WindowsEvents.Json(id, null, "An attempt was made to reset an account's password.\r\n\r\nSubject:\r\n\tSecurity ID:\t\tS-1\r\n\tAccount Name:\t\tit.tech\r\n\tAccount Domain:\t\tROSEWOOD\r\n\r\nTarget Account:\r\n\tSecurity ID:\t\tS-1-5-21\r\n\tAccount Name:\t\tn.ames\r\n\tAccount Domain:\t\tROSEWOOD\r\n"))
            .Row.ShouldBe(changed);
    }

    [Theory]
    [InlineData("PC-12$", "ROSEWOOD")]
    [InlineData("SYSTEM", "NT AUTHORITY")]
    [InlineData("LOCAL SERVICE", "NT AUTHORITY")]
    [InlineData("NETWORK SERVICE", "NT AUTHORITY")]
    [InlineData("ANONYMOUS LOGON", "NT AUTHORITY")]
    [InlineData("DWM-3", "Window Manager")]
    [InlineData("UMFD-0", "Font Driver Host")]
    [InlineData("dwm-12", "-")]
    [InlineData("defaultuser0", "PC-12")]
    [InlineData("-", "-")]
    [InlineData("", "")]
    public void Accounts_of_the_system_are_no_persons(string user, string domain)
    {
        var sample = SignInSample.Read(WindowsEvents.Json(4624, WindowsEvents.LoggedOn(user, domain, 5)));
        sample.Rows.ShouldBeEmpty();
        sample.File.Rows.ShouldBe(1);
        sample.File.Malformed.ShouldBe(0);
    }

    [Theory]
    [InlineData("DWM-Smith", "ROSEWOOD", @"ROSEWOOD\DWM-Smith")]
    [InlineData("n.ames", "-", "n.ames")]
    [InlineData("n.ames", "", "n.ames")]
    [InlineData("n.ames@rosewood.example", "AzureAD", "n.ames@rosewood.example")]
    [InlineData(@"AzureAD\NellAmes", "AzureAD", @"AzureAD\NellAmes")]
    public void An_account_has_its_domain_where_there_is_one(string user, string domain, string account) =>
        SignInSample.Read(WindowsEvents.Json(4624, WindowsEvents.LoggedOn(user, domain, 2))).Row.Account.ShouldBe(account);

    [Fact]
    public void Other_events_are_dropped_and_what_cannot_be_understood_is_told()
    {
        var sample = SignInSample.Read("[" + string.Join(
            ',',
            WindowsEvents.Json(4688, ["a", "b"]),
            WindowsEvents.Json(4624, null, "Ein Konto wurde erfolgreich angemeldet.\r\n\r\nAntragsteller:\r\n\tKontoname:\t\tn.ames\r\n"),
            "{\"TimeCreated\":\"2026-11-05T14:03:22Z\",\"Id\":4624,\"TargetUserName\":\"n.ames\"}",
            "{\"TimeCreated\":\"2026-11-05T14:03:22Z\",\"TargetUserName\":\"n.ames\"}") + "]");
        sample.Rows.ShouldBeEmpty();
        sample.File.Rows.ShouldBe(4);
        sample.File.Unread.Select(static u => u.Place).ShouldBe(["record 2", "record 3", "record 4"]);
        sample.File.Unread[0].Reason.ShouldContain("-Depth 4");
        sample.File.Unread[1].Reason.ShouldBe("it has no logon type.");
        sample.File.Unread[2].Reason.ShouldBe("it has no event number.");
    }

    [Fact]
    public void Values_that_are_fewer_than_documented_are_not_guessed_at()
    {
        var sample = SignInSample.Read(WindowsEvents.Json(4624, ["S-1-5-18", "PC-12$", "ROSEWOOD", 999UL, "S-1-5-21", "n.ames"]));
        sample.Rows.ShouldBeEmpty();
        sample.File.Malformed.ShouldBe(1);
    }

    [Fact]
    public void A_file_that_powershell_5_redirected_is_read()
    {
        var text = "[\r\n" + WindowsEvents.Json(4624, WindowsEvents.LoggedOn("n.o'hara", "ROSEWOOD", 7), time: "\"\\/Date(1793887402123)\\/\"").Replace("'", "\\u0027", StringComparison.Ordinal) + "\r\n]\r\n";
        var row = SignInSample.Read([.. System.Text.Encoding.Unicode.Preamble, .. System.Text.Encoding.Unicode.GetBytes(text)]).Row;
        row.Account.ShouldBe(@"ROSEWOOD\n.o'hara");
        row.UtcTicks.ShouldBe(SignInSample.Ticks("2026-11-05T14:03:22.123Z"));
    }

    [Fact]
    public void The_target_account_counts_before_a_user_whose_part_is_not_said()
    {
        const string Event = "{\"TimeCreated\":\"2026-11-05T14:03:22Z\",\"Id\":4624,\"User\":\"it.tech\",\"LogonType\":2";
        SignInSample.Read(Event + ",\"TargetUserName\":\"n.ames\"}").Row.Account.ShouldBe("n.ames");
        SignInSample.Read(Event + "}").Row.Account.ShouldBe("it.tech");
    }
}
