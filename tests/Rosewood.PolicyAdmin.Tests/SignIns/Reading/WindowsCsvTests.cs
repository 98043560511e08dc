using Rosewood.PolicyAdmin.SignIns.Model;

namespace Rosewood.PolicyAdmin.Tests.SignIns.Reading;

public sealed class WindowsCsvTests
{
    private static readonly SignIn Expected = new()
    {
        Source = SignInSource.Windows,
        UtcTicks = SignInSample.Ticks("2026-07-25T13:03:22Z"),
        Account = @"ROSEWOOD\n.ames",
        Outcome = SignInOutcome.Success,
        Activity = SignInActivity.Interactive,
        Address = "10.20.1.7",
    };

    [Fact]
    public void Event_viewers_table_has_the_words_behind_the_last_column()
    {
        var sample = SignInSample.Read("Keywords,Date and Time,Source,Event ID,Task Category\r\n"
            + "Audit Success,25/07/2026 14:03:22,Microsoft-Windows-Security-Auditing,4624,Logon,\"" + WindowsEvents.LoggedOnWords("n.ames", "ROSEWOOD", 2) + "\"\r\n"
            + "Audit Success,25/07/2026 14:03:23,Microsoft-Windows-Security-Auditing,4672,Special Logon,\"Special privileges\r\nassigned\"\r\n"
            + "Audit Failure,25/07/2026 14:03:24,Microsoft-Windows-Security-Auditing,4724,User Account Management,\"An attempt was made to reset an account's password.\r\n\r\nTarget Account:\r\n\tAccount Name:\t\tn.ames\r\n\"\r\n");
        sample.Row.ShouldBe(Expected);
        sample.File.Rows.ShouldBe(3);
        sample.File.Kind.ShouldBe("Windows logons (CSV)");
        sample.File.Malformed.ShouldBe(0);
    }

    [Fact]
    public void Exported_events_are_read_by_their_words() =>
        SignInSample.Read("#TYPE System.Diagnostics.Eventing.Reader.EventLogRecord\r\n\"Message\",\"Id\",\"Version\",\"Keywords\",\"MachineName\",\"UserId\",\"TimeCreated\",\"Properties\"\r\n\""
            + WindowsEvents.LoggedOnWords("n.ames", "ROSEWOOD", 2) + "\",\"4624\",\"2\",\"-9214364837600034816\",\"PC-12.rosewood.example\",,\"7/25/2026 2:03:22 PM\",\"System.Collections.Generic.List`1\"\r\n")
            .Row.ShouldBe(Expected with { DeviceName = "PC-12.rosewood.example" });

    [Fact]
    public void Selected_fields_are_read_by_their_columns() =>
        SignInSample.Read("TimeCreated;Id;TargetUserName;TargetDomainName;LogonType;IpAddress;WorkstationName;Computer\n25.07.2026 14:03:22;4624;n.ames;ROSEWOOD;2;10.20.1.7;PC-12;PC-12\n")
            .Row.ShouldBe(Expected with { DeviceName = "PC-12" });

    [Fact]
    public void The_order_of_day_and_month_is_never_guessed()
    {
        const string Text = "TimeCreated,Id,TargetUserName,LogonType\n05/07/2026 14:03:22,4624,n.ames,2\n";
        SignInSample.FaultOf(Text).Id.ShouldBe("LogDateOrderUnknown");
        SignInSample.Read(Text, dayFirst: true).Row.UtcTicks.ShouldBe(SignInSample.Ticks("2026-07-05T13:03:22Z"));
        SignInSample.Read(Text, dayFirst: false).Row.UtcTicks.ShouldBe(SignInSample.Ticks("2026-05-07T13:03:22Z"));
    }
}
