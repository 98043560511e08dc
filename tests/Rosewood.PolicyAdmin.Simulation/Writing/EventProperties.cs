using Rosewood.PolicyAdmin.Simulation.Model;

namespace Rosewood.PolicyAdmin.Simulation.Writing;

/// <summary>An event's data in the order of its template: a text, a <see cref="long"/> or a <see cref="Sid"/>, with the names that Microsoft documents.</summary>
internal static class EventProperties
{
    private const string Domain = "ROSEWOOD";
    private const string NoGuid = "00000000-0000-0000-0000-000000000000";

    public static IReadOnlyList<(string Name, object Value)> Of(WindowsEvent e) => e.Id switch
    {
        4624 => LogOn(e),
        4625 => Failure(e),
        4634 => [.. Target(e), ("LogonType", (long)e.LogonType)],
        4647 => Target(e),
        _ =>
        [
            ("AccountName", e.Account!.Login), ("AccountDomain", Domain), ("LogonID", e.LogonId),
            ("SessionName", "RDP-Tcp#0"), ("ClientName", e.RemoteName), ("ClientAddress", e.RemoteAddress),
        ],
    };

    private static (string Name, object Value)[] Target(WindowsEvent e) =>
    [
        ("TargetUserSid", e.Account is { } account ? Sid.Of(account) : Sid.OfMachineAccount(e.MachineAccount)),
        ("TargetUserName", e.Account?.Login ?? e.MachineAccount),
        ("TargetDomainName", e.Account is not null ? Domain : e.MachineAccount switch { "SYSTEM" => "NT AUTHORITY", ['D', ..] => "Window Manager", _ => "Font Driver Host" }),
        ("TargetLogonId", e.LogonId),
    ];

    private static (string Name, object Value)[] Subject(WindowsEvent e, Sid sid) =>
    [
        ("SubjectUserSid", sid), ("SubjectUserName", e.Device.Name + "$"), ("SubjectDomainName", Domain), ("SubjectLogonId", 999L),
    ];

    private static (string Name, object Value)[] LogOn(WindowsEvent e)
    {
        var isPerson = e.Account is not null;
        return
        [
            .. Subject(e, Sid.System),
            .. Target(e),
            ("LogonType", (long)e.LogonType),
            ("LogonProcessName", isPerson ? "User32 " : "Advapi  "),
            ("AuthenticationPackageName", "Negotiate"),
            ("WorkstationName", isPerson ? e.RemoteName.Length > 0 ? e.RemoteName : e.Device.Name : "-"),
            ("LogonGuid", NoGuid),
            ("TransmittedServices", "-"),
            ("LmPackageName", "-"),
            ("KeyLength", 0L),
            ("ProcessId", e.LogonType == 5 ? 852L : 1384L),
            ("ProcessName", e.LogonType == 5 ? @"C:\Windows\System32\services.exe" : isPerson ? @"C:\Windows\System32\svchost.exe" : @"C:\Windows\System32\winlogon.exe"),
            ("IpAddress", e.RemoteAddress),
            ("IpPort", isPerson ? "0" : "-"),
            ("ImpersonationLevel", "%%1833"),
            ("RestrictedAdminMode", e.LogonType == 10 ? "%%1843" : "-"),
            ("TargetOutboundUserName", "-"),
            ("TargetOutboundDomainName", "-"),
            ("VirtualAccount", isPerson || e.LogonType == 5 ? "%%1843" : "%%1842"),
            ("TargetLinkedLogonId", 0L),
            ("ElevatedToken", isPerson ? "%%1843" : "%%1842"),
        ];
    }

    private static (string Name, object Value)[] Failure(WindowsEvent e) =>
    [
        .. Subject(e, Sid.System),
        ("TargetUserSid", Sid.Nobody),
        ("TargetUserName", e.Account!.Login),
        ("TargetDomainName", Domain),
        ("Status", -1073741715L),
        ("FailureReason", "%%2313"),
        ("SubStatus", -1073741718L),
        ("LogonType", (long)e.LogonType),
        ("LogonProcessName", "User32 "),
        ("AuthenticationPackageName", "Negotiate"),
        ("WorkstationName", e.Device.Name),
        ("TransmittedServices", "-"),
        ("LmPackageName", "-"),
        ("KeyLength", 0L),
        ("ProcessId", 1384L),
        ("ProcessName", @"C:\Windows\System32\svchost.exe"),
        ("IpAddress", e.RemoteAddress),
        ("IpPort", "0"),
    ];
}
