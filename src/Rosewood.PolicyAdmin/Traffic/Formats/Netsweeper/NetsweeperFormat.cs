namespace Rosewood.PolicyAdmin.Traffic.Formats.Netsweeper;

/// <summary>
/// The CSV of Netsweeper's request logs and of detailed reports made from them, with the columns that were chosen. Also Lenovo NetFilter,
/// which is the same product. An export without a column for what the filter did is not read: it does not tell refused from let through.
/// </summary>
internal sealed class NetsweeperFormat : ExportFormat
{
    /// <summary>The name.</summary>
    public const string FormatName = "Netsweeper";

    private static readonly ExportColumns Names = new()
    {
        Time = ["Timestamp", "Request Time", "Date/Time", "Date & Time", "Time"],
        User = ["Client Name", "Client", "Username", "User Name"],
        SourceAddress = ["Client IP", "Client IP Address", "IP Address"],
        DestinationAddress = ["Destination IP", "Destination IP Address", "Server IP"],
        Url = ["URL", "Request URL", "Requested URL"],
        Host = ["Domain", "Host", "Hostname"],
        Referrer = ["Referrer", "Referer"],
        Action = ["Event Type", "Event", "Action", "Status"],
        Category = ["Category", "Categories", "Category Name", "Category Names", "All Categories"],
        Device = ["Client Host", "Workstation", "Device", "MAC Address"],
        Allowed = ExportColumns.Words("allow", "allowed", "permit", "permitted", "pass", "passed"),
        Blocked = ExportColumns.Words("block", "blocked", "deny", "denied", "deny page"),
    };

    /// <inheritdoc/>
    public override string Name => FormatName;

    /// <inheritdoc/>
    public override string Description => "Netsweeper and Lenovo NetFilter: CSV export of request logs and detailed reports";

    /// <inheritdoc/>
    public override string? CategoryVendor => "Netsweeper";

    /// <inheritdoc/>
    protected override ExportColumns Columns => Names;

    /// <inheritdoc/>
    protected override IReadOnlyList<string[]> Required { get; } =
        [[.. Names.Time, .. Names.Date], ["Client Name", "Client"], Names.SourceAddress, [.. Names.Url, .. Names.Host], Names.Action];
}
