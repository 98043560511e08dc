using Rosewood.PolicyAdmin.Simulation.Mail.Model;

namespace Rosewood.PolicyAdmin.Simulation.Mail.Writing;

/// <summary>The files about mail that a school hands over.</summary>
internal static class MailFiles
{
    public static void Write(SimulatedMail mail, string folder)
    {
        Directory.CreateDirectory(folder);
        var sources = mail.Options.Sources;
        if (sources.HasFlag(MailSources.Trace))
        {
            if (mail.Options.TraceCsv)
            {
                TraceCsv.Write(mail, Path.Combine(folder, "trace.csv"));
            }
            else
            {
                TraceFile.Write(mail, Path.Combine(folder, "trace.json"));
            }
        }

        if (sources.HasFlag(MailSources.Headers))
        {
            HeaderFile.Write(mail, Path.Combine(folder, "headers.json"));
        }

        if (sources.HasFlag(MailSources.Rules))
        {
            RuleFile.Write(mail, Path.Combine(folder, "inboxrules.json"));
        }

        if (sources.HasFlag(MailSources.Mailboxes))
        {
            MailRegisters.WriteMailboxes(mail, Path.Combine(folder, "mailboxes.csv"));
        }

        MailRegisters.WriteStaff(mail, Path.Combine(folder, "staff.csv"));
        MailRegisters.WriteFamilies(mail, Path.Combine(folder, "families.csv"));
        MailRegisters.WriteDeclarations(mail, Path.Combine(folder, "declarations.csv"));
        ListFile.Write(mail, Path.Combine(folder, "mail-lists.json"));
    }
}
