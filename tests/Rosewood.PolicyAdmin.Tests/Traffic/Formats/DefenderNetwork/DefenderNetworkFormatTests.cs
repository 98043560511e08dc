using System.Text.Json;
using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Traffic.Formats.DefenderNetwork;

namespace Rosewood.PolicyAdmin.Tests.Traffic.Formats.DefenderNetwork;

/// <summary>Microsoft Learn, "DeviceNetworkEvents" and "DeviceEvents" of the advanced hunting schema, the streaming API's envelope, "Protect your network" and "Web protection" for the events' meaning.</summary>
public sealed class DefenderNetworkFormatTests : LogFormatTests
{
    private const string Url = "\"RemoteUrl\":\"www.facebook.com\"";

    private protected override LogFormat Format { get; } = new DefenderNetworkFormat();

    private protected override string Header => "Timestamp,DeviceId,DeviceName,ActionType,RemoteIP,RemotePort,RemoteUrl,LocalIP,LocalPort,Protocol,InitiatingProcessFileName,InitiatingProcessAccountDomain,InitiatingProcessAccountName,InitiatingProcessAccountUpn,ReportId,AdditionalFields";

    private protected override IReadOnlyList<FormatRow> Rows { get; } =
    [
        new("CSV: a connection", Row("ConnectionSuccess", "www.facebook.com"), "Time=2026-07-14T09:00:01.123 Device=pc-07.rosewood.example Host=www.facebook.com SourceAddress=10.20.1.5 DestinationAddress=192.0.2.35 User=n.ames@rosewood.example Action=Allowed"),
        new("CSV: the portal's time", Row("ConnectionSuccess", "www.facebook.com").Replace("2026-07-14T09:00:01.1234567Z", "\"Jul 14, 2026 9:00:01 AM\"", StringComparison.Ordinal), "Time=2026-07-14T08:00:01.000"),
        new("CSV: a time without offset is UTC", Row("ConnectionSuccess", "www.facebook.com").Replace("567Z", "567", StringComparison.Ordinal), "Time=2026-07-14T09:00:01.123"),
        new("CSV: a whole address", Row("ConnectionSuccess", "https://WWW.Facebook.com/groups/1"), "Host=www.facebook.com Url=https://WWW.Facebook.com/groups/1"),
        new("CSV: no principal name", Row("ConnectionSuccess", "www.facebook.com").Replace("n.ames@rosewood.example", "", StringComparison.Ordinal), "User=n.ames"),
        new("CSV: the system is nobody", Row("ConnectionSuccess", "www.facebook.com").Replace("n.ames@rosewood.example", "", StringComparison.Ordinal).Replace("n.ames", "system", StringComparison.Ordinal), "User="),
        new("CSV: web content filtering", Row("ExploitGuardNetworkProtectionBlocked", "", """{"IsAudit":false,"ResponseCategory":"CustomPolicy","DisplayName":"https://www.facebook.com/","Uri":"https://www.facebook.com/"}"""), "Action=Blocked Host=www.facebook.com Url=https://www.facebook.com/ Category=CustomPolicy"),
        new("CSV: the same, only watched", Row("ExploitGuardNetworkProtectionAudited", "www.facebook.com", """{"IsAudit":true}"""), "Action=Allowed"),
        new("CSV: SmartScreen in Edge", Row("SmartScreenUrlWarning", "https://www.facebook.com/", """{"Experience":"CustomBlockList","ActivityId":"x"}"""), "Action=Blocked Host=www.facebook.com Category=CustomBlockList"),
        new("CSV: gone on all the same", Row("SmartScreenUserOverride", "https://www.facebook.com/"), "Action=Allowed"),
        new("CSV: gone on, another browser", Row("NetworkProtectionUserBypassEvent", "", """{"Uri":"www.facebook.com"}"""), "Action=Allowed Host=www.facebook.com"),
        new("CSV: a handshake that was inspected", Row("SslConnectionInspected", "", """{"direction":"Out","server_name":"www.facebook.com","version":"TLSv12"}"""), "Action=Allowed Host=www.facebook.com"),
        new("CSV: a request that was inspected", Row("HttpConnectionInspected", "", """{"direction":"Out","host":"www.facebook.com","uri":"/","method":"GET"}"""), "Host=www.facebook.com"),
        new("CSV: a query that was inspected", Row("DnsConnectionInspected", "", """{"direction":"Out","query":"www.facebook.com","qtype_name":"A"}"""), "Host=www.facebook.com"),
        new("CSV: a failed connection counts for nothing", Row("ConnectionFailed", "www.facebook.com"), "Action=Other"),
        new("CSV: nor does a try", Row("ConnectionAttempt", "www.facebook.com"), "Action=Other"),
        new("CSV: what others ask of the device", Row("HttpConnectionInspected", "", """{"direction":"In","host":"www.facebook.com"}"""), "Note"),
        new("CSV: another kind of record", Row("InboundConnectionAccepted", ""), "Note"),
        new("streaming", Streamed("ConnectionSuccess", Url), "Time=2026-07-14T09:00:01.123 Device=pc-07 Host=www.facebook.com SourceAddress=10.20.1.5 DestinationAddress=192.0.2.35 User=n.ames Action=Allowed"),
        new("streaming, fields in a text", Streamed("ExploitGuardNetworkProtectionBlocked", "\"RemoteUrl\":null,\"AdditionalFields\":\"{\\\"ResponseCategory\\\":\\\"CustomPolicy\\\",\\\"Uri\\\":\\\"https:\\/\\/www.facebook.com\\/\\\"}\""), "Action=Blocked Host=www.facebook.com Category=CustomPolicy"),
        new("streaming, fields in an object", Streamed("SslConnectionInspected", "\"AdditionalFields\":{\"server_name\":\"www.facebook.com\",\"direction\":\"Out\"}"), "Host=www.facebook.com Action=Allowed"),
        new("a query's result", "{\"Timestamp\":\"2026-07-14T09:00:01.1234567Z\",\"DeviceName\":\"pc-07\",\"ActionType\":\"DnsQueryResponse\",\"AdditionalFields\":\"{\\\"DnsQueryString\\\":\\\"www.facebook.com\\\"}\",\"InitiatingProcessAccountName\":\"n.ames\"}", "Host=www.facebook.com User=n.ames Action=Allowed"),
        new("a query's result, from Sentinel", "{\"TimeGenerated\":\"2026-07-14T09:00:01.1234567Z\",\"DeviceName\":\"pc-07\",\"ActionType\":\"ConnectionSuccess\",\"RemoteUrl\":\"www.facebook.com\"}", "Time=2026-07-14T09:00:01.123 Host=www.facebook.com"),
        new("the header again", "Timestamp,DeviceId,DeviceName,ActionType,RemoteIP,RemotePort,RemoteUrl,LocalIP,LocalPort,Protocol,InitiatingProcessFileName,InitiatingProcessAccountDomain,InitiatingProcessAccountName,InitiatingProcessAccountUpn,ReportId,AdditionalFields", "Note"),
    ];

    private protected override IReadOnlyList<string> Malformed { get; } =
    [
        "2026-07-14T09:00:01.1234567Z,d",
        Row("ConnectionSuccess", "www.facebook.com").Replace("2026-07-14T", "yesterday ", StringComparison.Ordinal),
        Row("", "www.facebook.com"),
        Streamed("ConnectionSuccess", Url)[..^1],
        "{\"Timestamp\":\"2026-07-14T09:00:01Z\",\"RemoteUrl\":\"www.facebook.com\"}",
        Row("ConnectionSuccess", new string('a', 254)),
    ];

    private protected override string? LineAbout(string user) => Streamed("ConnectionSuccess", Url).Replace("\"n.ames\"", JsonSerializer.Serialize(user), StringComparison.Ordinal);

    [Fact]
    public void A_row_without_a_header_before_it_is_refused() =>
        Format.CreateReader(Options).TryParse(System.Text.Encoding.UTF8.GetBytes(Row("ConnectionSuccess", "www.facebook.com")), 1, out _).ShouldBeFalse();

    private static string Row(string kind, string url, string fields = "") =>
        $"2026-07-14T09:00:01.1234567Z,d,pc-07.rosewood.example,{kind},192.0.2.35,443,{url},10.20.1.5,51234,Tcp,msedge.exe,rosewood,n.ames,n.ames@rosewood.example,1,\"{fields.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Streamed(string kind, string fields) =>
        $"{{\"time\":\"2026-07-14T09:00:05.1234567Z\",\"tenantId\":\"t\",\"operationName\":\"Publish\",\"category\":\"AdvancedHunting-DeviceNetworkEvents\",\"properties\":{{\"Timestamp\":\"2026-07-14T09:00:01.1234567Z\",\"DeviceName\":\"pc-07\",\"ActionType\":\"{kind}\",\"RemoteIP\":\"192.0.2.35\",\"RemotePort\":443,\"LocalIP\":\"10.20.1.5\",\"InitiatingProcessAccountName\":\"n.ames\",{fields}}}}}";
}
