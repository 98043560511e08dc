using System.Text;
using Rosewood.PolicyAdmin.Traffic.Text;

namespace Rosewood.PolicyAdmin.Traffic.Formats.BlueCoat;

/// <summary>Which column holds what; −1: none.</summary>
internal sealed class BlueCoatColumns
{
    /// <param name="header">The names.</param>
    public BlueCoatColumns(ColumnHeader header)
    {
        Count = header.Count;
        Date = header.Find("date", "x-client-date");
        Time = header.Find("time");
        Epoch = header.Find("x-timestamp-unix", "x-timestamp-unix-utc", "timestamp");
        Local = header.Find("localtime");
        Taken = header.Find("time-taken");
        Client = header.Find("c-ip");
        User = header.Find("cs-username", "cs-user", "x-cs-auth-username", "cs-userdn");
        Exception = header.Find("x-exception-id");
        Result = header.Find("sc-filter-result");
        Categories = header.Find("cs-categories", "sc-filter-category", "cs-category", "cs-categories-bluecoat");
        Referrer = header.Find("cs(Referer)", "x-cs-referer-uri");
        Status = header.Find("sc-status");
        Action = header.Find("s-action");
        Scheme = header.Find("cs-uri-scheme");
        Host = header.Find("cs-host", "cs-uri-host", "cs-uri-hostname", "r-dns");
        Path = header.Find("cs-uri-path");
        Query = header.Find("cs-uri-query");
        Uri = header.Find("cs-uri", "c-uri");
        Server = header.Find("s-supplier-ip", "r-ip", "cs-ip", "cs-uri-address");
        Bytes = header.Find("sc-bytes");
        Application = header.Find("x-bluecoat-application-name");
        Machine = header.Find("c-dns", "x-client-machine-name");
    }

    /// <summary>The formats named main (SGOS 6 and 7; with suppliers, as bcreportermain_v1; SGOS 5), for lines without a header.</summary>
    public static ReadOnlySpan<BlueCoatColumns> Main => MainFormats;

    private static readonly BlueCoatColumns[] MainFormats =
    [
        Of("date time time-taken c-ip cs-username cs-auth-group x-exception-id sc-filter-result cs-categories cs(Referer) sc-status s-action cs-method rs(Content-Type) cs-uri-scheme cs-host cs-uri-port cs-uri-path cs-uri-query cs-uri-extension cs(User-Agent) s-ip sc-bytes cs-bytes x-virus-id x-bluecoat-application-name"),
        Of("date time time-taken c-ip cs-username cs-auth-group s-supplier-name s-supplier-ip s-supplier-country s-supplier-failures x-exception-id sc-filter-result cs-categories cs(Referer) sc-status s-action cs-method rs(Content-Type) cs-uri-scheme cs-host cs-uri-port cs-uri-path cs-uri-query cs-uri-extension cs(User-Agent) s-ip sc-bytes cs-bytes x-virus-id x-bluecoat-application-name"),
        Of("date time time-taken c-ip sc-status s-action sc-bytes cs-bytes cs-method cs-uri-scheme cs-host cs-uri-port cs-uri-path cs-uri-query cs-username cs-auth-group s-hierarchy s-supplier-name rs(Content-Type) cs(User-Agent) sc-filter-result cs-categories x-virus-id s-ip"),
    ];

    public int Count { get; }

    public int Date { get; }

    public int Time { get; }

    public int Epoch { get; }

    public int Local { get; }

    public int Taken { get; }

    public int Client { get; }

    public int User { get; }

    public int Exception { get; }

    public int Result { get; }

    public int Categories { get; }

    public int Referrer { get; }

    public int Status { get; }

    public int Action { get; }

    public int Scheme { get; }

    public int Host { get; }

    public int Path { get; }

    public int Query { get; }

    public int Uri { get; }

    public int Server { get; }

    public int Bytes { get; }

    public int Application { get; }

    public int Machine { get; }

    /// <summary>Whether names are those of this proxy, and not of another that writes the same kind of file: a time, a host, a verdict.</summary>
    public static bool Are(ColumnHeader header)
    {
        var columns = new BlueCoatColumns(header);
        return (columns.Epoch >= 0 || columns.Local >= 0 || (columns.Date >= 0 && columns.Time >= 0))
            && (columns.Host >= 0 || columns.Uri >= 0)
            && (columns.Result >= 0 || columns.Action >= 0 || columns.Exception >= 0)
            && header.Find("x-acltag", "x-resultcode-httpstatus") < 0;
    }

    private static BlueCoatColumns Of(string names) => new(new ColumnHeader(Encoding.ASCII.GetBytes(names), (byte)' '));
}
