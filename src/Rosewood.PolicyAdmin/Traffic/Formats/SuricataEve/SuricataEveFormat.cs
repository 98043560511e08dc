namespace Rosewood.PolicyAdmin.Traffic.Formats.SuricataEve;

/// <summary>Suricata's <c>eve.json</c>.</summary>
internal sealed class SuricataEveFormat : LogFormat
{
    /// <summary>The name.</summary>
    public const string FormatName = "SuricataEve";

    /// <inheritdoc/>
    public override string Name => FormatName;

    /// <inheritdoc/>
    public override string Description => "Suricata's eve.json: http, tls, dns, quic and blocking alerts";

    /// <inheritdoc/>
    public override LogReader CreateReader(LogReaderOptions options) => new SuricataEveReader(options);
}
