using Rosewood.PolicyAdmin.Traffic.Text;

namespace Rosewood.PolicyAdmin.Traffic.Formats.CiscoWsa;

/// <summary>The access log of Cisco's Secure Web Appliance (once IronPort, WSA), and its W3C log.</summary>
internal sealed class CiscoWsaFormat : LogFormat
{
    /// <summary>The name.</summary>
    public const string FormatName = "CiscoWsa";

    /// <inheritdoc/>
    public override string Name => FormatName;

    /// <inheritdoc/>
    public override string Description => "Cisco Secure Web Appliance (WSA): access log, or W3C log with #Fields";

    /// <inheritdoc/>
    public override string? CategoryVendor => "Talos";

    /// <inheritdoc/>
    public override LogReader CreateReader(LogReaderOptions options) => new CiscoWsaReader(options);

    /// <inheritdoc/>
    public override byte[]? LastHeader(ReadOnlySpan<byte> text, bool isStart) => W3cHeader.Last(text, static c => CiscoWsaColumns.Are(c));
}
