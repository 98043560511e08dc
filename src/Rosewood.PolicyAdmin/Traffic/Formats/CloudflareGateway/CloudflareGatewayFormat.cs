namespace Rosewood.PolicyAdmin.Traffic.Formats.CloudflareGateway;

/// <summary>Cloudflare Gateway's datasets <c>gateway_dns</c>, <c>gateway_http</c> and <c>gateway_network</c> as Logpush writes them.</summary>
internal sealed class CloudflareGatewayFormat : LogFormat
{
    /// <summary>The name.</summary>
    public const string FormatName = "CloudflareGateway";

    /// <inheritdoc/>
    public override string Name => FormatName;

    /// <inheritdoc/>
    public override string Description => "Cloudflare Gateway's DNS, HTTP and network logs (Logpush)";

    /// <inheritdoc/>
    public override string CategoryVendor => "Cloudflare";

    /// <inheritdoc/>
    public override LogReader CreateReader(LogReaderOptions options) => new CloudflareGatewayReader(options);
}
