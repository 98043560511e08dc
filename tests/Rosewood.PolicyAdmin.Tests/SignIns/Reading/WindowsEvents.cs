using System.Globalization;
using System.Text.Json;

namespace Rosewood.PolicyAdmin.Tests.SignIns.Reading;

/// <summary>Windows Security events in the shapes that PowerShell and Event Viewer give them; the fields and their positions are the documented ones.</summary>
internal static class WindowsEvents
{
    /// <summary>Version 2 of event 4624 has 27 values.</summary>
    public static object?[] LoggedOn(string user, string domain, int type, string workstation = "PC-12", string address = "10.20.1.7") =>
    [
        Sid("S-1-5-18"), "PC-12$", "ROSEWOOD", 999UL, Sid("S-1-5-21-1-2-3-1104"), user, domain, 123456UL, type, "User32", "Negotiate", workstation,
        "00000000-0000-0000-0000-000000000000", "-", "-", 0, 1234UL, @"C:\Windows\System32\svchost.exe", address, "0", "%%1833", "-", "-", "-", "%%1843", 0UL, "%%1842",
    ];

    public static object?[] Failed(string user, object status, object subStatus, int type = 2) =>
    [
        Sid("S-1-5-18"), "PC-12$", "ROSEWOOD", 999UL, Sid("S-1-0-0"), user, "ROSEWOOD", status, "%%2313", subStatus, type, "User32", "Negotiate", "PC-12",
        "-", "-", 0, 1234UL, @"C:\Windows\System32\svchost.exe", "127.0.0.1", "0",
    ];

    /// <summary>As <c>Get-WinEvent | ConvertTo-Json -Depth 4</c> writes it.</summary>
    public static string Json(int id, object?[]? properties, string? message = null, string time = "\"2026-11-05T14:03:22.1234567+00:00\"", string keywords = "-9214364837600034816")
    {
        var values = properties is null
            ? "[\"System.Diagnostics.Eventing.Reader.EventProperty\"]"
            : "[" + string.Join(',', properties.Select(static p => "{\"Value\":" + JsonSerializer.Serialize(p) + "}")) + "]";
        return string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"Id":{{id}},"Version":2,"Qualifiers":null,"Level":0,"Task":12544,"Opcode":0,"Keywords":{{keywords}},"RecordId":77,"ProviderName":"Microsoft-Windows-Security-Auditing","LogName":"Security","ProcessId":700,"MachineName":"PC-12.rosewood.example","UserId":null,"TimeCreated":{{time}},"ContainerLog":"security","MatchedQueryIds":[],"Bookmark":{},"LevelDisplayName":"Information","TaskDisplayName":"Logon","KeywordsDisplayNames":["Audit"],"Properties":{{values}},"Message":{{JsonSerializer.Serialize(message)}}}""");
    }

    /// <summary>The words of event 4624, in English.</summary>
    public static string LoggedOnWords(string user, string domain, int type) => string.Create(
        CultureInfo.InvariantCulture,
        $"An account was successfully logged on.\r\n\r\nSubject:\r\n\tSecurity ID:\t\tS-1-5-18\r\n\tAccount Name:\t\tPC-12$\r\n\tAccount Domain:\t\tROSEWOOD\r\n\tLogon ID:\t\t0x3E7\r\n\r\nLogon Information:\r\n\tLogon Type:\t\t{type}\r\n\tRestricted Admin Mode:\t-\r\n\tVirtual Account:\t\tNo\r\n\r\nImpersonation Level:\t\tImpersonation\r\n\r\nNew Logon:\r\n\tSecurity ID:\t\tS-1-5-21-1-2-3-1104\r\n\tAccount Name:\t\t{user}\r\n\tAccount Domain:\t\t{domain}\r\n\tLogon ID:\t\t0x1E240\r\n\tLinked Logon ID:\t\t0x0\r\n\tNetwork Account Name:\t-\r\n\r\nProcess Information:\r\n\tProcess Name:\t\tC:\\Windows\\System32\\svchost.exe\r\n\r\nNetwork Information:\r\n\tWorkstation Name:\tPC-12\r\n\tSource Network Address:\t10.20.1.7\r\n\tSource Port:\t\t0\r\n\r\nThis event is generated when a logon session is created.");

    public static string FailedWords(string user, string status, string subStatus) =>
        $"An account failed to log on.\r\n\r\nSubject:\r\n\tSecurity ID:\t\tS-1-5-18\r\n\tAccount Name:\t\tPC-12$\r\n\tAccount Domain:\t\tROSEWOOD\r\n\r\nLogon Type:\t\t\t2\r\n\r\nAccount For Which Logon Failed:\r\n\tSecurity ID:\t\tS-1-0-0\r\n\tAccount Name:\t\t{user}\r\n\tAccount Domain:\t\tROSEWOOD\r\n\r\nFailure Information:\r\n\tFailure Reason:\t\tUnknown user name or bad password.\r\n\tStatus:\t\t\t{status}\r\n\tSub Status:\t\t{subStatus}\r\n\r\nNetwork Information:\r\n\tWorkstation Name:\tPC-12\r\n\tSource Network Address:\t127.0.0.1\r\n";

    /// <summary>As <c>ToXml()</c> gives it.</summary>
    public static string Xml(int id, params (string Name, string Value)[] data) => string.Create(
        CultureInfo.InvariantCulture,
        $"<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='Microsoft-Windows-Security-Auditing' Guid='{{54849625-5478-4994-a5ba-3e3b0328c30d}}'/><EventID>{id}</EventID><Version>2</Version><Keywords>0x8020000000000000</Keywords><TimeCreated SystemTime='2026-11-05T14:03:22.1234567Z'/><Channel>Security</Channel><Computer>PC-12.rosewood.example</Computer><Security/></System><EventData>{string.Concat(data.Select(static d => $"<Data Name='{d.Name}'>{d.Value}</Data>"))}</EventData></Event>");

    /// <summary>A security identifier as PowerShell writes one.</summary>
    private static object Sid(string value) => new { BinaryLength = 28, AccountDomainSid = new { BinaryLength = 24, AccountDomainSid = (object?)null, Value = "S-1-5-21-1-2-3" }, Value = value };
}
