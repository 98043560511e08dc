using System.Text.Json;
using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Traffic.Formats.ZscalerWeb;

namespace Rosewood.PolicyAdmin.Tests.Traffic.Formats.ZscalerWeb;

/// <summary>Zscaler Help, "NSS Feed Output Format: Web Logs" and "General Guidelines for NSS Feeds and Feed Formats": the defaults for Splunk (pairs), CSV and JSON.</summary>
public sealed class ZscalerWebFormatTests : LogFormatTests
{
    private const string Pairs = "2026-07-14 09:00:01\treason=Allowed\tevent_id=7\tprotocol=HTTPS\taction=Allowed\ttransactionsize=2000\tresponsesize=1489\trequestsize=511\turlcategory=Social Networking\tserverip=192.0.2.35\tclienttranstime=0\trequestmethod=GET\trefererURL=news.example/p\tuseragent=Mozilla/5.0 (x)\tproduct=NSS\tlocation=Rosewood School\tClientIP=10.20.1.5\tstatus=200\tuser=n.ames@rosewood.example\turl=www.facebook.com/groups/1?x=1\tvendor=Zscaler\thostname=www.facebook.com\tclientpublicIP=192.0.2.10\tthreatcategory=None\tthreatname=None\tappname=Facebook\tdepartment=Staff\tdevicehostname=PC-07";
    private const string Csv = "\"Tue Jul 14 09:00:01 2026\",\"n.ames@rosewood.example\",\"HTTPS\",\"www.facebook.com/groups/1?x=1,2\",\"Allowed\",\"Facebook\",\"Social Networking\",\"511\",\"1489\",\"0\",\"0\",\"Bandwidth Loss\",\"Social and Family Issues\",\"Social Networking\",\"None\",\"None\",\"0\",\"None\",\"None\",\"Rosewood School\",\"Staff\",\"10.20.1.5\",\"192.0.2.35\",\"GET\",\"200\",\"Mozilla/5.0 (x, y)\",\"news.example/p\",\"None\",\"None\",\"text/html\",\"None\",\"n.ames\",\"PC-07\"";
    private const string Json = """{"sourcetype":"zscalernss-web","event":{"time":"Tue Jul 14 09:00:01 2026","login":"n.ames@rosewood.example","proto":"HTTPS","eurl":"www.facebook.com/groups/1","action":"Allowed","appname":"Facebook","appclass":"Social Networking","reqsize":"511","respsize":"1489","urlcat":"Social Networking","location":"Rosewood School","dept":"Staff","cip":"10.20.1.5","sip":"192.0.2.35","reqmethod":"GET","respcode":"200","ua":"x","ereferer":"None","devicehostname":"PC-07"}}""";

    private protected override LogFormat Format { get; } = new ZscalerWebFormat();

    private protected override IReadOnlyList<FormatRow> Rows { get; } =
    [
        new("pairs", Pairs, "Time=2026-07-14T08:00:01.000 User=n.ames@rosewood.example SourceAddress=10.20.1.5 DestinationAddress=192.0.2.35 Host=www.facebook.com Url=www.facebook.com/groups/1?x=1 Referrer=news.example/p Bytes=1489 Category=Social Networking Application=Facebook Device=PC-07 Action=Allowed"),
        new("pairs, blocked", Pairs.Replace("action=Allowed", "action=Blocked", StringComparison.Ordinal), "Action=Blocked"),
        new("pairs, no host: that of the address, without scheme", Pairs.Replace("hostname=www.facebook.com", "hostname=NA", StringComparison.Ordinal).Replace("url=www.", "url=m.", StringComparison.Ordinal), "Host=m.facebook.com"),
        new("pairs, nobody logged in: the location", Pairs.Replace("user=n.ames@rosewood.example", "user=Rosewood School", StringComparison.Ordinal), "User="),
        new("pairs, nobody logged in: the location and more", Pairs.Replace("user=n.ames@rosewood.example", "user=Rosewood School->other", StringComparison.Ordinal), "User="),
        new("pairs, None and NA", Pairs.Replace("appname=Facebook", "appname=None", StringComparison.Ordinal).Replace("PC-07", "NA", StringComparison.Ordinal).Replace("news.example/p", "None", StringComparison.Ordinal), "Application= Device= Referrer="),
        new("pairs, with an epoch", Pairs + "\tepochtime=1784019601", "Time=2026-07-14T09:00:01.000"),
        new("a request to log in is no block", Pairs.Replace("action=Allowed", "action=Blocked", StringComparison.Ordinal).Replace("status=200", "status=407", StringComparison.Ordinal), "Action=Other"),
        new("a word not known", Pairs.Replace("action=Allowed", "action=Pondered", StringComparison.Ordinal), "Action=Other"),
        new("allowed, whatever the far end says", Pairs.Replace("status=200", "status=403", StringComparison.Ordinal), "Action=Allowed"),
        new("CSV", Csv, "Time=2026-07-14T08:00:01.000 User=n.ames@rosewood.example SourceAddress=10.20.1.5 DestinationAddress=192.0.2.35 Host=www.facebook.com Url=www.facebook.com/groups/1?x=1,2 Referrer=news.example/p Bytes=1489 Category=Social Networking Application=Facebook Device=PC-07 Action=Allowed"),
        new("CSV, doubled quotes", Csv.Replace("x=1,2", "x=\"\"1\"\"", StringComparison.Ordinal), "Url=www.facebook.com/groups/1?x=\"1\""),
        new("CSV, since 2023", "\"Tue Jul 14 09:00:01 2026\",\"n.ames@rosewood.example\",\"HTTPS\",\"www.facebook.com:443\",\"Blocked\",\"Facebook\",\"Unsanctioned\",\"Social Networking\",\"511\",\"1489\",\"Bandwidth Loss\",\"Social and Family Issues\",\"Social Networking\",\"None\",\"None\",\"0\",\"None\",\"None\",\"None\",\"Rosewood School\",\"Staff\",\"10.20.1.5\",\"192.0.2.35\",\"CONNECT\",\"403\",\"x\",\"None\",\"URL\",\"No social media\",\"Other\",\"None\",\"n.ames\",\"PC-07\",\"N/A\"", "Host=www.facebook.com Bytes=1489 Category=Social Networking SourceAddress=10.20.1.5 Action=Blocked Device=PC-07 Referrer="),
        new("CSV, nobody logged in", Csv.Replace("n.ames@rosewood.example", "Rosewood School", StringComparison.Ordinal), "User="),
        new("JSON", Json, "Time=2026-07-14T08:00:01.000 User=n.ames@rosewood.example SourceAddress=10.20.1.5 DestinationAddress=192.0.2.35 Host=www.facebook.com Bytes=1489 Category=Social Networking Application=Facebook Device=PC-07 Referrer= Action=Allowed"),
        new("JSON that says its zone", Json.Replace("\"time\":\"Tue Jul 14 09:00:01 2026\"", "\"time\":\"Tue Jul 14 09:00:01 2026\",\"tz\":\"GMT\"", StringComparison.Ordinal), "Time=2026-07-14T09:00:01.000"),
        new("JSON with the pairs' names", """{"sourcetype":"zscalernss-web","event":{"datetime":"2026-07-14 09:00:01","reason":"x","protocol":"HTTPS","action":"Blocked","responsesize":"1489","urlcategory":"Social Networking","serverip":"192.0.2.35","requestmethod":"GET","refererURL":"None","location":"Rosewood School","ClientIP":"10.20.1.5","status":"403","user":"n.ames","url":"www.facebook.com/","vendor":"Zscaler","hostname":"WWW.Facebook.com"}}""", "Time=2026-07-14T08:00:01.000 User=n.ames Host=www.facebook.com Action=Blocked Bytes=1489"),
        new("JSON with an epoch", Json.Replace("\"login\"", "\"epochtime\":\"1784019601\",\"login\"", StringComparison.Ordinal), "Time=2026-07-14T09:00:01.000"),
    ];

    private protected override IReadOnlyList<string> Malformed { get; } =
    [
        Pairs.Replace("vendor=Zscaler", "vendor=Other", StringComparison.Ordinal),
        Pairs.Replace("action=Allowed\t", "", StringComparison.Ordinal),
        Csv.Replace("\"1489\"", "\"many\"", StringComparison.Ordinal),
        Csv.Replace("Tue Jul 14", "one day", StringComparison.Ordinal),
        Json.Replace("zscalernss", "other", StringComparison.Ordinal),
        Json[..^1],
        Csv.Replace("www.facebook.com", new string('a', 254), StringComparison.Ordinal),
    ];

    private protected override string? LineAbout(string user) => Json.Replace("\"n.ames@rosewood.example\"", JsonSerializer.Serialize(user), StringComparison.Ordinal);
}
