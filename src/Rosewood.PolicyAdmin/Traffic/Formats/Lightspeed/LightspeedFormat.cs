namespace Rosewood.PolicyAdmin.Traffic.Formats.Lightspeed;

/// <summary>
/// The CSV that Lightspeed's filter exports from its activity report: the appliance's (Web Filter, Rocket) and the cloud's (Lightspeed
/// Filter). "Redirected" counts as refused: the person did not get to what was asked for.
/// </summary>
internal sealed class LightspeedFormat : ExportFormat
{
    /// <summary>The name.</summary>
    public const string FormatName = "Lightspeed";

    private static readonly ExportColumns Names = new()
    {
        Time = ["Time", "Date/Time", "Date & Time", "Timestamp", "Access Time"],
        User = ["User", "User Name", "Username", "User Email", "Email"],
        SourceAddress = ["IP Address", "Source IP", "Internal IP", "IP"],
        Url = ["Destination", "URL", "Website", "Site", "Domain"],
        Host = ["Domain", "Host"],
        Action = ["Action", "Status", "Access"],
        Category = ["Category", "Categories"],
        Device = ["Computer", "Computer Name", "Device", "Device Name", "Host Name"],
        Bytes = ["Bytes", "Bytes In"],
        Blocked = ExportColumns.Words("block", "blocked", "redirect", "redirected", "locked out", "lockout"),
        Allowed = ExportColumns.Words("allow", "allowed", "overridden", "override"),
    };

    /// <inheritdoc/>
    public override string Name => FormatName;

    /// <inheritdoc/>
    public override string Description => "Lightspeed Filter and Lightspeed Web Filter: CSV export of the activity report";

    /// <inheritdoc/>
    public override string? CategoryVendor => "Lightspeed";

    /// <inheritdoc/>
    protected override ExportColumns Columns => Names;

    /// <inheritdoc/>
    protected override IReadOnlyList<string[]> Required { get; } =
        [[.. Names.Time, .. Names.Date], Names.User, Names.Url, Names.Action, ["User OU", "User Groups", "Reason", "Rule Set", "Ruleset", "Computer", "Computer Name"]];
}
