using System.IO.Compression;
using System.Text;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Correspondence.Model;
using Rosewood.PolicyAdmin.Correspondence.Reading;

namespace Rosewood.PolicyAdmin.Tests.Correspondence.Reading;

/// <summary>Reads a text as one sort of export.</summary>
internal static class MailSample
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>What a trace gives: <c>time sender recipient id outcome</c> in a line each.</summary>
    public static (List<string> Rows, MailExportFile File) Trace(byte[] bytes, bool? dayFirst = null, int blockSize = 4096)
    {
        var rows = new List<string>();
        var file = Read(bytes, new TraceMeaning(r => rows.Add($"{new DateTime(r.UtcTicks):yyyy-MM-ddTHH:mm:ss} {r.Sender} {r.Recipient} {Encoding.UTF8.GetString(r.MessageId)} {r.Outcome}")), dayFirst, blockSize);
        return (rows, file);
    }

    public static (List<string> Rows, MailExportFile File) Trace(string text, bool? dayFirst = null) => Trace(Encoding.UTF8.GetBytes(text), dayFirst);

    public static List<HeaderRow> Headers(string text)
    {
        var rows = new List<HeaderRow>();
        Read(Encoding.UTF8.GetBytes(text), new HeaderMeaning(rows.Add));
        return rows;
    }

    public static List<ForwardRule> Rules(string text)
    {
        var rows = new List<ForwardRule>();
        Read(Encoding.UTF8.GetBytes(text), new RuleMeaning(rows.Add));
        return rows;
    }

    public static List<MailboxRow> Mailboxes(string text)
    {
        var rows = new List<MailboxRow>();
        Read(Encoding.UTF8.GetBytes(text), new MailboxMeaning(rows.Add));
        return rows;
    }

    public static MailExportFile Read(byte[] bytes, MailMeaning meaning, bool? dayFirst = null, int blockSize = 4096)
    {
        using var stream = new MemoryStream(bytes);
        var file = MailExport.Read(stream, "export", meaning, new MailReadOptions(London, dayFirst) { BlockSize = blockSize }, CancellationToken.None);
        stream.CanRead.ShouldBeTrue();
        return file;
    }

    public static Fault FaultOf(string text, Func<MailMeaning> meaning) => Should.Throw<FaultException>(() => Read(Encoding.UTF8.GetBytes(text), meaning())).Fault;

    public static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }
}
