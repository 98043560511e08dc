using System.Text;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.SignIns.Reading;

namespace Rosewood.PolicyAdmin.Tests.SignIns.Reading;

public sealed class HostileFileTests
{
    [Theory]
    [InlineData("""n\"ames""", "n\"ames")]
    [InlineData("""n\r\names""", "n\r\names")]
    [InlineData("""\ud800ames""", """\ud800ames""")]
    [InlineData("""ames\udc00\ud83d\ude00""", """ames\udc00\ud83d\ude00""")]
    [InlineData("""n\u0000ames""", "n\0ames")]
    [InlineData("""\ud83d\ude00""", "😀")]
    [InlineData("O'Hara; DROP", "O'Hara; DROP")]
    [InlineData("=cmd|'/c calc'!A1", "=cmd|'/c calc'!A1")]
    public void A_name_stays_as_it_is_written(string json, string expected) =>
        SignInSample.Read(GraphRecords.Small(1, json)).Row.Account.ShouldBe(expected);

    [Fact]
    public void Bytes_that_are_no_utf8_keep_two_names_apart()
    {
        var text = Encoding.UTF8.GetBytes("[" + GraphRecords.Small(1, "M?ller") + "," + GraphRecords.Small(2, "M!ller") + "]");
        text[Array.IndexOf(text, (byte)'?')] = 0xFC;
        text[Array.IndexOf(text, (byte)'!')] = 0xE4;
        SignInSample.Read(text).Rows.Select(static r => r.Account).ShouldBe(["Müller", "Mäller"]);
    }

    [Fact]
    public void Long_texts_are_cut_and_never_inside_a_character()
    {
        SignInSample.Read(GraphRecords.Small(1, more: ",\"appDisplayName\":\"" + new string('x', 10_000) + "\"")).Row.Application!.Length.ShouldBe(256);
        SignInSample.Read(GraphRecords.Small(1, more: ",\"appDisplayName\":\"" + new string('x', 255) + "😀😀\"")).Row.Application.ShouldBe(new string('x', 255));
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(4096)]
    [InlineData(256 * 1024)]
    public void A_record_over_a_megabyte_is_passed_over(int blockSize)
    {
        var tooLong = GraphRecords.Small(2, more: ",\"x\":{\"a\":[\"\\\\\\\"}]" + new string('y', 1_100_000) + "\"]}");
        var fits = GraphRecords.Small(3, more: ",\"x\":\"" + new string('y', 900_000) + "\"");
        foreach (var text in new[]
        {
            "[" + GraphRecords.Small(1) + ",\n" + tooLong + ",\n" + fits + "]",
            "[" + tooLong + "," + GraphRecords.Small(1) + "," + fits + "]",
            GraphRecords.Small(1) + "\n" + tooLong + "\n" + fits,
        })
        {
            var sample = SignInSample.Read(text, blockSize: blockSize);
            sample.Rows.Count.ShouldBe(2);
            sample.File.Rows.ShouldBe(3);
            sample.File.Unread.ShouldHaveSingleItem().Reason.ShouldBe("it is longer than 1 MB.");
        }
    }

    [Fact]
    public void A_break_behind_a_long_record_is_told_with_its_line()
    {
        var tooLong = "{\"a\":\"" + new string('y', 1_100_000) + "\",\n\n\"b\":1}";
        var fault = SignInSample.FaultOf("[" + GraphRecords.Small(1) + ",\n" + tooLong + ",\n{oops}]");
        fault.Id.ShouldBe("SignInLogBroken");
        fault.Target.ShouldEndWith("signins.txt:5:2");
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{\"value\":[")]
    [InlineData("[{\"createdDateTime\":\"2026")]
    public void What_is_cut_off_is_told(string text) => SignInSample.FaultOf(text).Id.ShouldBe("SignInLogTruncated");

    [Fact]
    public void A_file_cut_off_behind_good_records_gives_no_part_of_it()
    {
        var fault = SignInSample.FaultOf("[" + GraphRecords.Small(1) + "," + GraphRecords.Small(2) + ",");
        fault.Id.ShouldBe("SignInLogTruncated");
        fault.Kind.ShouldBe(FaultKind.Corrupt);
        fault.Message.ShouldContain("after 2 records");
    }

    [Fact]
    public void A_cut_archive_is_told()
    {
        var packed = SignInSample.Gzip(Encoding.UTF8.GetBytes("[" + string.Join(',', Enumerable.Range(0, 5000).Select(i => GraphRecords.Small(i))) + "]"));
        SignInSample.FaultOf(packed[..(packed.Length / 2)]).Id.ShouldBeOneOf("LogTruncated", "SignInLogTruncated");
        SignInSample.FaultOf(packed[..^4]).Id.ShouldBe("LogTruncated");
        packed[packed.Length / 2] ^= 0xFF;
        SignInSample.FaultOf(packed).Kind.ShouldBe(FaultKind.Corrupt);
    }

    [Theory]
    [InlineData("[{\"createdDateTime\":\"2026-11-05T14:00:00Z\"},\n{\"a\" 1}]", ":2:6")]
    [InlineData("{oops", ":1:2")]
    [InlineData("[]]", ":1:3")]
    public void Broken_json_is_told_with_its_place(string text, string place)
    {
        var fault = SignInSample.FaultOf(text);
        fault.Id.ShouldBe("SignInLogBroken");
        fault.Target.ShouldEndWith("signins.txt" + place);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    [InlineData("[{\"createdDateTime\":\"2026-11-05T14:00:00Z\",\"a\":")]
    public void A_million_levels_are_a_fault(string opening)
    {
        var text = opening.StartsWith("[{", StringComparison.Ordinal) ? opening + new string('[', 1_000_000) : string.Concat(Enumerable.Repeat(opening, 1_000_000));
        SignInSample.FaultOf(text).Id.ShouldBe("SignInLogBroken");
    }

    [Theory]
    [InlineData("[{\"name\":\"x\"}]", "SignInLogUnknown")]
    [InlineData("[1,2,3]", "SignInLogUnknown")]
    [InlineData("{\"value\":\"x\"}", "SignInLogUnknown")]
    [InlineData("Dear all, the sign-ins are attached.", "SignInLogColumnsMissing")]
    [InlineData("hello\nworld", "SignInLogUnknown")]
    [InlineData("Datum (UTC);Anforderungs-ID;Benutzer\n1;2;3", "SignInLogColumnsMissing")]
    [InlineData("   \n ", "SignInLogEmpty")]
    [InlineData("", "SignInLogEmpty")]
    [InlineData("PK\u0003\u0004xxxx", "SignInLogUnknown")]
    [InlineData("ElfFile\0\0\0\0", "SignInLogUnknown")]
    public void What_holds_no_sign_ins_is_told(string text, string id) => SignInSample.FaultOf(text).Id.ShouldBe(id);

    [Fact]
    public void A_fault_about_columns_names_what_is_needed_and_what_is_there()
    {
        var fault = SignInSample.FaultOf("Datum (UTC);Anforderungs-ID;Benutzer\n1;2;3");
        fault.Message.ShouldContain("Date (UTC), Username, and Status or Sign-in error code");
        fault.Message.ShouldContain("Datum (UTC), Anforderungs-ID, Benutzer");
    }

    [Fact]
    public void A_missing_file_and_a_folder_are_told()
    {
        using var folder = new SignInSample.Folder();
        FaultOf(folder.PathOf("none.json")).ShouldBe("LogNotFound");
        FaultOf(Path.GetTempPath()).ShouldBe("LogIsFolder");
        FaultOf("").ShouldBe("FileNotFound");
        FaultOf("a\0b").ShouldBe("FileNotFound");
    }

    [Fact]
    public void Reading_ends_when_it_is_told_to_and_tells_how_far_it_is()
    {
        using var folder = new SignInSample.Folder();
        var path = folder.Write("a.json", Encoding.UTF8.GetBytes("[" + string.Join(',', Enumerable.Range(0, 1000).Select(i => GraphRecords.Small(i))) + "]"));
        using var cancel = new CancellationTokenSource();
        var told = new List<long>();
        Should.Throw<OperationCanceledException>(() => SignInLog.Read(path, new SignInReadOptions(TimeZoneInfo.Utc) { BlockSize = 1024 }, (in _) => cancel.Cancel(), told.Add, cancel.Token));
        told.Clear();
        SignInLog.Read(path, new SignInReadOptions(TimeZoneInfo.Utc) { BlockSize = 1024 }, static (in _) => { }, told.Add, CancellationToken.None);
        told.ShouldBeInOrder();
        told[^1].ShouldBe(new FileInfo(path).Length);
    }

    private static string FaultOf(string path) => Should.Throw<FaultException>(() =>
        SignInLog.Read(path, new SignInReadOptions(TimeZoneInfo.Utc), static (in _) => { }, progress: null, CancellationToken.None)).Fault.Id;
}
