namespace Rosewood.PolicyAdmin.Traffic.Formats.Smoothwall;

/// <summary>
/// The CSV that Smoothwall Filter exports from its web filter log, in whatever columns were shown. Without a column for what the filter did,
/// a 403 counts as refused: the export does not tell Smoothwall's block page from a site's own refusal.
/// </summary>
internal sealed class SmoothwallFormat : ExportFormat
{
    /// <summary>The name.</summary>
    public const string FormatName = "Smoothwall";

    private static readonly ExportColumns Names = new()
    {
        Time = ["Time", "Date and time", "Date/time", "Timestamp"],
        User = ["Username", "User name", "User"],
        SourceAddress = ["Source IP", "Source IP address", "Client IP"],
        Url = ["URL", "URLs", "Requested URL"],
        Host = ["Domain", "Domains", "Host"],
        Action = ["Action", "Filter action", "Filter result", "Result", "Policy action"],
        Status = ["Code", "HTTP code", "Response code", "Status code"],
        Category = ["Category", "Categories"],
        Device = ["Hostname", "Client hostname", "Device"],
        Bytes = ["Size", "Bytes", "Bandwidth"],
    };

    /// <inheritdoc/>
    public override string Name => FormatName;

    /// <inheritdoc/>
    public override string Description => "Smoothwall Filter: CSV export of the web filter log";

    /// <inheritdoc/>
    public override string? CategoryVendor => "Smoothwall";

    /// <inheritdoc/>
    protected override ExportColumns Columns => Names;

    /// <inheritdoc/>
    protected override IReadOnlyList<string[]> Required { get; } = [[.. Names.Time, .. Names.Date], Names.User, Names.SourceAddress, [.. Names.Url, .. Names.Host], Names.Status, ["Group", "Groups", .. Names.Category]];
}
