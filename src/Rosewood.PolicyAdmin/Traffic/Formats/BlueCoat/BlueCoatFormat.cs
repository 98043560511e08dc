using Rosewood.PolicyAdmin.Traffic.Text;

namespace Rosewood.PolicyAdmin.Traffic.Formats.BlueCoat;

/// <summary>
/// The access log of Blue Coat's (Symantec's, Broadcom's) ProxySG and Edge SWG: W3C extended, with the line <c>#Fields:</c> that names its
/// columns, or without it where the line is in one of the formats named <c>main</c>.
/// </summary>
internal sealed class BlueCoatFormat : LogFormat
{
    /// <summary>The name.</summary>
    public const string FormatName = "BlueCoat";

    /// <inheritdoc/>
    public override string Name => FormatName;

    /// <inheritdoc/>
    public override string Description => "Blue Coat / Symantec / Broadcom ProxySG and Edge SWG: W3C extended with #Fields, or the main format";

    /// <inheritdoc/>
    public override string? CategoryVendor => "BlueCoat";

    /// <inheritdoc/>
    public override LogReader CreateReader(LogReaderOptions options) => new BlueCoatReader(options);

    /// <inheritdoc/>
    public override byte[]? LastHeader(ReadOnlySpan<byte> text, bool isStart) => W3cHeader.Last(text, static c => BlueCoatColumns.Are(c));
}
