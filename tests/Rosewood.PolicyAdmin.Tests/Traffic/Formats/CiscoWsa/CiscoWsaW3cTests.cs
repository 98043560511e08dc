using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Traffic.Formats.CiscoWsa;

namespace Rosewood.PolicyAdmin.Tests.Traffic.Formats.CiscoWsa;

/// <summary>
/// As in the AsyncOS user guide's "W3C Compliant Access Logs" and the Splunk add-on's list of fields for Cisco WSA.
/// timestamp → Time; x-elapsed-time → Duration; c-ip → SourceAddress; x-resultcode-httpstatus, x-acltag → Action; cs-url → Url, Host;
/// cs-username → User; x-result-code → Category, Application.
/// </summary>
public sealed class CiscoWsaW3cTests : LogFormatTests
{
    private const string Fields = "#Fields: timestamp x-elapsed-time c-ip x-resultcode-httpstatus sc-bytes cs-method cs-url cs-username x-hierarchy-origin cs-mime-type x-acltag x-result-code x-suspect-user-agent";

    internal override string SampleName => "CiscoWsa-w3c";

    private protected override LogFormat Format { get; } = new CiscoWsaFormat();

    private protected override string Header => Fields;

    private protected override IReadOnlyList<FormatRow> Rows { get; } =
    [
        new("allowed", Row(), "Time=2026-11-24T09:00:01.250 Duration=97 User=nell@AD SourceAddress=10.20.1.5 Host=www.facebook.com Url=https://www.facebook.com/ Action=Allowed Bytes=8187 Category=IW_snet Application=Facebook General"),
        new("blocked", Row().Replace("DEFAULT_CASE", "BLOCK_WEBCAT", StringComparison.Ordinal), "Action=Blocked"),
        new("a request to log in", Row().Replace("TCP_MISS/200", "TCP_DENIED/407", StringComparison.Ordinal), "Action=Other"),
        new("no user", Row().Replace("\"nell@AD\"", "-", StringComparison.Ordinal), "User="),
        new("server's name where the address is a number", Row().Replace("https://www.facebook.com/", "157.240.225.35:443", StringComparison.Ordinal), "Host=www.facebook.com DestinationAddress=157.240.225.35"),
        new("no decision", Row().Replace("DEFAULT_CASE_12-Pupils-Id-NONE", "-", StringComparison.Ordinal), "Action=Allowed"),
    ];

    private protected override IReadOnlyList<string> Malformed { get; } =
    [
        Row() + " more",
        Row().Replace("1795510801.250", "-", StringComparison.Ordinal),
        "#Fields: date time c-ip cs-host sc-filter-result",
        "x",
    ];

    [Fact]
    public void Lines_about_the_log_are_notes()
    {
        var reader = Reader();
        foreach (var line in new[] { "#Version: 1.0", "#Date: 2026-11-24 09:00:00", "#System: 192.0.2.1 - wsa01.rosewood.example", "#Software: AsyncOS for Web 14.5", Fields })
        {
            reader.TryParse(System.Text.Encoding.UTF8.GetBytes(line), 1, out var parsed).ShouldBeTrue(line);
            parsed.ShouldBeNull(line);
        }
    }

    private protected override string? LineAbout(string user) => Row().Replace("nell@AD", user, StringComparison.Ordinal);

    private static string Row() => "1795510801.250 97 10.20.1.5 TCP_MISS/200 8187 GET https://www.facebook.com/ \"nell@AD\" DIRECT/www.facebook.com text/html DEFAULT_CASE_12-Pupils-Id-NONE <\"IW_snet\",2.8,0,\"-\",0,0,0,-,\"-\",-,-,-,\"-\",-,-,\"-\",\"-\",-,-,\"IW_snet\",-,\"-\",\"-\",\"Facebook General\",\"Facebook\",\"-\",\"-\",198.34,0,-,[Local],\"-\",37> -";
}
