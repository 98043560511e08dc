namespace Rosewood.PolicyAdmin.Reporting.Scheduling.Definitions;

/// <summary>What starts scheduled reports.</summary>
public enum ReportScheduler
{
    /// <summary>A systemd service and timer.</summary>
    Systemd,

    /// <summary>Windows' Task Scheduler.</summary>
    TaskScheduler,

    /// <summary>A line for cron, which catches nothing up by itself.</summary>
    Cron,
}
