using System.Net.Sockets;
using System.Text;

namespace Rosewood.PolicyAdmin.Enforcement.Squid.Tunnels;

/// <summary>Squid's end of a tunnel: reads the request, answers it, and keeps what was sent behind it.</summary>
/// <param name="socket">The connection; the caller's to close.</param>
internal sealed class TunnelClient(Socket socket)
{
    private const int LongestHead = 32 * 1024;
    private byte[] _rest = [];

    /// <summary>The connection.</summary>
    public Socket Socket => socket;

    /// <summary>What came with the request and belongs into the tunnel.</summary>
    public ReadOnlyMemory<byte> Rest => _rest;

    /// <summary>Reads the request; null when it is none of ours.</summary>
    public async Task<TunnelRequest?> ReadRequestAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[LongestHead];
        var length = 0;
        while (length < buffer.Length)
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                return null;
            }

            var from = Math.Max(0, length - 3);
            length += read;
            if (buffer.AsSpan(from, length - from).IndexOf("\r\n\r\n"u8) is var end and >= 0)
            {
                var head = from + end + 4;
                _rest = buffer[head..length];
                return TunnelRequest.Read(buffer.AsSpan(0, head));
            }
        }

        return null;
    }

    /// <summary>Answers with a status line, and with a few words behind it inside the tunnel.</summary>
    public async Task AnswerAsync(string status, CancellationToken cancellationToken, string inside = "")
    {
        var length = status[0] == '2' ? "" : "Content-Length: 0\r\nConnection: close\r\n";
        ReadOnlyMemory<byte> answer = Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\n{length}\r\n{inside}");
        while (!answer.IsEmpty)
        {
            answer = answer[await socket.SendAsync(answer, cancellationToken).ConfigureAwait(false)..];
        }
    }
}
