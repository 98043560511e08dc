using System.Globalization;
using System.Text;

namespace Rosewood.PolicyAdmin.Simulation.Mail.Writing;

/// <summary>The admin center's export: UTF-16 with its mark, the columns of <c>Get-MessageTraceV2</c>, every cell in quotes.</summary>
internal static class TraceCsv
{
    public static void Write(SimulatedMail mail, string path)
    {
        using var writer = new StreamWriter(path, append: false, new UnicodeEncoding(bigEndian: false, byteOrderMark: true)) { NewLine = "\r\n" };
        Line(writer, "Received", "SenderAddress", "RecipientAddress", "Subject", "Status", "ToIP", "FromIP", "Size", "MessageId", "MessageTraceId");
        foreach (var row in TraceRow.All(mail))
        {
            Line(
                writer, JsonRecords.Time(row.Message.At), row.Message.Envelope, row.Delivery.Recipient, row.Message.Subject, row.Delivery.Status.ToString(), row.ToIP, row.FromIP,
                row.Message.Size.ToString(CultureInfo.InvariantCulture), row.Message.MessageId, row.Message.TraceId);
        }
    }

    private static void Line(StreamWriter writer, params string[] cells) =>
        writer.WriteLine(string.Join(',', cells.Select(c => "\"" + c.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"")));
}
