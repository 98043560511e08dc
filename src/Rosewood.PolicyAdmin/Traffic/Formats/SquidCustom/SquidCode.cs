namespace Rosewood.PolicyAdmin.Traffic.Formats.SquidCustom;

/// <summary>What a <c>%</c> code of a <c>logformat</c> says that is kept; of a code that stands there twice, the first counts.</summary>
internal enum SquidCode
{
    /// <summary>Nothing that is kept.</summary>
    Skipped,

    /// <summary><c>%ts</c></summary>
    Seconds,

    /// <summary><c>%tu</c>, milliseconds.</summary>
    Subseconds,

    /// <summary><c>%tS</c></summary>
    Start,

    /// <summary><c>%tl</c></summary>
    LocalTime,

    /// <summary><c>%tg</c></summary>
    Gmt,

    /// <summary><c>%tr</c>, milliseconds.</summary>
    Elapsed,

    /// <summary><c>%&gt;a</c></summary>
    Client,

    /// <summary><c>%&gt;A</c></summary>
    ClientName,

    /// <summary><c>%&gt;eui</c></summary>
    ClientMac,

    /// <summary><c>%&lt;a</c></summary>
    Server,

    /// <summary><c>%un</c></summary>
    UserName,

    /// <summary><c>%ul</c></summary>
    UserLogin,

    /// <summary><c>%ue</c></summary>
    UserExternal,

    /// <summary><c>%ui</c></summary>
    UserIdent,

    /// <summary><c>%&gt;Hs</c></summary>
    Status,

    /// <summary><c>%Ss</c></summary>
    Result,

    /// <summary><c>%Sh</c></summary>
    Hierarchy,

    /// <summary><c>%&lt;st</c></summary>
    Bytes,

    /// <summary><c>%rm</c></summary>
    Method,

    /// <summary><c>%ru</c></summary>
    Url,

    /// <summary><c>%&gt;rd</c></summary>
    Domain,

    /// <summary><c>%ssl::&gt;sni</c></summary>
    Sni,

    /// <summary><c>%ssl::bump_mode</c></summary>
    BumpMode,

    /// <summary><c>%err_code</c></summary>
    ErrorCode,

    /// <summary><c>%{Referer}&gt;h</c></summary>
    Referrer,

    /// <summary><c>%{Host}&gt;h</c></summary>
    HostHeader,

    /// <summary><c>%&gt;h</c>: all of the request's.</summary>
    Headers,
}

/// <summary>What a code's text looks like, and so where it ends.</summary>
internal enum SquidShape
{
    /// <summary>Anything, up to the literal behind it.</summary>
    Text,

    /// <summary>An address: anything, if it begins like one.</summary>
    Address,

    /// <summary>No blanks.</summary>
    Word,

    /// <summary>Upper case letters and underscores.</summary>
    Tag,

    /// <summary>Digits, perhaps with a sign or a fraction; or a dash.</summary>
    Number,

    /// <summary>A date and time.</summary>
    Time,
}

/// <summary>How Squid protects characters of a value.</summary>
internal enum SquidQuoting
{
    /// <summary>As the code does by itself: percent-encoded or raw.</summary>
    None,

    /// <summary><c>"</c> and <c>/</c>: backslashes.</summary>
    Backslash,

    /// <summary><c>[</c>: percent-encoded; older versions double a backslash.</summary>
    MimeBlob,

    /// <summary><c>#</c>: percent-encoded.</summary>
    Url,

    /// <summary><c>'</c>: as it is.</summary>
    Raw,
}
