using System.Text;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.SignIns.Model;

namespace Rosewood.PolicyAdmin.Tests.SignIns.Reading;

public sealed class SignInFuzzTests
{
    /// <summary>One good file of each kind.</summary>
    public static TheoryData<string, string> Good => new()
    {
        { "Graph pages", "{\"@odata.context\":\"c\",\"value\":[" + GraphRecords.Version1 + "," + GraphRecords.Beta + "],\"@odata.nextLink\":\"n\"}\n{\"value\":[" + GraphRecords.Small(3) + "]}" },
        { "Graph lines", GraphRecords.Small(1) + "\n" + GraphRecords.Ended(500121, step: "MFA denied; authentication timed out") + "\n" + GraphRecords.Small(2, """n\"\u00e4\ud800mes""") + "\n" },
        { "Entra table", "Date (UTC),Username,Location,Status,Sign-in error code,Failure reason\r\n2026-11-05T14:03:22Z,a@b.example,\"Leeds, West Yorkshire, GB\",Success,0,\"a \"\"b\"\"\r\nc\"\r\n25/11/2026 14:03:22,c@b.example,,Failure,50126,x\r\n" },
        { "Windows events", "[" + WindowsEvents.Json(4624, WindowsEvents.LoggedOn("n.ames", "ROSEWOOD", 2)) + "," + WindowsEvents.Json(4625, null, WindowsEvents.FailedWords("n.ames", "0xC000006D", "0xC000006A")) + ",{\"Xml\":\"" + WindowsEvents.Xml(4647, ("TargetUserName", "n.ames")) + "\"}]" },
        { "Event Viewer", "Keywords,Date and Time,Source,Event ID,Task Category\r\nAudit Success,25/07/2026 14:03:22,S,4624,Logon,\"" + WindowsEvents.LoggedOnWords("n.ames", "ROSEWOOD", 2) + "\"\r\n" },
    };

    [Theory]
    [MemberData(nameof(Good))]
    public void Any_block_size_gives_the_same_rows(string kind, string text)
    {
        var expected = SignInSample.Read(text);
        expected.Rows.ShouldNotBeEmpty(kind);
        expected.File.Malformed.ShouldBe(0);
        for (var size = 1; size < 70; size++)
        {
            var sample = SignInSample.Read(text, blockSize: size);
            sample.Rows.ShouldBe(expected.Rows);
            (sample.File.Rows, sample.File.Malformed, sample.File.From, sample.File.Until).ShouldBe((expected.File.Rows, expected.File.Malformed, expected.File.From, expected.File.Until));
        }
    }

    [Theory]
    [MemberData(nameof(Good))]
    public void A_file_cut_off_anywhere_is_read_or_refused(string kind, string text)
    {
        var whole = SignInSample.Read(text).Rows;
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var length = 0; length < bytes.Length; length += 1 + (length / 64))
        {
            var rows = Try(bytes[..length], blockSize: 97);
            (rows.Count <= whole.Count).ShouldBeTrue($"{kind} cut at {length}");
        }
    }

    [Theory]
    [MemberData(nameof(Good))]
    public void A_damaged_file_is_read_or_refused(string kind, string text)
    {
        var good = Encoding.UTF8.GetBytes(text);
        var random = new Random(kind.Length * 7919);
        for (var i = 0; i < 250; i++)
        {
            var bytes = good.ToList();
            for (var changes = random.Next(1, 6); changes > 0 && bytes.Count > 0; changes--)
            {
                var at = random.Next(bytes.Count);
                switch (random.Next(5))
                {
                    case 0:
                        bytes[at] = (byte)random.Next(256);
                        break;
                    case 1:
                        bytes.RemoveAt(at);
                        break;
                    case 2:
                        bytes.Insert(at, (byte)"\"{}[],:;\\\n\r\0"[random.Next(12)]);
                        break;
                    case 3:
                        bytes.RemoveRange(at, Math.Min(random.Next(200), bytes.Count - at));
                        break;
                    default:
                        bytes.InsertRange(at, bytes.GetRange(random.Next(bytes.Count / 2), Math.Min(40, bytes.Count / 2)));
                        break;
                }
            }

            var changed = bytes.ToArray();
            var rows = Try(changed, blockSize: 16 * 1024);
            Try(changed, blockSize: random.Next(1, 500)).ShouldBe(rows, $"{kind}, change {i}: the block size matters");
        }
    }

    [Fact]
    public void Random_bytes_are_refused()
    {
        var random = new Random(20_261_105);
        for (var i = 0; i < 300; i++)
        {
            var bytes = new byte[random.Next(3000)];
            random.NextBytes(bytes);
            if (bytes.Length > 2 && i % 2 == 0)
            {
                bytes[0] = (byte)"[{"[i / 2 % 2];
            }

            Try(bytes, blockSize: 512).ShouldBeEmpty();
        }
    }

    /// <summary>The rows; none where the file is refused. Any other exception fails the test.</summary>
    private static IReadOnlyList<SignIn> Try(byte[] bytes, int blockSize)
    {
        try
        {
            return SignInSample.Read(bytes, dayFirst: true, blockSize: blockSize).Rows;
        }
        catch (FaultException e)
        {
            e.Fault.Id.ShouldBeOneOf("SignInLogUnknown", "SignInLogEmpty", "SignInLogBroken", "SignInLogTruncated", "SignInLogColumnsMissing", "LogTruncated");
            return [];
        }
    }
}
