using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Traffic.Formats.ForcepointWeb;

namespace Rosewood.PolicyAdmin.Tests.Traffic.Formats.ForcepointWeb;

/// <summary>
/// As in Forcepoint's "Integrating Web Security with Existing SIEM Products" (7.7 to 8.5; "Working with SIEM integration format strings"): CEF, LEEF and key=value templates.
/// rt → Time (to the others a time is added); suid, loginID, suser, usrName, user → User; src, src_host → SourceAddress; request, url → Url, Host;
/// category's number → Category; act, action, transaction → Action; in, dstBytes, bytes_in → Bytes.
/// </summary>
public sealed class ForcepointWebFormatTests : LogFormatTests
{
    private const string Cef = "CEF:0|Forcepoint|Security|8.5.4|1504|Transaction permitted|1| act=permitted app=https dvc=192.0.2.1 dst=157.240.225.35 dhost=www.facebook.com dpt=443 src=10.20.1.5 spt=61603 suid=nell suser=LDAP://192.0.2.4 OU\\=Pupils,DC\\=rosewood,DC\\=example/Nell Ames destinationTranslatedPort=51101 rt=1795510801000 in=727 out=554 requestMethod=GET requestClientApplication=Mozilla/5.0 (Windows NT 10.0) reason=- cs1Label=Policy cs1=role-8**Default cn1Label=DispositionCode cn1=1026 request=https://www.facebook.com/?a\\=b";

    private const string Leef = "LEEF:1.0|Forcepoint|Security|8.5.3|transaction:blocked|sev=7\tdevTime=1795510801\tcat=1504\tusrName=nell\tloginID=nell\tsrc=10.20.1.5\tsrcPort=34311\tsrcBytes=12\tdstBytes=900\tdst=157.240.225.35\tdstPort=443\tproxyStatus-code=403\tduration=66\tmethod=POST\tdisposition=1025\treason=-\tpolicy=role-8**Default\trole=8\tuserAgent=Mozilla/5.0 (Windows NT 6.1)\turl=https://www.facebook.com/groups/1";

    private const string Pairs = "vendor=Websense product=Security product_version=7.7.0 time=1795510801 action=permitted severity=1 category=153 user=WinNT://ROSEWOOD/nell src_host=10.20.1.5 src_port=62189 dst_host=www.tiktok.com dst_ip=157.240.225.35 dst_port=443 bytes_out=197 bytes_in=76 http_response=200 http_method=CONNECT http_content_type=- http_user_agent=Mozilla/5.0_(Windows;_U) http_proxy_status_code=200 reason=- disposition=1034 policy=- role=8 duration=0 url=https://www.tiktok.com";

    private protected override LogFormat Format { get; } = new ForcepointWebFormat();

    private protected override IReadOnlyList<FormatRow> Rows { get; } =
    [
        new("CEF", Cef, "Time=2026-11-24T09:00:01.000 User=nell SourceAddress=10.20.1.5 DestinationAddress=157.240.225.35 Host=www.facebook.com Url=https://www.facebook.com/?a=b Action=Allowed Bytes=727 Category=1504"),
        new("CEF, blocked", Cef.Replace("act=permitted", "act=blocked", StringComparison.Ordinal), "Action=Blocked"),
        new("CEF, a new word is not guessed", Cef.Replace("act=permitted", "act=pondered", StringComparison.Ordinal), "Action=Other"),
        new("CEF of 8.5, time in seconds and loginID", Cef.Replace("suid=nell", "loginID=nell", StringComparison.Ordinal).Replace("rt=1795510801000", "rt=1795510801", StringComparison.Ordinal), "Time=2026-11-24T09:00:01.000 User=nell"),
        new("CEF, directory path for a user", Cef.Replace("suid=nell ", "", StringComparison.Ordinal), "User=Nell Ames"),
        new("CEF, no user", Cef.Replace("suid=nell suser=LDAP://192.0.2.4 OU\\=Pupils,DC\\=rosewood,DC\\=example/Nell Ames", "suid=- suser=-", StringComparison.Ordinal), "User="),
        new("CEF, no address but a host", Cef.Replace("request=https://www.facebook.com/?a\\=b", "request=-", StringComparison.Ordinal), "Host=www.facebook.com Url="),
        new("CEF of the former owner", Cef.Replace("|Forcepoint|", "|Websense|", StringComparison.Ordinal), "Host=www.facebook.com"),
        new("LEEF with a time added", Leef, "Time=2026-11-24T09:00:01.000 User=nell SourceAddress=10.20.1.5 DestinationAddress=157.240.225.35 Host=www.facebook.com Action=Blocked Bytes=900 Category=1504"),
        new("LEEF, permitted", Leef.Replace(":blocked", ":permitted", StringComparison.Ordinal), "Action=Allowed"),
        new("LEEF, no user", Leef.Replace("=nell", "=-", StringComparison.Ordinal), "User="),
        new("key=value with a time added", Pairs, "Time=2026-11-24T09:00:01.000 User=nell SourceAddress=10.20.1.5 DestinationAddress=157.240.225.35 Host=www.tiktok.com Action=Allowed Bytes=76 Category=153"),
        new("key=value, no user", Pairs.Replace("WinNT://ROSEWOOD/nell", "-", StringComparison.Ordinal), "User="),
        new("key=value, blocked", Pairs.Replace("action=permitted", "action=blocked", StringComparison.Ordinal), "Action=Blocked"),
    ];

    private protected override IReadOnlyList<string> Malformed { get; } =
    [
        Leef.Replace("devTime=1795510801\t", "", StringComparison.Ordinal),
        Pairs.Replace("time=1795510801 ", "", StringComparison.Ordinal),
        Cef.Replace("act=permitted ", "", StringComparison.Ordinal),
        Cef.Replace("|Security|", "|Email Security|", StringComparison.Ordinal),
        Cef.Replace("|Forcepoint|", "|Other|", StringComparison.Ordinal),
        Leef.Replace("transaction:", "session:", StringComparison.Ordinal),
        Pairs.Replace("vendor=Websense", "vendor=Other", StringComparison.Ordinal),
        Cef.Replace("//www.facebook.com", "//" + new string('a', 254), StringComparison.Ordinal),
    ];

    private protected override string? LineAbout(string user) =>
        Cef.Replace("suid=nell", "suid=" + user.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("=", "\\=", StringComparison.Ordinal), StringComparison.Ordinal);
}
