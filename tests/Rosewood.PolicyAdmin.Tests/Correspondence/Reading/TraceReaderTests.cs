using System.Text;
using Rosewood.PolicyAdmin.Correspondence.Reading;

namespace Rosewood.PolicyAdmin.Tests.Correspondence.Reading;

public sealed class TraceReaderTests
{
    private const string Expected = "2026-11-24T09:00:00 a@rosewood.example b@home.example m1@x.example Arrived";

    [Theory]
    [InlineData("""{"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#admin/exchange/tracing/messageTraces","value":[{"id":"6f","senderAddress":"a@rosewood.example","recipientAddress":"b@home.example","messageId":"<m1@x.example>","receivedDateTime":"2026-11-24T09:00:00Z","subject":"secret","size":1234,"fromIP":"10.0.0.1","toIP":null,"status":"delivered"}]}""")]
    [InlineData("""[{"Received":"2026-11-24T09:00:00","SenderAddress":"a@rosewood.example","RecipientAddress":"b@home.example","MessageId":"<m1@x.example>","MessageTraceId":"6f","Status":"Delivered"}]""")]
    [InlineData("""{"Received":"\/Date(1795510800000)\/","SenderAddress":"a@rosewood.example","RecipientAddress":"b@home.example","MessageId":"<m1@x.example>","Status":"Delivered"}""")]
    [InlineData("{\"receivedDateTime\":\"2026-11-24T09:00:00Z\",\"senderAddress\":\"a@rosewood.example\",\"recipientAddress\":\"b@home.example\",\"messageId\":\"<m1@x.example>\",\"status\":\"delivered\"}\n")]
    [InlineData("date_time_utc,sender_address,recipient_address,message_subject,status,message_id\n2026-11-24T09:00:00.0000000Z,a@rosewood.example,b@home.example,secret,Delivered,<m1@x.example>\n")]
    [InlineData("\"origin_timestamp_utc\",\"sender_address\",\"recipient_status\",\"message_subject\",\"total_bytes\",\"message_id\",\"directionality\",\"custom_data\"\n\"2026-11-24T09:00:00.0000000Z\",\"a@rosewood.example\",\"b@home.example##Receive, Deliver\",\"se\"\"cret\nline\",\"1\",\"<m1@x.example>\",\"Originating\",\"S:x=1;y=2\"\n")]
    [InlineData("Date (UTC+01:00),Sender,Recipient,Message ID,Status\n2026-11-24T10:00:00,a@rosewood.example,b@home.example,<m1@x.example>,Delivered\n")]
    [InlineData("\"Received\",\"SenderAddress\",\"RecipientAddress\",\"MessageId\",\"Status\"\n\"24/11/2026 09:00:00\",\"a@rosewood.example\",\"b@home.example\",\"<m1@x.example>\",\"Delivered\"\n")]
    [InlineData("#TYPE Deserialized.Microsoft.Exchange\n\"Received\";\"SenderAddress\";\"RecipientAddress\";\"MessageId\";\"Status\"\n\"2026-11-24 09:00:00\";\"a@rosewood.example\";\"b@home.example\";\"<m1@x.example>\";\"Delivered\"\n")]
    public void Every_shape_gives_the_same_row(string text)
    {
        foreach (var bytes in new[] { Encoding.UTF8.GetBytes(text), [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)], Encoding.Unicode.GetBytes(text), MailSample.Gzip(Encoding.UTF8.GetBytes(text)), [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)] })
        {
            foreach (var blockSize in new[] { 256, 65536 })
            {
                var (rows, file) = MailSample.Trace(bytes, blockSize: blockSize);
                rows.ShouldBe([Expected]);
                (file.Rows, file.Used, file.Malformed).ShouldBe((1, 1, 0));
                file.From.ShouldBe(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));
            }
        }
    }

    [Fact]
    public void Several_recipients_of_one_row_are_rows_with_their_own_outcome()
    {
        var (rows, _) = MailSample.Trace("origin_timestamp_utc,sender_address,recipient_status,message_id\n2026-11-24T09:00:00Z,a@rosewood.example,b@home.example##Receive\\, Deliver;c@home.example##Receive\\, Fail;list@rosewood.example##Expanded;d@home.example##FilteredAsSpam,<m1@x.example>\n".Replace("\\,", " ", StringComparison.Ordinal));
        rows.Select(r => r.Split(' ')[^1]).ShouldBe(["Arrived", "Lost", "Expanded", "Lost"]);
        rows.Select(r => r.Split(' ')[2]).ShouldBe(["b@home.example", "c@home.example", "list@rosewood.example", "d@home.example"]);
    }

    [Fact]
    public void Local_times_are_the_schools_where_the_column_says_so()
    {
        var (rows, _) = MailSample.Trace("origin_timestamp_local,sender_address,recipient_address,message_id\n2026-07-01T10:00:00,a@rosewood.example,b@home.example,<m1@x.example>\n");
        rows[0].ShouldStartWith("2026-07-01T09:00:00");
    }

    [Fact]
    public void Without_a_message_id_exchanges_own_id_counts_and_reports_without_a_sender_are_dropped()
    {
        var (rows, file) = MailSample.Trace("""
            [{"id":"6f","senderAddress":"a@rosewood.example","recipientAddress":"b@home.example","messageId":"","receivedDateTime":"2026-11-24T09:00:00Z"},
             {"id":"70","senderAddress":"<>","recipientAddress":"b@home.example","receivedDateTime":"2026-11-24T09:00:00Z"},
             {"id":"71","senderAddress":"a@rosewood.example","recipientAddress":"b@home.example","subject":"Automatic reply: x","receivedDateTime":"2026-11-24T09:00:00Z"}]
            """);
        rows.ShouldHaveSingleItem().ShouldContain(" 6f ");
        (file.Rows, file.Used, file.Malformed).ShouldBe((3, 1, 0));
    }

    [Fact]
    public void Malformed_rows_are_counted_and_shown_with_their_place()
    {
        var (rows, file) = MailSample.Trace("date_time_utc,sender_address,recipient_address\n2026-11-24T09:00:00Z,a@x.example,b@x.example\nsoon,a@x.example,b@x.example\n2026-11-24T09:00:00Z,a@x.example,\n2026-11-24T09:00:00Z,\"a@x.example\"b,c\n");
        rows.Count.ShouldBe(1);
        (file.Rows, file.Malformed).ShouldBe((4, 3));
        file.Unread.Select(u => u.Place).ShouldBe(["line 3", "line 4", "line 5"]);
        file.Unread[0].Reason.ShouldBe("its time can't be read.");
        file.Unread.ShouldAllBe(u => !u.Reason.Contains('@', StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "MailExportEmpty")]
    [InlineData("   \n", "MailExportEmpty")]
    [InlineData("PK\u0003\u0004xx", "MailExportUnknown")]
    [InlineData("hello", "MailExportUnknown")]
    [InlineData("a,b\n1,2\n", "MailExportColumnsMissing")]
    [InlineData("[{\"userPrincipalName\":\"x\"}]", "MailExportUnknown")]
    [InlineData("[{\"senderAddress\":", "MailExportTruncated")]
    [InlineData("[{\"senderAddress\":}]", "MailExportBroken")]
    [InlineData("Received,SenderAddress,RecipientAddress\n03/04/2026 09:00:00,a@x.example,b@x.example\n", "LogDateOrderUnknown")]
    public void What_is_wrong_with_a_whole_file_is_a_fault(string text, string id) =>
        MailSample.FaultOf(text, () => new TraceMeaning(static _ => { })).Id.ShouldBe(id);

    [Fact]
    public void Broken_JSON_names_its_place() =>
        MailSample.FaultOf("[\n{\"senderAddress\":}]", () => new TraceMeaning(static _ => { })).Target.ShouldBe("export:2:18");

    [Fact]
    public void No_records_are_no_fault() => MailSample.Trace("{\"value\":[]}").File.Rows.ShouldBe(0);

    [Fact]
    public void Whatever_is_done_to_a_file_it_ends_in_rows_or_a_fault()
    {
        var random = new Random(20261124);
        byte[][] good =
        [
            Encoding.UTF8.GetBytes("""{"value":[{"id":"6f","senderAddress":"a@rosewood.example","recipientAddress":"b@home.example","messageId":"<m1@x.example>","receivedDateTime":"2026-11-24T09:00:00Z"}]}"""),
            Encoding.UTF8.GetBytes("origin_timestamp_utc,sender_address,recipient_status,message_id\n2026-11-24T09:00:00Z,a@rosewood.example,\"b@home.example##Receive, Deliver;c@x##Fail\",<m1@x.example>\n"),
        ];
        for (var i = 0; i < 4000; i++)
        {
            var bytes = good[i % good.Length].ToArray();
            for (var n = random.Next(1, 5); n > 0; n--)
            {
                bytes[random.Next(bytes.Length)] = random.Next(2) == 0 ? (byte)random.Next(256) : (byte)"{}[]\",:;#<>\n\\"[random.Next(13)];
            }

            bytes = random.Next(4) == 0 ? bytes[..random.Next(1, bytes.Length)] : bytes;
            try
            {
                MailSample.Trace(bytes, blockSize: 256).File.Rows.ShouldBeLessThan(10);
            }
            catch (Rosewood.PolicyAdmin.Commands.FaultException e)
            {
                e.Fault.Id.ShouldNotBeEmpty();
            }
        }
    }

    [Fact]
    public void A_record_beyond_all_bounds_is_passed_over()
    {
        var text = "[{\"senderAddress\":\"" + new string('x', 2_000_000) + "\"},{\"senderAddress\":\"a@x.example\",\"recipientAddress\":\"b@x.example\",\"receivedDateTime\":\"2026-11-24T09:00:00Z\"}]";
        var (rows, file) = MailSample.Trace(text);
        rows.Count.ShouldBe(1);
        file.Unread.ShouldHaveSingleItem().Reason.ShouldContain("longer than 1 MB");
    }
}
