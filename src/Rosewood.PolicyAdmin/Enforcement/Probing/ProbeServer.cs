using System.Net;
using System.Net.Sockets;

namespace Rosewood.PolicyAdmin.Enforcement.Probing;

/// <summary>The server that a target's probes ask, and who we are to it.</summary>
internal static class ProbeServer
{
    /// <summary>The end point of <c>host:port</c>, <c>[v6]:port</c>, or an address alone; null when there is no such name.</summary>
    public static IPEndPoint? Of(string text, int defaultPort)
    {
        if (IPEndPoint.TryParse(text, out var server))
        {
            return server.Port == 0 ? new IPEndPoint(server.Address, defaultPort) : server;
        }

        var colon = text.LastIndexOf(':');
        var name = colon < 0 ? text : text[..colon];
        var port = colon >= 0 && ushort.TryParse(text.AsSpan(colon + 1), out var given) ? given : defaultPort;
        try
        {
            return System.Net.Dns.GetHostAddresses(name) is [var first, ..] ? new IPEndPoint(first, port) : null;
        }
        catch (SocketException)
        {
            return null;
        }
    }

    /// <summary>The address that the system would ask from; null without a route. Connecting a UDP socket sends nothing.</summary>
    public static IPAddress? SourceFor(IPEndPoint server)
    {
        try
        {
            using var socket = new Socket(server.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
            socket.Connect(server);
            return (socket.LocalEndPoint as IPEndPoint)?.Address;
        }
        catch (SocketException)
        {
            return null;
        }
    }
}
