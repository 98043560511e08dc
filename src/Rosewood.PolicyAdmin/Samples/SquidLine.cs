using System.Globalization;

namespace Rosewood.PolicyAdmin.Samples;

/// <summary>One line of Squid's native access log.</summary>
/// <param name="AtUtcTicks">When the answer was complete, UTC ticks.</param>
/// <param name="ElapsedMilliseconds">How long it took.</param>
/// <param name="Client">The client's address.</param>
/// <param name="Result">Result code and status, such as <c>TCP_TUNNEL/200</c>.</param>
/// <param name="Bytes">Bytes to the client.</param>
/// <param name="Method">The method.</param>
/// <param name="Url">A URL, or <c>host:port</c> for CONNECT.</param>
/// <param name="User">The login name, or null.</param>
/// <param name="Peer">The server's address, or null when no server was asked.</param>
/// <param name="Type">The content type, or null.</param>
internal readonly record struct SquidLine(
    long AtUtcTicks,
    int ElapsedMilliseconds,
    string Client,
    string Result,
    long Bytes,
    string Method,
    string Url,
    string? User,
    string? Peer,
    string? Type)
{
    /// <summary>The line as Squid writes it, without its newline.</summary>
    public override string ToString()
    {
        var milliseconds = (AtUtcTicks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond;
        var hierarchy = Peer is null ? "HIER_NONE/-" : "HIER_DIRECT/" + Peer;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{milliseconds / 1000}.{milliseconds % 1000:000} {ElapsedMilliseconds,6} {Client} {Result} {Bytes} {Method} {Url} {User ?? "-"} {hierarchy} {Type ?? "-"}");
    }
}
