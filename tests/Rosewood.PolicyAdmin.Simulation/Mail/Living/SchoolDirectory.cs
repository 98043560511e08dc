using Rosewood.PolicyAdmin.Simulation.Mail.Model;
using Rosewood.PolicyAdmin.Simulation.Making;
using Rosewood.PolicyAdmin.Simulation.Model;

namespace Rosewood.PolicyAdmin.Simulation.Mail.Living;

/// <summary>The school's addresses beside those of people, and the outsiders that it knows.</summary>
internal sealed class SchoolDirectory
{
    public const string NewsletterHost = "mail.parentpost.example";
    public const string PaymentHost = "notify.schoolpurse.example";
    public const string DeskDomain = "itdesk.example";
    public const string VaultDomain = "mailvault.example";
    public const string PostMaster = "MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@rosewood.example";

    public static readonly MailAddress Office = new("office@rosewood.example", "Rosewood School Office");
    public static readonly MailAddress Head = new("head@rosewood.example", "Headteacher, Rosewood School");
    public static readonly MailAddress Senco = new("senco@rosewood.example", "SENCO, Rosewood School");
    public static readonly MailAddress Admissions = new("admissions@rosewood.example", "Rosewood Admissions");
    public static readonly MailAddress Journal = new("rosewood@journal.mailvault.example", "Journal");
    public static readonly MailAddress AllStaff = new("staff@rosewood.example", "All staff");
    public static readonly MailAddress Teachers = new("teachers@rosewood.example", "Teachers");
    public static readonly MailAddress Leaders = new("slt@rosewood.example", "SLT");
    public static readonly MailAddress Friends = new("friends@lists.rosewoodfriends.example", "Friends of Rosewood");

    /// <summary>Bodies that write to the school; those that the school has excluded from audits stand in the lists.</summary>
    public static readonly MailAddress Union = new("casework@edunion.example", "Regional casework");
    public static readonly MailAddress Health = new("appointments@ohservice.nhs.example", "Occupational Health");
    public static readonly MailAddress Payroll = new("noreply@payroll.example", "Payroll");
    public static readonly MailAddress Agency = new("bookings@teachersupply.example", "Teacher Supply Ltd");

    public static readonly MailAddress[] Outsiders =
    [
        new("sen.team@calderdale-council.example", "SEN Team"), new("a.brook@cyps.nhs.example", "Alison Brook, Speech and Language Therapy"),
        new("transport@calderdale-council.example", "Home to School Transport"), new("orders@classroomsupplies.example", "Orders"),
        new("r.hanson@hansonlegal.example", "Rachel Hanson"), new("office@moorside.example", "Moorside Primary"),
        new("centres@examboard.example", "Centre Services"), new("physio@childrens.nhs.example", "Children's Physiotherapy"),
        new("support@itdesk.example", "IT Desk"), new("chair@rosewoodfriends.example", "Friends of Rosewood"),
    ];

    public SchoolDirectory(IReadOnlyList<MailPerson> staff)
    {
        Shared = [Office, Head, Senco, Admissions];
        Lists = new Dictionary<string, IReadOnlyList<MailPerson>>(StringComparer.Ordinal)
        {
            [AllStaff.Address] = [.. staff.Where(p => p.Person.Role != StaffRole.Governor && !p.Person.IsSupply)],
            [Teachers.Address] = [.. staff.Where(p => p.Person is { Role: StaffRole.Teacher, IsSupply: false })],
            [Leaders.Address] = [.. staff.Where(p => p.Person.IsLeader)],
        };
        Mailboxes = new HashSet<string>(Shared.Select(s => s.Address).Concat(staff.Select(p => p.SchoolAddress)), StringComparer.OrdinalIgnoreCase);
        Settings = new MailLists(
            [Roster.Domain],
            [.. Shared.Select(s => s.Address)],
            [.. Lists.Keys],
            [Journal.Address],
            ["parentpost.example", "schoolpurse.example", DeskDomain, VaultDomain],
            [Union.Address[(Union.Address.IndexOf('@', StringComparison.Ordinal) + 1)..], "nhs.example", "calderdale-council.example", "hansonlegal.example", "payroll.example", "teachersupply.example", "examboard.example"]);
    }

    public IReadOnlyList<MailAddress> Shared { get; }

    public IReadOnlyDictionary<string, IReadOnlyList<MailPerson>> Lists { get; }

    public IReadOnlySet<string> Mailboxes { get; }

    public MailLists Settings { get; }

    public static bool IsSchools(string address) => address.EndsWith("@" + Roster.Domain, StringComparison.OrdinalIgnoreCase);
}
