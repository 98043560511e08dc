namespace Rosewood.PolicyAdmin.Traffic.Formats.Securly;

/// <summary>
/// The CSV that Securly Filter exports from its activities. "Flagged" is Securly's warning to adults about something that was let through.
/// </summary>
internal sealed class SecurlyFormat : ExportFormat
{
    /// <summary>The name.</summary>
    public const string FormatName = "Securly";

    private static readonly string[] Own = ["Activity Type", "Activity Source", "Activity", "Source", "Org Unit", "Org. unit", "Organizational Unit", "OU", "Student", "Student Email"];

    private static readonly ExportColumns Names = new()
    {
        Time = ["Date & Time", "Date and time", "Date/Time", "Timestamp", "Activity Time", "Time"],
        User = ["Email", "User Email", "Student Email", "Email Address", "User", "User Name", "Student", "Name"],
        SourceAddress = ["IP", "IP Address", "Public IP", "Client IP"],
        Url = ["URL", "Website URL", "Website", "Site", "Activity"],
        Host = ["Domain", "Host", "Site"],
        Action = ["Activity Type", "Type", "Action", "Status", "Result"],
        Category = ["Category", "Categories"],
        Device = ["Device", "Device Name", "MAC Address"],
        Allowed = ExportColumns.Words("allow", "allowed", "accessed", "flagged", "allowed (flagged)"),
    };

    /// <inheritdoc/>
    public override string Name => FormatName;

    /// <inheritdoc/>
    public override string Description => "Securly Filter: CSV export of activities";

    /// <inheritdoc/>
    public override string? CategoryVendor => "Securly";

    /// <inheritdoc/>
    protected override ExportColumns Columns => Names;

    /// <inheritdoc/>
    protected override IReadOnlyList<string[]> Required { get; } =
        [[.. Names.Time, .. Names.Date], Names.User, Names.Url, Names.Action, ["Policy", "Policy Name"], Own];
}
