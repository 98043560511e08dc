using System.Globalization;
using System.Text;
using System.Xml;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Reporting.Scheduling.Definitions;

/// <summary>
/// A task for Windows' Task Scheduler, by its published schema 1.2 (MS-TSCH 2.5). No password is stored: the system's own account, a group
/// managed service account (its name ends with <c>$</c>; the domain controller holds the password), or S4U, which has no network rights
/// as that person.
/// </summary>
internal static class TaskXml
{
    /// <summary>The system's own account.</summary>
    public const string System = "SYSTEM";

    private const string Namespace = "http://schemas.microsoft.com/windows/2004/02/mit/task";
    private const string SystemSid = "S-1-5-18";

    /// <summary>What schtasks has to be told beside the file.</summary>
    public static string CreateAs(string account) => account.EndsWith('$') ? $" /RU \"{account}\" /NP" : "";

    /// <summary>The task, UTF-16 with its mark, as schtasks reads it.</summary>
    public static byte[] Write(TimerPlan timer)
    {
        using var file = new MemoryStream();
        using (var xml = XmlWriter.Create(file, new XmlWriterSettings { Encoding = Encoding.Unicode, Indent = true, NewLineChars = "\r\n" }))
        {
            xml.WriteStartElement("Task", Namespace);
            xml.WriteAttributeString("version", "1.2");
            Group(xml, "RegistrationInfo", ("Description", timer.Description), ("URI", "\\Rosewood\\" + timer.Schedule.Name));
            Trigger(xml, timer);
            Principal(xml, timer.Account);
            Settings(xml);
            xml.WriteStartElement("Actions");
            xml.WriteAttributeString("Context", "Author");
            Group(xml, "Exec", ("Command", timer.Program), ("Arguments", string.Join(' ', timer.Arguments.Select(ScheduleText.Windows))));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return file.ToArray();
    }

    private static void Trigger(XmlWriter xml, TimerPlan timer)
    {
        xml.WriteStartElement("Triggers");
        xml.WriteStartElement("CalendarTrigger");
        xml.WriteElementString("Enabled", "true");
        xml.WriteElementString("StartBoundary", string.Create(CultureInfo.InvariantCulture, $"{timer.Today:yyyy-MM-dd}T{timer.Schedule.At:HH\\:mm}:00"));
        var isMonthly = timer.Schedule.Period == ReportSchedulePeriod.LastMonth;
        xml.WriteStartElement(isMonthly ? "ScheduleByMonthDayOfWeek" : "ScheduleByWeek");
        if (isMonthly)
        {
            Group(xml, "Weeks", ("Week", "1"));
        }
        else
        {
            xml.WriteElementString("WeeksInterval", "1");
        }

        Group(xml, "DaysOfWeek", (timer.Schedule.Day.ToString(), null));
        if (isMonthly)
        {
            Group(xml, "Months", [.. CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Take(12).Select(static m => (m, (string?)null))]);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Principal(XmlWriter xml, string account)
    {
        xml.WriteStartElement("Principals");
        xml.WriteStartElement("Principal");
        xml.WriteAttributeString("id", "Author");
        if (account.Equals(System, StringComparison.OrdinalIgnoreCase))
        {
            xml.WriteElementString("UserId", SystemSid);
        }
        else
        {
            xml.WriteElementString("UserId", account);
            xml.WriteElementString("LogonType", account.EndsWith('$') ? "Password" : "S4U");
        }

        xml.WriteElementString("RunLevel", "LeastPrivilege");
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>What was missed is started as soon as the machine is on; two runs never overlap; a run that fails is tried again.</summary>
    private static void Settings(XmlWriter xml)
    {
        xml.WriteStartElement("Settings");
        Group(xml, "RestartOnFailure", ("Interval", "PT15M"), ("Count", "3"));
        xml.WriteElementString("MultipleInstancesPolicy", "IgnoreNew");
        xml.WriteElementString("DisallowStartIfOnBatteries", "false");
        xml.WriteElementString("StopIfGoingOnBatteries", "false");
        xml.WriteElementString("StartWhenAvailable", "true");
        xml.WriteElementString("RunOnlyIfNetworkAvailable", "false");
        xml.WriteElementString("Enabled", "true");
        xml.WriteElementString("ExecutionTimeLimit", "PT1H");
        xml.WriteEndElement();
    }

    private static void Group(XmlWriter xml, string name, params ReadOnlySpan<(string Name, string? Value)> children)
    {
        xml.WriteStartElement(name);
        foreach (var (child, value) in children)
        {
            xml.WriteStartElement(child);
            if (value is not null)
            {
                xml.WriteString(value);
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
