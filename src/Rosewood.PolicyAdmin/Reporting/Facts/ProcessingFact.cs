using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Reporting.Facts;

/// <summary>A class of records: what is kept of it, and for how long.</summary>
/// <param name="Class">What it is, in words.</param>
/// <param name="About">Whose data it is.</param>
/// <param name="Count">How many records there are.</param>
/// <param name="Oldest">The oldest one's time, or null.</param>
/// <param name="Kept">How long it is kept; null: as long as the school uses the program.</param>
internal sealed record ProcessingFact(string Class, string About, long Count, DateTimeOffset? Oldest, TimeSpan? Kept)
{
    /// <summary>Counts every class.</summary>
    public static IReadOnlyList<ProcessingFact> Load(CommandContext context)
    {
        var (records, keep) = (context.Store.Holdings, context.Config.Retention);
        return
        [
            Make("Visits to social media", "staff, guests, pupils", "visit", "start_at", keep.Visits),
            Make("Content in the filter’s categories (MIS-2)", "staff, guests, pupils", "content_access", null, keep.Visits),
            Make("Staff on the roster", "staff", "person", null, keep.People),
            Make("Devices", "the school", "device", null, null),
            Make("Grants of access", "staff", "access_grant", null, keep.Grants),
            Make("Absences, without a reason", "staff", "staff_absence", null, keep.Absences),
            Make("Findings about shared logins", "staff", "sign_in_review_finding", null, keep.SignIns),
            Make("Families’ addresses and numbers, hashed", "families", "family_contact", null, keep.FamilyContacts),
            Make("Findings about correspondence", "staff", "correspondence_review_finding", null, keep.Correspondence),
            Make("Texts to families, without their words", "staff, families", "text_message", null, keep.TextMessages),
            Make("Declared relationships and agreed contacts", "staff, families", "family_link", null, keep.Declarations),
            Make("Tests of the block", "the school", "block_test", "at", keep.BlockTests),
            Make("Reports that were sent", "recipients", "report_mail", "at", keep.Reports),
            Make("Entries of the audit trail", "operators", "audit", "at", keep.AuditValues),
        ];

        ProcessingFact Make(string name, string about, string table, string? time, TimeSpan? kept)
        {
            var held = records.Of(table, time);
            return new ProcessingFact(name, about, held.Count, held.OldestAt is { } at ? TimeZoneInfo.ConvertTime(at, context.Workspace.Zone) : null, kept);
        }
    }
}
