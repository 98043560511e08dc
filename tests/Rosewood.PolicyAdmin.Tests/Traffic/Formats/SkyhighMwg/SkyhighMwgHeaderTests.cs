using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Traffic.Formats.SkyhighMwg;

namespace Rosewood.PolicyAdmin.Tests.Traffic.Formats.SkyhighMwg;

/// <summary>An access log whose header names further columns, as administrators add them to the log handler's rule.</summary>
public sealed class SkyhighMwgHeaderTests : LogFormatTests
{
    private const string Names = "#time_stamp \"auth_user\" src_ip server_ip status_code \"req_line\" \"referer\" \"categories\" \"rep_level\" \"media_type\" bytes_to_client \"user_agent\" \"virus_name\" \"block_res\"";

    internal override string SampleName => "SkyhighMwg-header";

    private protected override LogFormat Format { get; } = new SkyhighMwgFormat();

    private protected override string Header => Names;

    private protected override IReadOnlyList<FormatRow> Rows { get; } =
    [
        new("names", Names, "Note"),
        new("allowed", Row(), "Time=2026-11-24T09:00:01.000 User=nell SourceAddress=10.20.1.5 DestinationAddress=157.240.225.35 Host=www.facebook.com Referrer=https://news.example/p Action=Allowed Bytes=512 Category=Social Networking"),
        new("blocked", Row().Replace("\"0\"", "\"10\"", StringComparison.Ordinal), "Action=Blocked"),
        new("no user", Row().Replace("\"nell\"", "\"\"", StringComparison.Ordinal), "User="),
        new("no address", Row().Replace("GET https://www.facebook.com/ HTTP/1.1", "", StringComparison.Ordinal), "Host= Url="),
        new("another site", Row().Replace("www.facebook.com", "www.tiktok.com", StringComparison.Ordinal), "Host=www.tiktok.com"),
    ];

    private protected override IReadOnlyList<string> Malformed { get; } =
    [
        Row() + " \"Facebook\"",
        Row()[..^5],
        "#comment",
    ];

    private protected override string? LineAbout(string user) => Row().Replace("nell", user, StringComparison.Ordinal);

    private static string Row() => "[24/Nov/2026:09:00:01 +0000] \"nell\" 10.20.1.5 157.240.225.35 200 \"GET https://www.facebook.com/ HTTP/1.1\" \"https://news.example/p\" \"Social Networking\" \"Minimal Risk\" \"text/html\" 512 \"Mozilla/5.0 (X11)\" \"\" \"0\"";
}
