namespace Rosewood.PolicyAdmin.Storage;

public sealed partial class PolicyStore
{
    /// <summary>The outbox of reports.</summary>
    public ReportMailRecords ReportMails => field ??= new(this);

    /// <summary>Counts of what stands behind controls.</summary>
    public EvidenceRecords Evidence => field ??= new(this);

    /// <summary>Schedules of reports.</summary>
    public ReportScheduleRecords ReportSchedules => field ??= new(this);
}
