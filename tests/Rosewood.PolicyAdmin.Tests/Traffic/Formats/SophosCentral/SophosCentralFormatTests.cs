using System.Text.Json;
using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Traffic.Formats.SophosCentral;

namespace Rosewood.PolicyAdmin.Tests.Traffic.Formats.SophosCentral;

/// <summary>
/// Events of Sophos' SIEM API and of its script "Sophos-Central-SIEM-Integration" (JSON, CEF, key-value), event types as Sophos Central's help
/// names them. when, end → Time; source, suser → User; location, dhost → Device; source_info.ip → SourceAddress; name → Url, Host, Category, Action.
/// </summary>
public sealed class SophosCentralFormatTests : LogFormatTests
{
    private const string Cef = "CEF:0|sophos|sophos central|1.0|Event::Endpoint::WebControlViolation|";

    private protected override LogFormat Format { get; } = new SophosCentralFormat();

    private protected override IReadOnlyList<FormatRow> Rows { get; } =
    [
        new("blocked", Event("'https://www.facebook.com' blocked due to category 'Social Networks'"), "Time=2026-11-24T09:00:01.000 User=Nell Ames SourceAddress=10.20.1.5 Host=www.facebook.com Url=https://www.facebook.com Action=Blocked Category=Social Networks Device=PC-07"),
        new("warned: going on is an event of its own", Event("'https://www.facebook.com' warned due to category 'Social Networks'"), "Action=Blocked Category=Social Networks"),
        new("gone on", Event("User bypassed category block to 'https://www.facebook.com/groups/1'"), "Action=Allowed Host=www.facebook.com Category="),
        new("blocked for a threat", Event("Access was blocked to 'www.tiktok.com/x' because of 'Mal/HTMLGen-A'.", "Event::Endpoint::WebFilteringBlocked"), "Action=Blocked Host=www.tiktok.com"),
        new("names of the script", Event("'https://www.tiktok.com' blocked due to category 'Social Networks'").Replace("\"when\"", "\"end\"", StringComparison.Ordinal).Replace("\"source\"", "\"suser\"", StringComparison.Ordinal).Replace("\"location\"", "\"dhost\"", StringComparison.Ordinal).Replace("\"created_at\"", "\"rt\"", StringComparison.Ordinal), "Time=2026-11-24T09:00:01.000 User=Nell Ames Device=PC-07"),
        new("no user", Event("'https://www.tiktok.com' blocked due to category 'Social Networks'", user: "n/a"), "User="),
        new("an address with a quote", Event("'https://www.tiktok.com/it's' blocked due to category 'Social Networks'"), "Url=https://www.tiktok.com/it's Host=www.tiktok.com"),
        new("another event", Event("Update succeeded", "Event::Endpoint::UpdateSuccess"), "Note"),
        new("a sentence without an address", Event("Web control is off"), "Note"),
        new("CEF", Cef + "User bypassed category block to 'https://www.facebook.com'|1|source_info_ip=10.20.1.5 rt=2026-11-24T09:00:29.022Z end=2026-11-24T09:00:01.000Z duid=5a5c endpoint_type=computer suser=ROSEWOOD\\\\nell group=WEB id=1641 dhost=PC-07", "Time=2026-11-24T09:00:01.000 User=ROSEWOOD\\nell SourceAddress=10.20.1.5 Host=www.facebook.com Action=Allowed Device=PC-07"),
        new("CEF of another event", Cef.Replace("WebControlViolation", "UpdateFailure", StringComparison.Ordinal) + "Update failed|1|rt=2026-11-24T09:00:29.022Z end=2026-11-24T09:00:01.000Z suser=nell dhost=PC-07", "Note"),
        new("key=value", "2026-11-24T09:00:29.022Z id=\"1641\"; source_info_ip=\"10.20.1.5\"; rt=\"2026-11-24T09:00:29.022Z\"; end=\"2026-11-24T09:00:01.000Z\"; type=\"Event::Endpoint::WebControlViolation\"; name=\"'https://www.facebook.com' blocked due to category 'Social Networks'\"; suser=\"Nell Ames\"; dhost=\"PC-07\"; group=\"WEB\";", "Time=2026-11-24T09:00:01.000 User=Nell Ames SourceAddress=10.20.1.5 Host=www.facebook.com Action=Blocked Device=PC-07"),
    ];

    private protected override IReadOnlyList<string> Malformed { get; } =
    [
        "{}",
        Event("'https://www.facebook.com' blocked due to category 'x'").Replace("2026-11-24T", "2026-13-24T", StringComparison.Ordinal),
        Event("'https://www.facebook.com' blocked due to category 'x'", "Alert"),
        Event("'https://www.facebook.com' blocked due to category 'x'")[..^1],
        Event("'https://" + new string('a', 254) + "' blocked due to category 'x'"),
        "{\"timestamp\":\"2026-11-24T09:00:01\",\"event_type\":\"http\",\"http\":{\"hostname\":\"www.facebook.com\"}}",
        Cef + "'https://www.facebook.com' blocked due to category 'x'|1|suser=nell dhost=PC-07",
        "Low,\"Nov 24, 2026 9:00 AM\",\"'https://www.facebook.com' blocked due to category 'x'\",nell,PC-07",
    ];

    private protected override string? LineAbout(string user) => Event("'https://www.facebook.com' blocked due to category 'Social Networks'", user: user);

    private static string Event(string name, string type = "Event::Endpoint::WebControlViolation", string user = "Nell Ames") =>
        "{" + $"\"when\":\"2026-11-24T09:00:01.000Z\",\"created_at\":\"2026-11-24T09:00:14.823Z\",\"source_info\":{{\"ip\":\"10.20.1.5\"}},\"customer_id\":\"1\",\"severity\":\"low\",\"endpoint_type\":\"computer\",\"source\":{JsonSerializer.Serialize(user)},\"type\":\"{type}\",\"name\":\"{name}\",\"location\":\"PC-07\",\"id\":\"6161\",\"group\":\"WEB\"" + "}";
}
