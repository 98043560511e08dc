namespace Rosewood.PolicyAdmin.Traffic.Formats.E2guardian;

/// <summary>
/// The access log of e2guardian and of DansGuardian, from which it came: <c>logfileformat</c> 1, 2, 4 and 5 to 8. Format 3 is Squid's own
/// and is read as <c>Squid</c>.
/// </summary>
internal sealed class E2guardianFormat : LogFormat
{
    /// <summary>The name.</summary>
    public const string FormatName = "E2guardian";

    /// <inheritdoc/>
    public override string Name => FormatName;

    /// <inheritdoc/>
    public override string Description => "e2guardian's and DansGuardian's access.log, all formats";

    /// <inheritdoc/>
    public override string? CategoryVendor => "E2guardian";

    /// <inheritdoc/>
    public override LogReader CreateReader(LogReaderOptions options) => new E2guardianReader(options);
}
