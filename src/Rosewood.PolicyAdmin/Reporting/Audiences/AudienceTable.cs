using Rosewood.PolicyAdmin.Workspace;
using static Rosewood.PolicyAdmin.Reporting.Audiences.ReportDetail;

namespace Rosewood.PolicyAdmin.Reporting.Audiences;

/// <summary>
/// What each audience sees of each part of the report: the one table of entitlement. A part that is not in it is seen by nobody, so that
/// a new one can't reach an audience that nobody thought of.
/// </summary>
internal static class AudienceTable
{
    private static readonly (string Section, ReportDetail Slt, ReportDetail Dsl, ReportDetail Dpo, ReportDetail Governors)[] Rows =
    [
        ("evidence", Names, Counts, Counts, Counts),
        ("summary", Names, Names, Counts, Shares),
        ("decisions", Names, Names, Counts, Shares),
        ("verdicts", Counts, None, None, None),
        ("use", None, None, Counts, None),
        ("trends", Counts, None, None, Shares),
        ("unexplained", Names, None, None, None),
        ("flagged", None, Names, None, None),
        ("logins", Names, None, None, None),
        ("login-counts", None, None, Counts, Shares),
        ("grants", Names, None, None, None),
        ("grant-counts", None, None, Counts, Shares),
        ("standing", Names, None, None, None),
        ("services", Counts, None, None, None),
        ("service-counts", None, Counts, None, Shares),
        ("own-devices", Names, None, None, None),
        ("unnamed", Counts, None, None, None),
        ("unnamed-counts", None, Counts, Counts, Shares),

        // MIS-2 content: what the policy sends to the safeguarding lead first is not SLT's to read here (RES-1); what it sends to SLT is (RES-2).
        ("content", Names, None, None, None),
        ("safeguarding-content", None, Names, Counts, Shares),
        ("correspondence", Names, Names, Counts, Shares),
        ("texts", Names, Names, Counts, Shares),
        ("declarations", Names, Names, Counts, Shares),

        // Whom incidents concern, and what a concern says, is in no report: a report lies about, and one of its readers may be meant.
        ("incidents", Counts, Counts, Counts, Shares),
        ("concerns", None, Counts, Counts, None),
        ("acknowledgements", Counts, None, Counts, Shares),
        ("blocking", Counts, None, Counts, Counts),
        ("processing", None, None, Counts, None),
        ("reads", None, None, Names, None),
        // Where small counts are hidden a clause has its status alone: its evidence is made of counts.
        ("clauses", Counts, Counts, Counts, Shares),
        ("audit", Counts, Counts, Counts, Counts),
        ("reading", Counts, None, None, None),
    ];

    /// <summary>Every part, in the order of the table.</summary>
    public static IReadOnlyList<string> Sections { get; } = [.. Rows.Select(static r => r.Section)];

    /// <summary>What an audience sees of a part.</summary>
    public static ReportDetail Of(string section, ReportRecipientGroup audience)
    {
        var row = Array.Find(Rows, r => string.Equals(r.Section, section, StringComparison.Ordinal));
        return audience switch
        {
            ReportRecipientGroup.Slt => row.Slt,
            ReportRecipientGroup.Dsl => row.Dsl,
            ReportRecipientGroup.Dpo => row.Dpo,
            ReportRecipientGroup.Governors => row.Governors,
            _ => None,
        };
    }

    /// <summary>Whether an audience's report names members of staff about whom anything was found.</summary>
    public static bool NamesStaff(ReportRecipientGroup audience) => audience is ReportRecipientGroup.Slt or ReportRecipientGroup.Dsl;

    /// <summary>What an audience is called in a sentence.</summary>
    public static string Name(ReportRecipientGroup audience) => audience switch
    {
        ReportRecipientGroup.Slt => "the senior leadership team",
        ReportRecipientGroup.Dsl => "the designated safeguarding lead",
        ReportRecipientGroup.Dpo => "the data protection officer",
        _ => "the governors",
    };
}
