using Rosewood.PolicyAdmin.Traffic.Text;

namespace Rosewood.PolicyAdmin.Traffic.Formats.SophosCentral;

/// <summary>
/// What Sophos Central gives out about the web: events of the SIEM integration (JSON, CEF, key=value), the exported events report, and the
/// exported logs of Central Firewall Reporting.
/// </summary>
internal sealed class SophosCentralFormat : LogFormat
{
    /// <summary>The name.</summary>
    public const string FormatName = "SophosCentral";

    /// <inheritdoc/>
    public override string Name => FormatName;

    /// <inheritdoc/>
    public override string Description => "Sophos Central: exported events or firewall reporting (CSV), or the SIEM integration's events (JSON, CEF, key=value)";

    /// <inheritdoc/>
    public override string? CategoryVendor => "Sophos";

    /// <summary>The columns that a header names; null when it is none of this format.</summary>
    public static SophosCentralColumns? Header(ReadOnlySpan<byte> line)
    {
        const int Window = 24;
        line = line.StartsWith("\uFEFF"u8) ? line["\uFEFF"u8.Length..] : line;
        if (line.Length < Window || line[0] == '{' || !line.Contains((byte)',') || line[..Window].IndexOfAnyInRange((byte)'0', (byte)'9') >= 0)
        {
            return null;
        }

        var columns = new SophosCentralColumns(new ColumnHeader(line, (byte)','));
        return columns.AreOurs ? columns : null;
    }

    /// <inheritdoc/>
    public override LogReader CreateReader(LogReaderOptions options) => new SophosCentralReader(options);

    /// <inheritdoc/>
    public override byte[]? LastHeader(ReadOnlySpan<byte> text, bool isStart)
    {
        byte[]? last = null;
        foreach (var line in new LineEnumerator(text))
        {
            last = Header(line) is null ? last : line.ToArray();
        }

        return last;
    }
}
