using System.Globalization;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Reporting.Scheduling.Definitions;

/// <summary>A systemd service that may do no more than it has to, and its timer, which catches up what it missed.</summary>
internal static class SystemdUnits
{
    /// <summary>
    /// The service. /proc stays as it is: the program reads there that nobody is behind it. Each command writes the snapshot of a live
    /// Squid anew, which stands in /etc/squid/rosewood on Debian.
    /// </summary>
    public static string Service(TimerPlan timer) =>
        $"""
        [Unit]
        Description={timer.Description}
        Wants=network-online.target
        After=network-online.target

        [Service]
        Type=oneshot
        User={timer.Account}
        ExecStart={ScheduleText.Systemd(timer.Program)} {string.Join(' ', timer.Arguments.Select(ScheduleText.Systemd))}
        SyslogIdentifier=rosewood
        TimeoutStartSec=1h
        UMask=0077
        NoNewPrivileges=yes
        CapabilityBoundingSet=
        PrivateTmp=yes
        PrivateDevices=yes
        ProtectSystem=strict
        ProtectHome=read-only
        ReadWritePaths={ScheduleText.SystemdPath(timer.Workspace)} -/etc/squid/rosewood
        ProtectKernelTunables=yes
        ProtectKernelModules=yes
        ProtectControlGroups=yes
        RestrictSUIDSGID=yes
        RestrictRealtime=yes
        LockPersonality=yes
        RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6 AF_NETLINK

        """.ReplaceLineEndings("\n");

    /// <summary>The timer.</summary>
    public static string Timer(TimerPlan timer) =>
        $"""
        [Unit]
        Description={timer.Description}

        [Timer]
        OnCalendar={Calendar(timer)}
        Persistent=true
        AccuracySec=1min

        [Install]
        WantedBy=timers.target

        """.ReplaceLineEndings("\n");

    /// <summary>When it starts. A month's report is due on the first such weekday of the next; whether a term has ended is asked each week.</summary>
    public static string Calendar(TimerPlan timer)
    {
        var days = timer.Schedule.Period == ReportSchedulePeriod.LastMonth ? "*-*-01..07" : "*-*-*";
        return string.Create(CultureInfo.InvariantCulture, $"{timer.Schedule.Day.ToString()[..3]} {days} {timer.Schedule.At:HH\\:mm}:00 {timer.Zone}");
    }
}
