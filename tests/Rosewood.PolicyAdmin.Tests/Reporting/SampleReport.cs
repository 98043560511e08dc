using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Devices;
using Rosewood.PolicyAdmin.Governance;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Reporting;
using Rosewood.PolicyAdmin.Reporting.Html;
using Rosewood.PolicyAdmin.Tests.SignIns;
using Rosewood.PolicyAdmin.Traffic;

namespace Rosewood.PolicyAdmin.Tests.Reporting;

/// <summary>Fixed reports that tests look at.</summary>
internal static class SampleReport
{
    private static readonly string[] Named = ["Facebook", "X", "YouTube", "Ask.fm", "Instagram", "Tumblr", "WhatsApp", "Kik", "SureSpot", "Viber"];

    public static ReportPeriod Week { get; } = new("the last whole week", At(16, 0, 0), At(23, 0, 0));

    public static ReportMaterial Material { get; } = new()
    {
        School = "Rosewood Free School",
        Period = Week,
        MadeAt = At(24, 9, 0),
        MadeBy = "Ines Tanaka",
        Audit = new AuditProof(Intact: true, 1204, "9f2c4e7ab1d05836c7e41f90aa53d2187be6640fd91c3a72508ef4cb16d7093a", BrokenAt: null, "The chain is whole.", Guarded: true, Erased: 0),
        NamedServices = Named,
        StandingAuthorisation = true,
        StandingHolders = [Staff("P-1", "Harriet Osei", Role.HeadTeacher), Staff("P-2", "Dee Puty", Role.DeputyHead)],
        SeniorLeaders = ["Harriet Osei", "Dee Puty", "Sam Lowe"],
        Grants =
        [
            Grant("G-0003", "Dee Puty", [], ["SchoolMobile"], reason: null, authorisedBy: null),
            Grant("G-0004", "Aoife O’Neill", ["YouTube"], ["School"], "Video evidence for the Year 6 play", "Harriet Osei", confirmation: ConfirmationState.Confirmed),
            Grant("G-0007", "Marek Żurawski", ["Facebook", "Instagram"], ["School", "LIB-PC-04"], "Open evening page", "Sam Lowe", confirmation: ConfirmationState.Unconfirmed),
            Grant("G-0002", "Joan Bell", ["X"], ["School"], "School news", "Peter Former", confirmation: ConfirmationState.Confirmed),
            Grant("G-0001", "Joan Bell", ["WhatsApp"], ["SchoolMobile"], "Trip to the museum", "Harriet Osei", GrantStatus.Expired),
            Grant("G-0006", "Kit Rowe", ["Facebook"], ["School"], "Asked for", "Sam Lowe", GrantStatus.Revoked, ConfirmationState.Refused),
        ],
        Coverage =
        [
            new CoverageFinding(CoverageKind.NoLines, At(18, 11, 0), At(18, 14, 0), "proxy-1", Share: null, "The school was open and the proxy wrote no line for three hours."),
            new CoverageFinding(CoverageKind.HiddenTraffic, Week.From, Week.Until, Source: null, 0.043, "QUIC and private DNS hide which host was asked."),
        ],
        Controls =
        [
            new PolicyControl("USE-1", "No social media on school devices without SLT’s word", ControlStatus.Enforced, "Squid blocks; last proved by a probe", At(20, 7, 30)),
            new PolicyControl("USE-2", "Own devices only outside sessions", ControlStatus.Audited, "Judged by the timetable", At(23, 6, 0)),
            new PolicyControl("REL-1", "Friendships with families are declared", ControlStatus.NotCovered, "No register yet", EvidenceAt: null),
        ],
        SignInReview = SampleFindings.Review(),
        LoginNames = new Dictionary<string, string>(StringComparer.Ordinal) { [SampleFindings.JoansId] = "Joan Bell", [SampleFindings.AoifesId] = "Aoife O’Neill" },
        RelatedPolicies = [new RelatedPolicy("GDPR statement", "https://rosewood.example/policies/gdpr"), .. RelatedPolicy.Standard.Skip(1)],
    };

    public static IReadOnlyList<Visit> Visits { get; } = MakeVisits();

    public static ComplianceReport Fixed { get; } = Build(Material, Visits);

    public static ComplianceReport Build(ReportMaterial material, IEnumerable<Visit> visits)
    {
        var builder = new ComplianceReportBuilder(material);
        foreach (var visit in visits)
        {
            builder.Add(visit);
        }

        return builder.Build();
    }

    public static string Html(ComplianceReport report, string? visitsFile = null)
    {
        using var output = new StringWriter { NewLine = "\n" };
        HtmlReport.Write(report, visitsFile, output);
        return output.ToString();
    }

    public static DateTimeOffset At(int day, int hour, int minute) => new(2026, 11, day, hour, minute, 0, TimeSpan.Zero);

    public static Person Staff(string id, string name, params Role[] roles) =>
        new(id, id.ToLowerInvariant() + "@rosewood.example", name, RoleSet.Of(roles), [], [], WorkPhone: null, StartDate: null, EndDate: null);

    public static Visit Visit(string? user, string service, Verdict verdict, DateTimeOffset start, int minutes = 6, string? device = "LIB-PC-04", ReasonCode reason = ReasonCode.NoGrant, bool onRoster = true) => new()
    {
        User = user,
        OnRoster = onRoster,
        PersonId = onRoster ? Material.StandingHolders.FirstOrDefault(p => string.Equals(p.DisplayName, user, StringComparison.Ordinal))?.Id ?? "P-" + user : null,
        Device = device,
        DeviceClass = (verdict, reason) switch
        {
            (Verdict.PersonalInSession or Verdict.PersonalPermitted, _) => DeviceClass.Personal,
            (_, ReasonCode.StandingAuthorisation) => DeviceClass.SchoolMobile,
            _ => DeviceClass.School,
        },
        Address = "10.20.3.4",
        Service = service,
        Start = start,
        End = start.AddMinutes(minutes),
        Hits = (minutes * 9) + 1,
        Bytes = minutes * 120_000L,
        Verdict = verdict,
        Reason = reason,
        Clause = (verdict, reason) switch
        {
            (Verdict.PersonalInSession or Verdict.PersonalPermitted, _) => "USE-2",
            (_, ReasonCode.StandingAuthorisation) => "USE-3",
            _ => "USE-1",
        },
        GrantId = reason == ReasonCode.Grant ? "G-0004" : null,
        NamedInPolicy = Named.Contains(service, StringComparer.Ordinal),
    };

    public static AccessGrant Grant(
        string id,
        string user,
        string[] services,
        string[] devices,
        string? reason,
        string? authorisedBy,
        GrantStatus status = GrantStatus.Active,
        ConfirmationState confirmation = ConfirmationState.NotNeeded) => new()
        {
            Id = id,
            User = user,
            Services = services,
            Devices = devices,
            From = At(10, 8, 0),
            Until = status == GrantStatus.Expired ? At(19, 16, 0) : At(24, 16, 0).AddDays(24),
            Reason = reason,
            AuthorisedBy = authorisedBy,
            GrantedBy = "Ines Tanaka",
            GrantedAt = At(10, 7, 55),
            Reference = authorisedBy is null ? null : "SLT minutes 14",
            Status = status,
            RevokedAt = status == GrantStatus.Revoked ? At(17, 12, 30) : null,
            RevokedBy = status == GrantStatus.Revoked ? authorisedBy : null,
            Confirmation = confirmation,
        };

    private static List<Visit> MakeVisits()
    {
        var visits = new List<Visit>
        {
            Visit("Marek Żurawski", "Facebook", Verdict.Unexplained, At(16, 10, 12), 14, "STAFF-LT-11", ReasonCode.GrantOtherDevice),
            Visit("Marek Żurawski", "Facebook", Verdict.Unexplained, At(17, 12, 31), 3, "STAFF-LT-11", ReasonCode.GrantOtherDevice),
            Visit("Marek Żurawski", "Instagram", Verdict.Unexplained, At(19, 15, 40), 22, "STAFF-LT-11", ReasonCode.GrantOtherDevice),
            Visit("Joan Bell", "WhatsApp", Verdict.Unexplained, At(19, 16, 5), 9, "OFFICE-PC-02", ReasonCode.GrantEnded),
            Visit("Kit Rowe", "Reddit", Verdict.Unexplained, At(20, 9, 17), 0, device: null),
            Visit("lab.guest", "YouTube", Verdict.Unexplained, At(18, 9, 40), 31, "LAB-07", ReasonCode.UserNotOnRoster, onRoster: false),
            Visit(user: null, "YouTube", Verdict.Unexplained, At(18, 10, 2), 4, "LAB-08", ReasonCode.NoUser, onRoster: false),
            Visit("Kit Rowe", "Instagram", Verdict.PersonalInSession, At(17, 9, 30), 11, "Kit’s phone", ReasonCode.InSession),
            Visit("Kit Rowe", "Instagram", Verdict.PersonalInSession, At(19, 14, 2), 7, "Kit’s phone", ReasonCode.InSession),
            Visit("Dee Puty", "WhatsApp", Verdict.Authorised, At(17, 17, 20), 12, "SM-02", ReasonCode.StandingAuthorisation),
            Visit("Harriet Osei", "Facebook", Verdict.Authorised, At(18, 17, 5), 8, "SM-01", ReasonCode.StandingAuthorisation),
            Visit("Joan Bell", "WhatsApp", Verdict.Authorised, At(19, 15, 48), 12, "SM-04", ReasonCode.Grant) with
            {
                GrantId = "G-0001",
                OutlivedGrantId = "G-0001",
                OutlivedGrantBy = TimeSpan.FromMinutes(20),
            },
        };
        int[] busy = [34, 41, 12, 38, 29, 2, 1];
        for (var day = 0; day < busy.Length; day++)
        {
            for (var i = 0; i < busy[day]; i++)
            {
                var start = At(16 + day, 8, 0).AddMinutes(i * 11);
                visits.Add((i % 5) switch
                {
                    0 => Visit("Aoife O’Neill", "YouTube", Verdict.Authorised, start, reason: ReasonCode.Grant),
                    1 => Visit("Ben Carter", "Facebook", Verdict.Embedded, start, 1, reason: ReasonCode.EmbeddedHostsOnly),
                    2 => Visit("Ben Carter", "WhatsApp", Verdict.Background, start, 1, reason: ReasonCode.BackgroundHostsOnly),
                    3 => Visit("Ada Lin", "TikTok", Verdict.PersonalPermitted, start, device: "Ada’s phone", reason: ReasonCode.OutsideSession),
                    _ when i % 2 == 0 => Visit("Ben Carter", "X", Verdict.BlockedAttempt, start, 1, reason: ReasonCode.RefusedByFilter),
                    _ => Visit("Ben Carter", "Facebook", Verdict.Embedded, start, 1, reason: ReasonCode.OutsideReferrer),
                });
            }
        }

        return visits;
    }
}
