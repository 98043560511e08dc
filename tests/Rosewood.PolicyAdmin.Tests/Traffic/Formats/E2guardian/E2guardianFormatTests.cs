using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Traffic.Formats.E2guardian;
using Rosewood.PolicyAdmin.Traffic.Formats.Squid;

namespace Rosewood.PolicyAdmin.Tests.Traffic.Formats.E2guardian;

/// <summary>
/// e2guardian's wiki, "Access Log File Format" (5 to 8), and the comments of <c>logfileformat</c> in e2guardian.conf and dansguardian.conf
/// (1 to 4). Text between stars, the code 403 and the message number tell what was refused.
/// </summary>
public sealed class E2guardianFormatTests : LogFormatTests
{
    private const string Tail = "\ttext/html\tMozilla/5.0\t-\t250\t-\t";
    private const string Head = "1795510801.123\tfilter1\t";

    private protected override LogFormat Format { get; } = new E2guardianFormat();

    private protected override IReadOnlyList<FormatRow> Rows { get; } =
    [
        new("1: DansGuardian, let through", "2026.11.24 9:00:01 nell 10.20.1.5 http://www.facebook.com/a?b=1  GET 5120 0  1 200 text/html   - - - - -", "Time=2026-11-24T09:00:01.000 User=nell SourceAddress=10.20.1.5 Host=www.facebook.com Url=http://www.facebook.com/a?b=1 Bytes=5120 Action=Allowed Category= Device= Duration=0"),
        new("1: denied", "2026.11.24 9:00:01 nell 10.20.1.5 http://www.facebook.com *DENIED* Banned site: facebook.com GET 0 0 Social networking 1 403 - pc-07 staff Mozilla/5.0 (X11) - - -", "Host=www.facebook.com Action=Blocked Category=Social networking User=nell"),
        new("1: denied by a weighted phrase, whose text may say anything", "2026.11.24 9:00:01 - 10.20.1.5 http://a.example/x *DENIED* Weighted phrase limit of 50 : 120 (GET rich+win) GET 900 120 Gambling 1 403 text/html - - - - -", "User= Action=Blocked Category=Gambling Bytes=900"),
        new("1: date and hour without zeros", "2026.6.4 9:00:01 nell 10.20.1.5 http://a.example/ *EXCEPTION* Exception site match. GET 1 0  1 200 text/html - - - - -", "Time=2026-06-04T08:00:01.000 Action=Allowed"),
        new("1: scanned and denied", "2026.11.24 09:00:01 nell 10.20.1.5 http://a.example/x.zip *SCANNED* *DENIED* Banned extension: .zip GET 1 0 - 1 403 application/zip - - - - -", "Action=Blocked"),
        new("1: infected", "2026.11.24 09:00:01 nell 10.20.1.5 http://a.example/x *INFECTED* *DENIED* Virus found. GET 1 0 - 1 403 text/html - - - - -", "Action=Blocked"),
        new("1: scanned only", "2026.11.24 09:00:01 nell 10.20.1.5 http://a.example/x *SCANNED*  GET 1 0 - 1 200 text/html - - - - -", "Action=Allowed"),
        new("1: a site's own 403 was let through", "2026.11.24 09:00:01 nell 10.20.1.5 http://a.example/x - GET 1 0 - 1 403 text/html - - - - -", "Action=Allowed"),
        new("1: user with a blank", "2026.11.24 09:00:01 Nell Ames 10.20.1.5 https://www.facebook.com:443 - CONNECT 1 0 - 1 200 - - - - - -", "User=Nell Ames Host=www.facebook.com"),
        new("1: the user is an address", "2026.11.24 09:00:01 10.20.1.5 10.20.1.5 http://a.example/x - GET 1 0 - 1 200 text/html - - - - -", "User= SourceAddress=10.20.1.5"),
        new("2: CSV, quoted", "\"2026.11.24 9:00:01\",\"nell\",\"10.20.1.5\",\"http://www.facebook.com/a,b\",\"*DENIED* Banned site: facebook.com\",\"GET\",\"0\",\"0\",\"Social networking\",\"1\",\"403\",\"-\",\"pc-07\",\"staff\",\"Mozilla \"x\" 5\",\"\",\"\",\"\",\"\"", "Host=www.facebook.com Url=http://www.facebook.com/a,b User=nell Action=Blocked Category=Social networking Device=pc-07"),
        new("2: CSV, not quoted (5.4)", "2026.11.24 09:00:01,nell,10.20.1.5,https://www.facebook.com,Banned site: facebook.com,CONNECT,0,0,Social networking,1,403,-,,staff,,,,,", "Host=www.facebook.com User=nell Action=Blocked Category=Social networking"),
        new("2: the same, let through", "2026.11.24 09:00:01,-,10.20.1.5,http://a.example/,,GET,77,0,,1,200,text/html,,staff,,,,,", "Host=a.example User= Action=Allowed Bytes=77 Category="),
        new("4: tabs", "2026.11.24 9:00:01\tnell\t10.20.1.5\thttp://www.instagram.com/\t\tGET\t5120\t0\t\t1\t200\ttext/html\tpc-07.rosewood.example\tstaff\tMozilla/5.0\t\t\t\t", "Host=www.instagram.com User=nell Bytes=5120 Action=Allowed Device=pc-07.rosewood.example"),
        new("4: denied", "2026.11.24 9:00:01\tnell\t10.20.1.5\thttp://www.instagram.com/\t*DENIED* Banned site: instagram.com\tGET\t0\t0\tSocial networking, Photos\t1\t403\t-\t\tstaff\t\t\t\t\t", "Action=Blocked Category=Social networking, Photos"),
        new("5: let through", Head + "nell\t10.20.1.5\t10.20.1.5\thttps://www.facebook.com/a\tGET\t200\t5120" + Tail + "0\t-\t0\t-\tstaff\t1", "Time=2026-11-24T09:00:01.123 Duration=250 User=nell SourceAddress=10.20.1.5 Host=www.facebook.com Bytes=5120 Action=Allowed Device="),
        new("5: denied", Head + "nell\t10.20.1.5\tpc-07\thttps://www.facebook.com\tCONNECT\t403\t0" + Tail + "500\tBanned site: facebook.com\t0\tSocial networking\tstaff\t1", "Action=Blocked Category=Social networking Device=pc-07"),
        new("5: denied, with the older words", Head + "nell\t10.20.1.5\tpc-07\thttps://www.facebook.com\tCONNECT\t200\t0" + Tail + "500\t*DENIED* Banned site: facebook.com\t0\tSocial networking\tstaff\t1", "Action=Blocked"),
        new("6: no server name, blanks left empty", "1795510801.123\t\t\t10.20.1.5\t\thttp://a.example/\tGET\t200\t5120\ttext/html\t\t\t250\t\t0\t\t0\t\tstaff\t1", "User= Host=a.example Action=Allowed"),
        new("7: search terms and flags", Head + "nell\t10.20.1.5\t10.20.1.5\thttps://www.bing.com/search?q=x\tGET\t200\t1" + Tail + "0\t-\t0\t-\tstaff\t1\tx\tGS", "Host=www.bing.com Action=Allowed"),
        new("8: an exception, and the site's own 403", "1795510801.123\t-\tnell\t10.20.1.5\t10.20.1.5\thttps://a.example/x\tGET\t403\t1" + Tail + "602\tException site match.\t0\t-\tstaff\t1\t-\t-", "Action=Allowed"),
        new("8: a site's own 403", "1795510801.123\t-\tnell\t10.20.1.5\t10.20.1.5\thttps://a.example/x\tGET\t403\t1" + Tail + "0\t-\t0\t-\tstaff\t1\t-\t-", "Action=Allowed"),
        new("a request to log in", Head + "-\t10.20.1.5\t10.20.1.5\thttp://www.facebook.com/\tGET\t407\t1" + Tail + "0\t-\t0\t-\tnegotiate_identification\t1", "Action=Other User="),
        new("the network's fault, not the filter's", Head + "nell\t10.20.1.5\t10.20.1.5\thttp://www.facebook.com/\tGET\t403\t1" + Tail + "200\t*NETERROR* Site not responding\t3\t-\tstaff\t1", "Action=Other"),
        new("another language's words", Head + "nell\t10.20.1.5\t10.20.1.5\thttp://www.facebook.com/\tGET\t403\t1" + Tail + "500\t*REFUSE* Site interdit\t0\t-\tstaff\t1", "Action=Blocked"),
        new("logclientnameandip off", Head + "nell\t10.20.1.5\thttps://www.facebook.com/a\tGET\t200\t5120" + Tail + "0\t-\t0\t-\tstaff\t1", "User=nell SourceAddress=10.20.1.5 Host=www.facebook.com"),
        new("the user is an address (ip authentication)", Head + "10.20.1.5\t10.20.1.5\t10.20.1.5\thttp://a.example/\tGET\t200\t1" + Tail + "0\t-\t0\t-\tstaff\t1", "User="),
        new("anonymised", Head + "\t0.0.0.0\t\thttp://a.example/\tGET\t200\t1" + Tail + "0\t-\t0\t-\tstaff\t1", "User= SourceAddress="),
    ];

    private protected override IReadOnlyList<string> Malformed { get; } =
    [
        "2026.11.24 9:00:01 nell 10.20.1.5 http://www.facebook.com/",
        "2026.13.24 9:00:01 nell 10.20.1.5 http://www.facebook.com/ - GET 5120 0 - 1 200 text/html - - - - -",
        "2026.11.24 9:00:01 nell 10.20.1.5 http://www.facebook.com/ - fetch 5120 0 - 1 200 text/html - - - - -",
        "2026.11.24 9:00:01\tnell\t10.20.1.5\thttp://www.instagram.com/\t\tGET\t5120",
        "\"2026.11.24 9:00:01\",\"nell\",\"10.20.1.5\",\"http://www.facebook.com/a,b\",\"\",\"GET\"",
        Head + "nell\t10.20.1.5\t10.20.1.5\thttps://www.facebook.com/a\tGET\tOK\t5120" + Tail + "0\t-\t0\t-\tstaff\t1",
        Head + "nell\t10.20.1.5\t10.20.1.5\thttps://www.facebook.com/a\tGET\t200\t5120",
        "1764028800.123    250 10.20.1.5 TCP_MISS/200 1 GET http://a.example/ u HIER_NONE/- text/html",
    ];

    [Fact]
    public void Format_3_is_Squids_own() =>
        LogFormats.Recognise("1795510801.123    250 10.20.1.5 TCP_DENIED/403 3900 GET http://www.facebook.com/ nell DEFAULT_PARENT/127.0.0.1 text/html\n"u8.ToArray())!.Name.ShouldBe(SquidFormat.FormatName);

    private protected override string? LineAbout(string user) =>
        Head + user + "\t10.20.1.5\t10.20.1.5\thttps://www.facebook.com/a\tGET\t200\t5120" + Tail + "0\t-\t0\t-\tstaff\t1";
}
