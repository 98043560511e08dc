using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using Rosewood.PolicyAdmin.Enforcement.Dns;

namespace Rosewood.PolicyAdmin.Tests.Enforcement.Dns;

public sealed class DnsQueryTests
{
    [Fact]
    public async Task An_answer_that_is_cut_off_is_asked_for_again_over_tcp_and_a_forged_one_is_passed_over()
    {
        using var tcp = new TcpListener(IPAddress.Loopback, 0);
        tcp.Start();
        var place = (IPEndPoint)tcp.LocalEndpoint;
        using var udp = new UdpClient(place);
        var server = Task.Run(async () =>
        {
            var asked = await udp.ReceiveAsync();
            byte[] forged = [.. asked.Buffer];
            (forged[0], forged[2], forged[3]) = ((byte)~forged[0], 0x81, 0x83);
            await udp.SendAsync(forged, asked.RemoteEndPoint);
            byte[] cut = [.. asked.Buffer];
            cut[2] = 0x83;
            await udp.SendAsync(cut, asked.RemoteEndPoint);
            using var client = await tcp.AcceptTcpClientAsync();
            var stream = client.GetStream();
            var length = new byte[2];
            await stream.ReadExactlyAsync(length);
            var question = new byte[BinaryPrimitives.ReadUInt16BigEndian(length)];
            await stream.ReadExactlyAsync(question);
            question[2] = 0x81;
            question[7] = 1;
            byte[] answer = [.. question, 0xC0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 192, 0, 2, 9];
            await stream.WriteAsync((byte[])[0, (byte)answer.Length, .. answer]);
        });

        var found = await DnsQuery.AskAsync(place, source: null, "www.example.com", DnsMessage.TypeA, CancellationToken.None);

        await server;
        found!.Addresses.ShouldBe([IPAddress.Parse("192.0.2.9")]);
    }
}
