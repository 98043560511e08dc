using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Rosewood.PolicyAdmin.Enforcement.Dns;

/// <summary>Asks a resolver one question: over UDP, again over TCP when the answer is cut off. Bounded in time and size.</summary>
internal static class DnsQuery
{
    private const int MostUdp = 4096;
    private const int Tries = 2;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>Asks.</summary>
    /// <param name="server">The resolver.</param>
    /// <param name="source">The address to ask from, or null: as the system chooses.</param>
    /// <param name="host">The host.</param>
    /// <param name="type">The record's type.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The answer; null when none came in time.</returns>
    public static async Task<DnsMessage?> AskAsync(IPEndPoint server, IPAddress? source, string host, ushort type, CancellationToken cancellationToken)
    {
        for (var i = 0; i < Tries; i++)
        {
            var question = DnsMessage.WriteQuestion((ushort)RandomNumberGenerator.GetInt32(ushort.MaxValue + 1), host, type);
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(Patience);
            try
            {
                var answer = await OverUdpAsync(server, source, question, limit.Token).ConfigureAwait(false);
                return answer.IsTruncated ? await OverTcpAsync(server, source, question, limit.Token).ConfigureAwait(false) : answer;
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or IOException)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }
        }

        return null;
    }

    private static async Task<DnsMessage> OverUdpAsync(IPEndPoint server, IPAddress? source, byte[] question, CancellationToken cancellationToken)
    {
        // A connected socket takes answers from the resolver alone.
        using var socket = Open(server, source, SocketType.Dgram, ProtocolType.Udp);
        await socket.ConnectAsync(server, cancellationToken).ConfigureAwait(false);
        await socket.SendAsync(question, cancellationToken).ConfigureAwait(false);
        var buffer = new byte[MostUdp];
        while (true)
        {
            var length = await socket.ReceiveAsync(buffer, cancellationToken).ConfigureAwait(false);
            if (DnsMessage.Read(buffer.AsSpan(0, length), question) is { } answer)
            {
                return answer;
            }
        }
    }

    private static async Task<DnsMessage?> OverTcpAsync(IPEndPoint server, IPAddress? source, byte[] question, CancellationToken cancellationToken)
    {
        using var socket = Open(server, source, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(server, cancellationToken).ConfigureAwait(false);
        await using var stream = new NetworkStream(socket);
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)question.Length);
        await stream.WriteAsync((byte[])[.. length, .. question], cancellationToken).ConfigureAwait(false);
        await stream.ReadExactlyAsync(length, cancellationToken).ConfigureAwait(false);
        var answer = new byte[BinaryPrimitives.ReadUInt16BigEndian(length)];
        await stream.ReadExactlyAsync(answer, cancellationToken).ConfigureAwait(false);
        return DnsMessage.Read(answer, question);
    }

    private static Socket Open(IPEndPoint server, IPAddress? source, SocketType type, ProtocolType protocol)
    {
        var socket = new Socket(server.AddressFamily, type, protocol);
        try
        {
            if (source is not null)
            {
                socket.Bind(new IPEndPoint(source, 0));
            }

            return socket;
        }
        catch
        {
            // An address that is not this machine's any more.
            socket.Dispose();
            throw;
        }
    }
}
