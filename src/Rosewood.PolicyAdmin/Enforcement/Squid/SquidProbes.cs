using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Devices;
using Rosewood.PolicyAdmin.Enforcement.Probing;
using Rosewood.PolicyAdmin.Enforcement.Squid.Tunnels;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Enforcement.Squid;

/// <summary>Tunnels asked of the proxy as a real user, as a browser asks for them; nothing is sent through those that open.</summary>
internal static class SquidProbes
{
    /// <summary>A name that IANA keeps for documentation and that always has addresses.</summary>
    private const string Control = "example.com";

    /// <summary>What the probe of the relay is called; it asks for a tunnel to <see cref="Control"/>, and says in a header what it is.</summary>
    private const string Relay = "tunnels.rosewood.invalid";

    private const int DefaultPort = 3128;
    private const int LongestHead = 16 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan WordPatience = TimeSpan.FromSeconds(3);

    /// <summary>What is asked, with what the decision says for this user at this machine's address.</summary>
    public static IReadOnlyList<Probe> For(EnforcementTargetConfig target, EnforcementFacts facts, ProbeScope scope)
    {
        if (target.ProbeAddress is null)
        {
            scope.WhyNot = $"policy.json gives the target {target.Name} no probeAddress. Add the proxy's host and port, such as proxy.rosewood.example:3128.";
            return [];
        }

        if (ProbeServer.Of(target.ProbeAddress, DefaultPort) is not { } server || ProbeServer.SourceFor(server) is not { } source)
        {
            scope.WhyNot = $"{target.ProbeAddress} can't be reached from here. Correct probeAddress, or test from a machine that has a route to the proxy.";
            return [];
        }

        var login = target.Login ? LoginOf(target, facts, scope) : null;
        var password = target.Login ? PasswordOf(target, facts, scope) : null;
        if (target.Login && (login is null || password is null))
        {
            scope.WhyNot = scope.Person is null
                ? $"The proxy asks for a login, and policy.json gives the target {target.Name} no probeUser with probePasswordFile: an account that has no authorisation is best."
                : $"The proxy asks for a login: give {scope.Person.DisplayName}'s password by -PasswordFile, or run the test without -User.";
            return [];
        }

        var address = source.ToString();
        var now = facts.At.UtcTicks;
        var device = facts.Devices.Resolve(address, deviceText: null, now);
        var probes = new List<Probe>();
        foreach (var service in scope.ServicesOf(facts.Access.Catalogue))
        {
            if (facts.Blocks.All.FirstOrDefault(h => string.Equals(h.Service, service.Name, StringComparison.Ordinal) && h.Role == HostRole.Primary) is { } host)
            {
                var decision = facts.Access.Decide(login is null ? null : LoginName.Normalize(login), device.Class, device.Name, service.Name, now);
                probes.Add(new Probe(host.Host, service.Name, decision.Allowed, Reason(decision, login, address, device.Class)) { Login = login, Password = password, SourceAddress = address });
            }
        }

        probes.Add(new Probe(Control, Service: null, ExpectAllowed: true, "belongs to no service") { Login = login, Password = password, SourceAddress = address });
        if (target is { CutTunnels: true, Format: not EnforcementFormat.Static })
        {
            // Behind the others: it takes a question about social media to start the helper.
            probes.Add(new Probe(Relay, Service: null, ExpectAllowed: true, "the relay that closes tunnels answers") { Login = login, Password = password, SourceAddress = address });
        }

        return probes;
    }

    /// <summary>Asks for a tunnel, and says what the answer means.</summary>
    public static async Task<ProbeFinding> RunAsync(EnforcementTargetConfig target, Probe probe, CancellationToken cancellationToken)
    {
        if (target.ProbeAddress is null || ProbeServer.Of(target.ProbeAddress, DefaultPort) is not { } server)
        {
            return new ProbeFinding(Allowed: null, "no proxy to ask");
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            var answer = await AskAsync(server, probe, limit.Token).ConfigureAwait(false);
            return IsOfRelay(probe) ? JudgeRelay(answer) : Judge(answer);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new ProbeFinding(Allowed: null, "no answer in time");
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            return new ProbeFinding(Allowed: null, e.Message);
        }
    }

    /// <summary>What an answer's head says about the request.</summary>
    internal static ProbeFinding Judge(string head)
    {
        if (head.Length < 12 || !head.StartsWith("HTTP/1.", StringComparison.Ordinal) || !int.TryParse(head.AsSpan(9, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var status))
        {
            return new ProbeFinding(Allowed: null, "no HTTP answer");
        }

        var error = Header(head, "X-Squid-Error") ?? "";
        return status switch
        {
            200 => new ProbeFinding(Allowed: true, "200, a tunnel"),
            403 => new ProbeFinding(Allowed: false, error.Contains("/refused-", StringComparison.Ordinal) ? "403, with the block's own page" : "403"),
            407 => new ProbeFinding(Allowed: null, "407, the proxy does not take this login"),
            500 or 503 when error.Contains("CANNOT_FORWARD", StringComparison.Ordinal) => new ProbeFinding(Allowed: false, "no way to forward it: the helper's relay for tunnels does not answer; cache.log tells why"),
            >= 502 and <= 504 => new ProbeFinding(Allowed: true, string.Create(CultureInfo.InvariantCulture, $"{status}, let through, and the site can't be reached")),
            _ => new ProbeFinding(Allowed: null, string.Create(CultureInfo.InvariantCulture, $"status {status}")),
        };
    }

    /// <summary>The same for the relay: nothing but its own word inside the tunnel shows that tunnels go to it.</summary>
    internal static ProbeFinding JudgeRelay(string answer)
    {
        var finding = Judge(answer);
        if (finding.Allowed is true && answer.AsSpan(8).StartsWith(" 200 ") && answer.EndsWith("\r\n\r\n" + TunnelRequest.ProbeWord, StringComparison.Ordinal))
        {
            return new ProbeFinding(Allowed: true, "200, and the relay's word");
        }

        return finding.Allowed is false || !answer.StartsWith("HTTP/1.", StringComparison.Ordinal) || answer.AsSpan(8).StartsWith(" 407")
            ? finding
            : new ProbeFinding(Allowed: false, $"{finding.Result}, but not from the helper's relay. Another cache_peer in squid.conf takes its tunnels: keep it from them, as docs/targets/squid.md says");
    }

    private static bool IsOfRelay(Probe probe) => string.Equals(probe.Host, Relay, StringComparison.Ordinal);

    private static async Task<string> AskAsync(IPEndPoint server, Probe probe, CancellationToken cancellationToken)
    {
        using var socket = new Socket(server.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        if (probe.SourceAddress is { } source)
        {
            socket.Bind(new IPEndPoint(IPAddress.Parse(source), 0));
        }

        await socket.ConnectAsync(server, cancellationToken).ConfigureAwait(false);
        var credentials = probe.Login is null ? "" : $"Proxy-Authorization: Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{probe.Login}:{probe.Password}"))}\r\n";
        var host = IsOfRelay(probe) ? Control : probe.Host;
        var question = IsOfRelay(probe) ? $"{TunnelRequest.ProbeHeader}: 1\r\n" : "";
        await socket.SendAsync(Encoding.ASCII.GetBytes($"CONNECT {host}:443 HTTP/1.1\r\nHost: {host}:443\r\n{credentials}{question}\r\n"), cancellationToken).ConfigureAwait(false);
        var buffer = new byte[LongestHead];
        var length = 0;
        while (length < buffer.Length && !buffer.AsSpan(0, length).EndsWith("\r\n\r\n"u8) && buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8) < 0)
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                break;
            }

            length += read;
        }

        return Encoding.Latin1.GetString(buffer, 0, IsOfRelay(probe) && buffer.AsSpan(8).StartsWith(" 200 "u8) ? await ReadWordAsync(socket, buffer, length, cancellationToken).ConfigureAwait(false) : length);
    }

    /// <summary>Reads on inside the tunnel until the relay's word is there, or could have been.</summary>
    private static async Task<int> ReadWordAsync(Socket socket, byte[] buffer, int length, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(WordPatience);
        try
        {
            while (length < buffer.Length && !buffer.AsSpan(0, length).EndsWith(Encoding.ASCII.GetBytes(TunnelRequest.ProbeWord)))
            {
                var read = await socket.ReceiveAsync(buffer.AsMemory(length), limit.Token).ConfigureAwait(false);
                if (read == 0)
                {
                    break;
                }

                length += read;
            }
        }
        catch (Exception e) when (e is SocketException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // Whoever answered says no more.
        }

        return length;
    }

    private static string? Header(string head, string name) => head.Split("\r\n")
        .TakeWhile(static l => l.Length > 0)
        .Where(l => l.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))
        .Select(l => l[(name.Length + 1)..].Trim())
        .FirstOrDefault();

    private static string? LoginOf(EnforcementTargetConfig target, EnforcementFacts facts, ProbeScope scope) =>
        scope.Login ?? (scope.Person is { } person ? GrantedServices.LoginOf(facts, person) : target.ProbeUser);

    /// <summary>The configured password belongs to the configured account alone.</summary>
    private static string? PasswordOf(EnforcementTargetConfig target, EnforcementFacts facts, ProbeScope scope)
    {
        if (scope.Password is not null || target.ProbePasswordFile is null || target.ProbeUser is null)
        {
            return scope.Password;
        }

        var owner = facts.Access.People.FindByLogin(LoginName.Normalize(target.ProbeUser), facts.At.UtcTicks).Person;
        return scope.Person is null || string.Equals(owner?.Id, scope.Person.Id, StringComparison.Ordinal) ? PasswordFile.Read(target.ProbePasswordFile) : null;
    }

    private static string Reason(AccessDecision decision, string? login, string address, DeviceClass deviceClass) =>
        $"{login ?? "nobody"} at {address}, {(deviceClass == DeviceClass.Unknown ? "unknown, counts as School" : deviceClass.ToString())}: {decision.Reason}{(decision.GrantId is { } id ? $" {id}" : "")}";
}
