using System.Text;
using Rosewood.PolicyAdmin.SignIns.Model;
using Rosewood.PolicyAdmin.SignIns.Reading;

namespace Rosewood.PolicyAdmin.Tests.SignIns.Reading;

public sealed class GraphJsonTests
{
    [Fact]
    public void Version_1_is_read_whole()
    {
        var sample = SignInSample.Read(GraphRecords.Version1);
        sample.Row.ShouldBe(new SignIn
        {
            Source = SignInSource.Entra,
            UtcTicks = SignInSample.Ticks("2026-11-05T14:03:22Z"),
            Account = "N.Ames@rosewood.example",
            Outcome = SignInOutcome.Success,
            Activity = SignInActivity.Interactive,
            DeviceId = "a1b2c3d4-0000-4000-8000-000000000005",
            DeviceName = "STAFF-LAPTOP-07",
            OperatingSystem = "Windows 10",
            Browser = "Edge 131.0.0",
            Application = "Office 365 Exchange Online",
            Address = "81.2.69.144",
            City = "Leeds",
            Country = "GB",
            Latitude = 53.8,
            Longitude = -1.55,
        });
        sample.File.Kind.ShouldBe("Entra sign-ins (JSON)");
        sample.File.Rows.ShouldBe(1);
        sample.File.Malformed.ShouldBe(0);
        sample.File.From.ShouldBe(sample.File.Until);
        sample.File.Until.ShouldBe(DateTimeOffset.Parse("2026-11-05T14:03:22Z"));
        sample.File.HasDeviceIds.ShouldBeTrue();
        sample.File.HasBackground.ShouldBeFalse();
        sample.File.HasAuthenticators.ShouldBeFalse();
    }

    [Fact]
    public void Beta_tells_the_phone_the_network_and_what_the_person_did()
    {
        var sample = SignInSample.Read(GraphRecords.Beta);
        sample.Row.ShouldBe(new SignIn
        {
            Source = SignInSource.Entra,
            UtcTicks = SignInSample.Ticks("2026-11-05T14:05:00.1234567Z"),
            Account = "n.ames@rosewood.example",
            Outcome = SignInOutcome.SecondFactorRefused,
            Activity = SignInActivity.Interactive,
            OperatingSystem = "Ios 17.4",
            Browser = "Mobile Apps and Desktop clients",
            Application = "Microsoft Teams",
            Address = "2001:db8::7",
            Country = "GB",
            AutonomousSystem = 2856,
            AuthenticatorId = "phone-1",
        });
        sample.File.HasAuthenticators.ShouldBeTrue();
        sample.File.HasDeviceIds.ShouldBeFalse();
    }

    [Theory]
    [InlineData("[1,2]")]
    [InlineData("{\"@odata.context\":\"https://graph.example/$metadata#auditLogs/signIns\",\"value\":[1,2]}")]
    [InlineData("{\"@odata.context\":\"c\",\"value\":[1,2],\"@odata.nextLink\":\"https://graph.example/next\"}")]
    [InlineData("{\"@odata.context\":\"c\",\"value\":[1],\"@odata.nextLink\":\"n\"}{\"@odata.context\":\"c\",\"value\":[2]}")]
    [InlineData("{\"@odata.context\":\"c\",\"value\":[1]}\r\n\uFEFF{\"@odata.context\":\"c\",\"value\":[2]}\r\n")]
    [InlineData("[{\"@odata.context\":\"c\",\"value\":[1]},{\"@odata.context\":\"c\",\"value\":[2]}]")]
    [InlineData("{\"value\":[1,2],\"Count\":2}")]
    [InlineData("{\"value\":[],\"more\":{\"a\":[{}]}}[1][2]")]
    [InlineData("1\n2\n")]
    [InlineData("1\r\n2")]
    [InlineData("\n\n  [\n1\n,\n2\n]  \n")]
    [InlineData("\uFEFF[1,2]")]
    public void Every_layout_gives_the_same_rows(string layout)
    {
        var text = layout.Replace("1", "\u0001", StringComparison.Ordinal).Replace("2", "\u0002", StringComparison.Ordinal)
            .Replace("\"Count\":\u0002", "\"Count\":2", StringComparison.Ordinal)
            .Replace("\u0001", GraphRecords.Version1, StringComparison.Ordinal).Replace("\u0002", GraphRecords.Beta, StringComparison.Ordinal);
        var expected = SignInSample.Read(GraphRecords.Version1).Rows.Concat(SignInSample.Read(GraphRecords.Beta).Rows).ToArray();
        foreach (var bytes in new[]
        {
            Encoding.UTF8.GetBytes(text),
            [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text.TrimStart('\uFEFF'))],
            Encoding.Unicode.GetBytes(text.TrimStart('\uFEFF')),
            [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(text.TrimStart('\uFEFF'))],
            SignInSample.Gzip(Encoding.UTF8.GetBytes(text)),
            SignInSample.Gzip([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text.TrimStart('\uFEFF'))]),
        })
        {
            var sample = SignInSample.Read(bytes);
            sample.Rows.ShouldBe(expected);
            sample.File.Rows.ShouldBe(2);
            sample.File.Malformed.ShouldBe(0);
        }
    }

    [Theory]
    [InlineData("\"2026-11-05T14:03:22Z\"")]
    [InlineData("\"2026-11-05T14:03:22.0000000Z\"")]
    [InlineData("\"2026-11-05T15:03:22+01:00\"")]
    [InlineData("\"2026-11-05T14:03:22\"")]
    [InlineData("\"\\/Date(1793887402000)\\/\"")]
    [InlineData("\"/Date(1793887402000+0100)/\"")]
    [InlineData("{\"value\":\"\\/Date(1793887402000)\\/\",\"DisplayHint\":2,\"DateTime\":\"05 November 2026 14:03:22\"}")]
    [InlineData("{\"DateTime\":\"05 November 2026 14:03:22\",\"value\":null}")]
    public void PowerShell_writes_names_and_dates_its_own_way(string date)
    {
        var sample = SignInSample.Read($$$"""
            [{"AppDisplayName":"Teams","CreatedDateTime":{{{date}}},"DeviceDetail":{"DeviceId":"d1","DisplayName":"PC-1","AdditionalProperties":{}},
            "IPAddress":"10.0.0.7","IsInteractive":false,"Location":{"City":"York","CountryOrRegion":"GB","GeoCoordinates":{"Latitude":53.9,"Longitude":-1}},
            "Status":{"AdditionalDetails":null,"ErrorCode":50126,"FailureReason":"x"},"UserPrincipalName":"n.ames@rosewood.example","AdditionalProperties":{"a":1}}]
            """);
        var row = sample.Row;
        row.UtcTicks.ShouldBe(SignInSample.Ticks("2026-11-05T14:03:22Z"));
        row.DeviceId.ShouldBe("d1");
        row.DeviceName.ShouldBe("PC-1");
        row.Application.ShouldBe("Teams");
        row.Address.ShouldBe("10.0.0.7");
        row.City.ShouldBe("York");
        row.Latitude.ShouldBe(53.9);
        row.Outcome.ShouldBe(SignInOutcome.WrongPassword);
        row.Activity.ShouldBe(SignInActivity.Background);
        sample.File.HasBackground.ShouldBeTrue();
    }

    [Fact]
    public void Applications_and_rows_without_an_account_are_dropped_and_their_time_counts()
    {
        var sample = SignInSample.Read("""
            [{"createdDateTime":"2026-11-01T00:00:00Z","servicePrincipalName":"backup","status":{"errorCode":0}},
             {"createdDateTime":"2026-11-02T00:00:00Z","userPrincipalName":"","status":{"errorCode":0}},
             {"createdDateTime":"2026-11-03T00:00:00Z","userPrincipalName":"x","signInEventTypes":["servicePrincipal"],"status":{"errorCode":0}},
             {"createdDateTime":"2026-11-04T00:00:00Z","userPrincipalName":"x","signInEventTypes":["managedIdentity"],"status":{"errorCode":0}},
             {"createdDateTime":"2026-11-05T00:00:00Z","userPrincipalName":"a@b.example","signInEventTypes":["nonInteractiveUser"],"status":{"errorCode":0}}]
            """);
        sample.Row.Activity.ShouldBe(SignInActivity.Background);
        sample.File.Rows.ShouldBe(5);
        sample.File.Used.ShouldBe(1);
        sample.File.Malformed.ShouldBe(0);
        sample.File.From.ShouldBe(DateTimeOffset.Parse("2026-11-01T00:00:00Z"));
    }

    [Fact]
    public void What_cannot_be_read_is_counted_and_the_first_five_are_told()
    {
        var sample = SignInSample.Read("[" + string.Join(
            ',',
            GraphRecords.Small(1),
            "7",
            "\"text\"",
            "{\"userPrincipalName\":\"a@b.example\",\"status\":{\"errorCode\":0}}",
            "{\"createdDateTime\":\"yesterday\",\"userPrincipalName\":\"a@b.example\",\"status\":{\"errorCode\":0}}",
            "{\"createdDateTime\":\"2026-11-05T14:00:00Z\",\"userPrincipalName\":\"a@b.example\"}",
            GraphRecords.Small(2, new string('a', 300)),
            GraphRecords.Small(3)) + "]");
        sample.File.Rows.ShouldBe(8);
        sample.File.Used.ShouldBe(2);
        sample.File.Malformed.ShouldBe(6);
        sample.File.Unread.ShouldBe(
        [
            new UnreadSignIn("record 2", "it is no JSON object."),
            new UnreadSignIn("record 3", "it is no JSON object."),
            new UnreadSignIn("record 4", "it has no time."),
            new UnreadSignIn("record 5", "its time can't be read."),
            new UnreadSignIn("record 6", "it has neither an error code nor a status that is known."),
        ]);
    }

    [Fact]
    public void A_record_that_does_not_say_if_a_person_was_there_could_be_a_programs()
    {
        var sample = SignInSample.Read("""{"createdDateTime":"2026-11-05T14:00:00Z","userPrincipalName":"a@b.example","status":{"errorCode":0}}""");
        sample.Row.Activity.ShouldBe(SignInActivity.Interactive);
        sample.File.HasBackground.ShouldBeTrue();
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{\"@odata.context\":\"c\",\"value\":[]}")]
    [InlineData(" [ ] \n [ ] ")]
    public void No_records_are_no_rows(string text)
    {
        var sample = SignInSample.Read(text);
        sample.Rows.ShouldBeEmpty();
        sample.File.Rows.ShouldBe(0);
        sample.File.From.ShouldBeNull();
    }

    [Fact]
    public void The_same_text_is_the_same_string()
    {
        var rows = SignInSample.Read("[" + GraphRecords.Version1 + "," + GraphRecords.Version1 + "]").Rows;
        ReferenceEquals(rows[0].Account, rows[1].Account).ShouldBeTrue();
        ReferenceEquals(rows[0].DeviceName, rows[1].DeviceName).ShouldBeTrue();
    }

    [Fact]
    public void Memory_does_not_grow_with_the_file()
    {
        using var folder = new SignInSample.Folder();
        var few = folder.Write("few.json", Encoding.UTF8.GetBytes("[" + string.Join(',', Enumerable.Repeat(GraphRecords.Beta, 500)) + "]"));
        var many = folder.Write("many.json", Encoding.UTF8.GetBytes("[" + string.Join(',', Enumerable.Repeat(GraphRecords.Beta, 5000)) + "]"));
        Allocated(few);
        (Allocated(many) - Allocated(few)).ShouldBeLessThan(64 * 1024);
    }

    private static long Allocated(string path)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        SignInLog.Read(path, new SignInReadOptions(TimeZoneInfo.Utc), static (in _) => { }, progress: null, CancellationToken.None);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
