using System.Text.Json;
using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Traffic.Formats.Netskope;

namespace Rosewood.PolicyAdmin.Tests.Traffic.Formats.Netskope;

/// <summary>Netskope's "Transaction Events" (fields and their order), its log streaming, and the events and alerts of its REST API v2.</summary>
public sealed class NetskopeFormatTests : LogFormatTests
{
    private const string Event = """{"_id":"e","timestamp":1784019601,"type":"nspolicy","access_method":"Client","user":"n.ames@rosewood.example","userip":"10.20.1.5","srcip":"192.0.2.10","dstip":"192.0.2.35","url":"www.facebook.com/groups/1","domain":"www.facebook.com","site":"facebook","app":"Facebook","category":"Social","activity":"Browse","action":"block","policy":"No social media","hostname":"PC-07","server_bytes":1489,"client_bytes":511,"traffic_type":"CloudApp"}""";
    private const string Transaction = """{"bytes":"2000","c-ip":"192.0.2.10","cs-bytes":"511","cs-host":"www.facebook.com","cs-method":"GET","cs-referer":"https://news.example/p","cs-uri":"/groups/1","cs-username":"n.ames@rosewood.example","date":"2026-07-14","s-ip":"192.0.2.35","sc-bytes":"1489","sc-status":"200","time":"09:00:01","time-taken":"250","x-category":"Social","x-other-category":"-","x-c-device":"Windows Device","x-cs-access-method":"Client","x-cs-app":"Facebook","x-cs-sni":"www.facebook.com","x-cs-timestamp":"1784019601","x-cs-url":"https://www.facebook.com/groups/1","x-cs-userip":"10.20.1.5","x-error":"-","x-policy-action":"allow","x-type":"http_transaction"}""";

    private protected override LogFormat Format { get; } = new NetskopeFormat();

    private protected override IReadOnlyList<FormatRow> Rows { get; } =
    [
        new("W3C, no header", Row(' ', "n.ames@rosewood.example", "allow"), "Time=2026-07-14T09:00:01.000 Duration=250 User=n.ames@rosewood.example SourceAddress=10.20.1.5 DestinationAddress=192.0.2.35 Host=www.facebook.com Url=https://www.facebook.com/groups/1 Referrer=https://news.example/p Bytes=1489 Application=Facebook Category=Social,School Policy Action=Allowed"),
        new("log streaming's CSV, no header", Row(',', "n.ames@rosewood.example", "block"), "User=n.ames@rosewood.example Host=www.facebook.com Action=Blocked Category=Social,School Policy"),
        new("W3C, the user is an address", Row(' ', "10.20.1.5", "allow"), "User= SourceAddress=10.20.1.5"),
        new("W3C, nobody", Row(' ', "-", "allow"), "User="),
        new("W3C, warned", Row(' ', "n.ames", "useralert"), "Action=Allowed"),
        new("W3C, told", Row(' ', "n.ames", "alert"), "Action=Allowed"),
        new("W3C, a word not known", Row(' ', "n.ames", "pondered"), "Action=Other"),
        new("W3C, no policy was asked", Row(' ', "n.ames", "NotChecked"), "Action=Allowed"),
        new("W3C, failed before a policy was asked", Row(' ', "n.ames", "NotChecked", "client-ssl"), "Action=Other"),
        new("W3C, blocked by the TLS policy", Row(' ', "n.ames", "-", tls: "Block"), "Action=Blocked"),
        new("W3C, the first generation has no verdict", string.Join(' ', Row(' ', "n.ames", "-").Split(' ')[..46]), "User=n.ames Host=www.facebook.com Url=/groups/1 Action=Allowed"),
        new("JSON transaction", Transaction, "Time=2026-07-14T09:00:01.000 Duration=250 User=n.ames@rosewood.example SourceAddress=10.20.1.5 DestinationAddress=192.0.2.35 Host=www.facebook.com Bytes=1489 Application=Facebook Category=Social Action=Allowed"),
        new("JSON transaction, its date is UTC", Transaction.Replace("1784019601", "-", StringComparison.Ordinal), "Time=2026-07-14T09:00:01.000"),
        new("JSON transaction, no host: that of the handshake", Transaction.Replace("\"cs-host\":\"www.facebook.com\"", "\"cs-host\":\"-\"", StringComparison.Ordinal), "Host=www.facebook.com"),
        new("JSON event, blocked", Event, "Time=2026-07-14T09:00:01.000 User=n.ames@rosewood.example SourceAddress=10.20.1.5 DestinationAddress=192.0.2.35 Host=www.facebook.com Url=www.facebook.com/groups/1 Application=Facebook Category=Social Device=PC-07 Bytes=1489 Action=Blocked"),
        new("JSON event, a page: no verdict", Event.Replace("\"action\":\"block\",", "", StringComparison.Ordinal).Replace("nspolicy", "page", StringComparison.Ordinal), "Action=Allowed"),
        new("JSON event, the user is an address", Event.Replace("n.ames@rosewood.example", "10.20.1.5", StringComparison.Ordinal).Replace("\"userip\":\"10.20.1.5\",", "", StringComparison.Ordinal), "User= SourceAddress=10.20.1.5"),
        new("JSON event, an application without a host", Event.Replace("www.facebook.com/groups/1", "", StringComparison.Ordinal).Replace("www.facebook.com", "", StringComparison.Ordinal), "Host= Application=Facebook"),
        new("JSON event, about no visit", """{"timestamp":1784019601,"type":"nspolicy","access_method":"API Connector","user":"n.ames"}""", "Note"),
        new("the file's head", "#Version: 1.0", "Note"),
    ];

    private protected override IReadOnlyList<string> Malformed { get; } =
    [
        "2026-07-14 09:00:01 250 511 1489 2000 192.0.2.10 192.0.2.35 n.ames GET https",
        Row(' ', "n.ames", "allow").Replace("1784019601", "x", StringComparison.Ordinal),
        Row(' ', "n.ames", "allow").Replace("\"Mozilla/5.0 (x, y)\"", "\"Mozilla/5.0 (x, y)", StringComparison.Ordinal),
        "#comment",
        Transaction[..^1],
        Event.Replace("1784019601", "\"yesterday\"", StringComparison.Ordinal),
        Transaction.Replace("\"cs-host\":\"www.facebook.com\"", $"\"cs-host\":\"{new string('a', 254)}\"", StringComparison.Ordinal),
    ];

    private protected override string? LineAbout(string user) => Event.Replace("\"n.ames@rosewood.example\"", JsonSerializer.Serialize(user), StringComparison.Ordinal);

    [Theory]
    [InlineData("#Fields: date time cs-username cs-host x-policy-action x-cs-access-method x-cs-userip", "2026-07-14 09:00:01 n.ames www.facebook.com block Client 10.20.1.5")]
    [InlineData("date,time,x-cs-access-method,x-policy-action,cs-username,x-cs-userip,cs-host", "2026-07-14,09:00:01,Client,block,n.ames,10.20.1.5,www.facebook.com")]
    public void A_header_says_where_fields_are(string header, string line)
    {
        var reader = Reader();
        reader.Begin(System.Text.Encoding.UTF8.GetBytes(header));
        reader.TryParse(System.Text.Encoding.UTF8.GetBytes(line), 1, out var parsed).ShouldBeTrue();
        (parsed!.User, parsed.Host, parsed.SourceAddress, parsed.Action).ShouldBe(("n.ames", "www.facebook.com", "10.20.1.5", LogAction.Blocked));
        var text = System.Text.Encoding.UTF8.GetBytes(header + "\n" + line + "\n");
        System.Text.Encoding.UTF8.GetString(Format.LastHeader(text, isStart: true)!).ShouldBe(header);
        LogFormats.Detect(text)[0].Format.Name.ShouldBe("Netskope");
    }

    private static string Row(char delimiter, string user, string verdict, string error = "-", string tls = "Decrypt")
    {
        var fields = Enumerable.Repeat("-", 139).ToArray();
        (fields[0], fields[1], fields[2], fields[3], fields[4], fields[5]) = ("2026-07-14", "09:00:01", "250", "511", "1489", "2000");
        (fields[6], fields[7], fields[8], fields[9], fields[10]) = ("192.0.2.10", "192.0.2.35", user, "GET", "https");
        (fields[12], fields[17], fields[18], fields[20], fields[22], fields[23]) = ("\"Mozilla/5.0 (x, y)\"", "www.facebook.com", "/groups/1", "https://news.example/p", "Client", "Facebook");
        (fields[41], fields[43], fields[46], fields[47], fields[53]) = ("1784019601", "10.20.1.5", "Social", "\"School Policy\"", "www.facebook.com");
        (fields[90], fields[111], fields[135], fields[137]) = (tls, "https://www.facebook.com/groups/1", error, verdict);
        return string.Join(delimiter, fields);
    }
}
