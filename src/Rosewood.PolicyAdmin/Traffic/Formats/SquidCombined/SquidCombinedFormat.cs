using Rosewood.PolicyAdmin.Traffic.Formats.SquidCustom;

namespace Rosewood.PolicyAdmin.Traffic.Formats.SquidCombined;

/// <summary>Squid's built-in <c>combined</c> and <c>common</c> formats: the web servers' lines with Squid's result at their end.</summary>
internal sealed class SquidCombinedFormat : LogFormat
{
    /// <summary>The name.</summary>
    public const string FormatName = "SquidCombined";

    private const string Common = "%>a %[ui %[un [%tl] \"%rm %ru %rv\" %>Hs %<st ";
    private const string Result = "%Ss:%Sh";

    // Squid writes these two headers here as they came.
    private const string Headers = "\"%'{Referer}>h\" \"%'{User-Agent}>h\" ";
    private const string MimeHeaders = " [%[>h] [%[<h]";

    private static readonly SquidPattern[] Patterns =
    [
        .. new[] { Common + Headers + Result, Common + Result, Common + Headers + Result + MimeHeaders, Common + Result + MimeHeaders }
            .Select(static p => SquidPattern.Compile(p, out var problem) ?? throw new InvalidOperationException(problem)),
    ];

    /// <inheritdoc/>
    public override string Name => FormatName;

    /// <inheritdoc/>
    public override string Description => "Squid's access.log in its formats combined and common";

    /// <inheritdoc/>
    public override LogReader CreateReader(LogReaderOptions options) => new SquidPatternReader(FormatName, options, Patterns);
}
