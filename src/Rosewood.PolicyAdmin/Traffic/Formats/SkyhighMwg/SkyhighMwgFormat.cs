using Rosewood.PolicyAdmin.Traffic.Text;

namespace Rosewood.PolicyAdmin.Traffic.Formats.SkyhighMwg;

/// <summary>The <c>access.log</c> of Skyhigh Secure Web Gateway, once McAfee Web Gateway: with the line that names its columns, or in its default form.</summary>
internal sealed class SkyhighMwgFormat : LogFormat
{
    /// <summary>The name.</summary>
    public const string FormatName = "SkyhighMwg";

    /// <inheritdoc/>
    public override string Name => FormatName;

    /// <inheritdoc/>
    public override string Description => "Skyhigh Secure Web Gateway (McAfee Web Gateway): access.log";

    /// <inheritdoc/>
    public override string? CategoryVendor => "Skyhigh";

    /// <summary>The names in a line such as <c>#time_stamp "auth_user" src_ip …</c>; null when it is none of this format.</summary>
    public static ColumnHeader? Header(ReadOnlySpan<byte> line)
    {
        if (line is not [(byte)'#', ..] || line.IndexOf("time_stamp"u8) < 0)
        {
            return null;
        }

        var names = new ColumnHeader(line.TrimEnd(" \r"u8), (byte)' ');
        return names.Find("time_stamp") >= 0 && names.Find("req_line", "url") >= 0 ? names : null;
    }

    /// <inheritdoc/>
    public override LogReader CreateReader(LogReaderOptions options) => new SkyhighMwgReader(options);

    /// <inheritdoc/>
    public override byte[]? LastHeader(ReadOnlySpan<byte> text, bool isStart)
    {
        byte[]? last = null;
        foreach (var whole in new LineEnumerator(text))
        {
            if (whole.IndexOf("time_stamp"u8) < 0)
            {
                continue;
            }

            var line = whole[SyslogHeader.Length(whole)..];
            last = Header(line) is null ? last : line.ToArray();
        }

        return last;
    }
}
