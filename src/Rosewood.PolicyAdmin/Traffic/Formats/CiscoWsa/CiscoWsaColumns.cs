using Rosewood.PolicyAdmin.Traffic.Text;

namespace Rosewood.PolicyAdmin.Traffic.Formats.CiscoWsa;

/// <summary>Which column of a W3C log holds what; −1: none.</summary>
internal sealed class CiscoWsaColumns
{
    /// <param name="header">The names.</param>
    public CiscoWsaColumns(ColumnHeader header)
    {
        Count = header.Count;
        Epoch = header.Find("timestamp", "x-timestamp", "x-epoch-time");
        Date = header.Find("date");
        Time = header.Find("time");
        Elapsed = header.Find("x-elapsed-time");
        Client = header.Find("c-ip", "c-a-ip");
        Result = header.Find("x-resultcode-httpstatus", "sc-result-code");
        Status = header.Find("sc-http-status");
        Bytes = header.Find("sc-bytes");
        Url = header.Find("cs-url", "cs-uri");
        User = header.Find("cs-username", "cs-auth-username");
        Hierarchy = header.Find("x-hierarchy-origin", "s-hierarchy");
        Server = header.Find("s-hostname", "s-computerName");
        ServerAddress = header.Find("s-ip");
        Decision = header.Find("x-acltag");
        Details = header.Find("x-result-code");
        Category = header.Find("x-webcat-code-full", "x-webcat-code-abbr", "x-webcat-req-code-full", "x-webcat-req-code-abbr", "x-webcat-resp-code-abbr");
        Application = header.Find("x-avc-app", "x-ads-app");
        Referrer = header.Find("cs(Referer)");
    }

    public int Count { get; }

    public int Epoch { get; }

    public int Date { get; }

    public int Time { get; }

    public int Elapsed { get; }

    public int Client { get; }

    public int Result { get; }

    public int Status { get; }

    public int Bytes { get; }

    public int Url { get; }

    public int User { get; }

    public int Hierarchy { get; }

    public int Server { get; }

    public int ServerAddress { get; }

    public int Decision { get; }

    public int Details { get; }

    public int Category { get; }

    public int Application { get; }

    public int Referrer { get; }

    /// <summary>Whether names are this appliance's: a time, an address asked for, and what it decided.</summary>
    public static bool Are(ColumnHeader header)
    {
        var columns = new CiscoWsaColumns(header);
        return (columns.Epoch >= 0 || (columns.Date >= 0 && columns.Time >= 0)) && columns.Url >= 0 && (columns.Decision >= 0 || header.Find("x-resultcode-httpstatus") >= 0);
    }
}
