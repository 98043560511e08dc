using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Incidents;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Registers.Acknowledgements;
using Rosewood.PolicyAdmin.Safeguarding;

namespace Rosewood.PolicyAdmin.Reporting.Facts;

/// <summary>What the registers of incidents, concerns and acknowledgements hold, as counts: nobody is named in any report.</summary>
/// <param name="Opened">Incidents that were opened in the period.</param>
/// <param name="Waiting">Incidents of any time that nobody looks into yet.</param>
/// <param name="Concerns">Safeguarding concerns of the period, for the safeguarding lead without those about a lead; what they say is sealed.</param>
/// <param name="Staff">Who has to acknowledge the policy.</param>
/// <param name="Outstanding">How many of them have not, or not lately.</param>
internal sealed record RegisterFacts(IReadOnlyList<IncidentCount> Opened, int Waiting, long Concerns, int Staff, int Outstanding)
{
    /// <summary>Reads the registers.</summary>
    /// <param name="context">The command's context.</param>
    /// <param name="people">The roster.</param>
    /// <param name="period">The report's period.</param>
    /// <param name="isForLead">Whether a safeguarding lead reads it.</param>
    public static RegisterFacts Load(CommandContext context, PeopleHistory people, ReportPeriod period, bool isForLead)
    {
        var store = context.Store;
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(context.Now, context.Workspace.Zone).DateTime);
        var register = new AcknowledgementRegister(store.Acknowledgements.LoadAll(), context.Config.Registers, today);
        var staff = AcknowledgementRegister.Staff(people, context.Now.UtcTicks);
        return new(
            store.Incidents.Counts(period.From, period.Until),
            store.Incidents.Counts().Where(static c => c.Status == IncidentStatus.Open).Sum(static c => c.Count),
            isForLead ? KnownConcerns.ForLeads(context).Count(c => c.At >= period.From && c.At < period.Until) : store.Concerns.Count(period.From, period.Until),
            staff.Count,
            staff.Count(p => register.OutstandingOf(p.Id).Count > 0));
    }
}
