using System.Text;
using System.Xml;
using Rosewood.PolicyAdmin.Exports;
using static Rosewood.PolicyAdmin.SignIns.Reading.SignInField;

namespace Rosewood.PolicyAdmin.SignIns.Reading;

/// <summary>Reads a Windows event as <c>ToXml()</c> gives it.</summary>
internal static class WindowsXml
{
    /// <summary>Gives the fields that the record does not have what the XML says.</summary>
    /// <returns>False when it is no XML.</returns>
    public static bool TryFill(scoped SignInRecord record)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreWhitespace = true };
        try
        {
            using var xml = XmlReader.Create(new StringReader(ExportText.Decode(record[Xml])), settings);
            var isRead = xml.Read();
            while (isRead)
            {
                isRead = xml.NodeType == XmlNodeType.Element ? TakeElement(xml, record.Fields) : xml.Read();
            }

            return true;
        }
        catch (XmlException)
        {
            return false;
        }
    }

    private static bool TakeElement(XmlReader xml, RecordFields fields)
    {
        if (string.Equals(xml.LocalName, "TimeCreated", StringComparison.Ordinal))
        {
            Keep(fields, Time, xml.GetAttribute("SystemTime") ?? "");
            return xml.Read();
        }

        SignInField? field = xml.LocalName switch
        {
            "EventID" => EventId,
            "Computer" => DeviceName,
            "Keywords" => Keywords,
            "Data" => xml.GetAttribute("Name") switch
            {
                "TargetUserName" or "AccountName" => Account,
                "TargetDomainName" or "AccountDomain" => Domain,
                "TargetUserSid" => Sid,
                "LogonType" => LogonType,
                "IpAddress" or "ClientAddress" => Address,
                "WorkstationName" => Workstation,
                "ClientName" => ClientName,
                "Status" => Status,
                "SubStatus" => SubStatus,
                _ => null,
            },
            _ => null,
        };
        if (field is not { } known)
        {
            return xml.Read();
        }

        Keep(fields, known, xml.ReadElementContentAsString());
        return !xml.EOF;
    }

    private static void Keep(RecordFields fields, SignInField field, string value)
    {
        if (!fields.Has(RecordFields.Slot(field)))
        {
            fields.SetOwn(RecordFields.Slot(field), Encoding.UTF8.GetBytes(value));
        }
    }
}
