using System.Globalization;
using Rosewood.PolicyAdmin.Simulation.Mail.Living;
using Rosewood.PolicyAdmin.Simulation.Mail.Model;
using Rosewood.PolicyAdmin.Simulation.Making;

namespace Rosewood.PolicyAdmin.Simulation.Mail.Writing;

/// <summary>A row of the trace: a message and one recipient.</summary>
internal sealed record TraceRow(MailMessage Message, Delivery Delivery)
{
    /// <summary>The server that it came from; empty inside.</summary>
    public string FromIP => Message.IsSentBySchool ? "" : Ip("198.51.100.", Message.Envelope);

    /// <summary>The server that it went to; empty inside.</summary>
    public string ToIP => SchoolDirectory.IsSchools(Delivery.Recipient) || Delivery.Status != DeliveryStatus.Delivered ? "" : Ip("203.0.113.", Delivery.Recipient);

    /// <summary>The newest first. When the export came in two pieces that overlap, the rows of two days in the middle stand twice.</summary>
    public static IEnumerable<TraceRow> All(SimulatedMail mail)
    {
        var isDouble = mail.Innocents.Any(i => i.Behaviour == MailBehaviour.DuplicateRows);
        var middle = mail.SchoolDays[mail.SchoolDays.Count / 2];
        IEnumerable<MailMessage> again = isDouble ? mail.Traced.Where(m => UkTime.DayOf(m.At) is var day && day >= middle && day <= middle.AddDays(1)) : [];
        return mail.Traced.Concat(again).SelectMany(m => m.Deliveries.Select(d => new TraceRow(m, d)));
    }

    /// <summary>One server for a domain, from the ranges kept for documents.</summary>
    private static string Ip(string range, string address)
    {
        var sum = address[(address.LastIndexOf('@') + 1)..].ToUpperInvariant().Aggregate(0, (s, letter) => ((s * 31) + letter) & 0xFFFF);
        return range + ((sum % 250) + 2).ToString(CultureInfo.InvariantCulture);
    }
}
