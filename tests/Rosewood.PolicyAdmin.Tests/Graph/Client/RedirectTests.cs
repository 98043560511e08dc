using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Kiota.Abstractions;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Graph.Client;

namespace Rosewood.PolicyAdmin.Tests.Graph.Client;

public sealed class RedirectTests
{
    [Theory]
    [InlineData(307)]
    [InlineData(308)]
    [InlineData(302)]
    public async Task A_redirect_is_not_followed_so_that_what_is_sent_goes_nowhere_else(int status)
    {
        using var here = Listen();
        using var elsewhere = Listen();
        var answered = AnswerAsync(here, $"HTTP/1.1 {status} Moved\r\nLocation: {Address(elsewhere)}/v1.0/me/sendMail\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        using var connection = GraphConnection.Create(new GraphConnectionOptions { BaseUrl = new Uri(Address(here)), Retry = new RetryRules { MostTries = 1 } });
        var request = connection.Raw("v1.0", "users/reports@rosewood.example/sendMail");
        request.HttpMethod = Method.POST;
        request.SetStreamContent(new MemoryStream(Encoding.UTF8.GetBytes("{\"a\":\"secret\"}")), "application/json");

        var fault = await Should.ThrowAsync<FaultException>(() => connection.SendAsync(GraphOperation.SendMail, connection.V1, request, CancellationToken.None));

        fault.Fault.Id.ShouldBe("GraphRedirected");
        fault.Fault.Target.ShouldStartWith(Address(elsewhere));
        (await answered).ShouldContain("sendMail");
        elsewhere.Pending().ShouldBeFalse();
    }

    private static TcpListener Listen()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return listener;
    }

    private static string Address(TcpListener listener) => $"http://{listener.LocalEndpoint}";

    /// <summary>Answers one request.</summary>
    /// <returns>Its first line.</returns>
    private static async Task<string> AnswerAsync(TcpListener listener, string answer)
    {
        using var client = await listener.AcceptTcpClientAsync();
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.Latin1);
        var first = await reader.ReadLineAsync() ?? "";
        while (await reader.ReadLineAsync() is { Length: > 0 })
        {
        }

        await stream.WriteAsync(Encoding.Latin1.GetBytes(answer));
        await stream.FlushAsync();

        // Until the client hangs up: a connection closed with unread bytes would be reset, and the answer lost.
        await reader.ReadToEndAsync();
        return first;
    }
}
