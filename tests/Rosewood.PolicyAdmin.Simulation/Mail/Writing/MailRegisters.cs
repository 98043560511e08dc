using System.Globalization;
using Rosewood.PolicyAdmin.Simulation.Mail.Model;
using Rosewood.PolicyAdmin.Simulation.Writing;

namespace Rosewood.PolicyAdmin.Simulation.Mail.Writing;

/// <summary>The school's lists about mail as CSV.</summary>
internal static class MailRegisters
{
    public static void WriteStaff(SimulatedMail mail, string path) => Registers.Write(
        path,
        "UserPrincipalName,DisplayName,Roles,LoginNames,PersonalAddresses,WorkPhone,StartDate,EndDate",
        mail.Staff.Select(p => new[]
        {
            p.SchoolAddress, p.Name, string.Join(';', p.Person.Roles), p.Person.Login, p.IsRegistered ? p.PersonalAddress : "",
            p.Person.IsLeader ? string.Create(CultureInfo.InvariantCulture, $"07700 900{p.Person.Number:000}") : "", Registers.Day(p.Person.StartDate), p.EndDate is { } end ? Registers.Day(end) : "",
        }));

    public static void WriteFamilies(SimulatedMail mail, string path) => Registers.Write(
        path,
        "FamilyId,Relationship,Address,Phone",
        mail.Families.SelectMany(f => f.Guardians.SelectMany(g => Rows(f.Id, g)).Concat(f.SecondId is { } second ? Rows(second, f.Guardians[0]) : [])));

    public static void WriteDeclarations(SimulatedMail mail, string path) => Registers.Write(
        path,
        "Id,User,FamilyId,Kind,From,Until",
        mail.Declarations.Select(d => new[] { d.Id, d.Person.SchoolAddress, d.Family.Id, d.Kind, Registers.Day(d.From), d.Until is { } until ? Registers.Day(until) : "" }));

    private static IEnumerable<string[]> Rows(string id, Guardian guardian) => guardian.Registered.Select(a => new[] { id, guardian.Relationship, a, guardian.Phone });

    /// <summary><c>Get-Mailbox | Export-Csv</c>; what is inside is named by its alias, as Exchange does.</summary>
    public static void WriteMailboxes(SimulatedMail mail, string path) => Registers.Write(
        path,
        "DisplayName,Alias,UserPrincipalName,PrimarySmtpAddress,RecipientTypeDetails,ForwardingAddress,ForwardingSmtpAddress,DeliverToMailboxAndForward",
        mail.Mailboxes.Select(m => new[]
        {
            m.Name, Alias(m.Address), m.Address, m.Address, m.IsShared ? "SharedMailbox" : "UserMailbox", m.ForwardingAddress is { } inside ? Alias(inside) : "",
            m.ForwardingSmtpAddress is { } outside ? "smtp:" + outside : "", m.KeepsCopy ? "True" : "False",
        }));

    private static string Alias(string address) => address[..address.IndexOf('@', StringComparison.Ordinal)];
}
