using System.Globalization;
using System.Text;
using Rosewood.PolicyAdmin.Enforcement.Snapshot;
using Rosewood.PolicyAdmin.Enforcement.Squid.Helper;
using Rosewood.PolicyAdmin.Enforcement.Squid.Tunnels;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Enforcement.Squid;

/// <summary>
/// Squid asks the helper for each request to a host that the catalogue blocks; other sites never wait for it and stay open whatever
/// happens to it. The files hold no grant: those are in the snapshot, so that nothing here changes when one begins or ends.
/// </summary>
internal static class SquidLive
{
    /// <summary>Questions in flight.</summary>
    private const string Channels = "10000";

    public static TargetPlan Plan(EnforcementTargetConfig target, EnforcementFacts facts)
    {
        // The helper opens what lies open under these.
        var social = SquidText.Hosts(target, "social", HostRules.Of(facts.Blocks.All.Select(static h => h.Host), []).All.Select(static r => r.Host));
        var page = DenyPage.Of(target, facts.Config.Enforcement.Contact, hasReason: true);

        // Who somebody is, is asked in a rule of its own: after a question that itself asks for a login (%LOGIN), Squid takes every refusal
        // for a wrong password and answers 407.
        var login = target.Login ? "acl rosewood_known proxy_auth REQUIRED\nhttp_access deny rosewood_social !rosewood_known\n" : "";

        // No answer is kept (ttl, cache), so that each request is decided at its own second. No helper is started before it is needed
        // (children-startup): Squid ends itself when helpers that it starts by itself fail again and again.
        var entry = new StringBuilder(TargetText.Head("#", target.Name));
        entry.Append($"""
            external_acl_type rosewood_access ttl=0 negative_ttl=0 cache=0 children-max=1 children-startup=0 children-idle=1 concurrency={Channels} {HelperLine.Format} {Command(target)}
            acl rosewood_social dstdomain -n "{SquidText.Word(social.Path)}"
            acl rosewood_allows external rosewood_access
            {login}{SquidText.Refusal(page)}http_access deny rosewood_social !rosewood_allows {SquidText.Refused}

            """.ReplaceLineEndings("\n"));
        entry.Append(target.CutTunnels ? Relay(target) : $"client_lifetime {SquidText.Seconds(target.TunnelLimit)}\n");
        entry.Append(SquidText.Log(target));
        return new TargetPlan(TargetText.File(SquidText.EntryOf(target), entry))
        {
            Parts = [social, page],
            PartsFolder = SquidText.PartsOf(target),
            Openings = target.Login ? new SquidPeople(facts).Openings() : [],
            Notes = [.. Notes(target)],
        };
    }

    private static string Command(EnforcementTargetConfig target)
    {
        var program = target.HelperProgram ?? RosewoodProgram.Find() ?? throw EnforcementFaults.ProgramNotFound(RosewoodProgram.Name).ToException();
        var command = $"{SquidText.Word(program)} squid-helper -Snapshot {SquidText.Word(AccessSnapshot.PathOf(target))}";
        return target.CutTunnels
            ? string.Create(CultureInfo.InvariantCulture, $"{command} -Tunnels 127.0.0.1:{target.TunnelPort} -TunnelLimit {(long)target.TunnelLimit.TotalSeconds}")
            : command;
    }

    /// <summary>
    /// Tunnels to social media go through the helper's relay, which is told whose they are; where it is not there, they fail. Squid looks
    /// for a parent when it starts, which is before the helper does; ten times connect-timeout later it tries it all the same. Nobody gets to
    /// the relay's port by asking the proxy for it: it believes what Squid tells it of the client. Whoever asks for a tunnel with the probe's
    /// header gets to the relay too, which says a word to them and nothing more.
    /// </summary>
    private static string Relay(EnforcementTargetConfig target)
    {
        var port = target.TunnelPort.ToString(CultureInfo.InvariantCulture);
        return $"""
            acl rosewood_port port {port}
            http_access deny rosewood_port
            acl {SquidText.Tunnel} method CONNECT
            acl rosewood_probe req_header {TunnelRequest.ProbeHeader} .
            acl {SquidText.Relayed} any-of rosewood_social rosewood_probe
            cache_peer 127.0.0.1 parent {port} 0 no-query no-digest no-netdb-exchange name=rosewood connect-timeout=1 connect-fail-limit=1000000
            cache_peer_access rosewood allow {SquidText.Relayed} {SquidText.Tunnel}
            cache_peer_access rosewood deny all
            never_direct allow {SquidText.Relayed} {SquidText.Tunnel}
            request_header_add {TunnelRequest.ClientHeader} "%#un %>a %>eui" {SquidText.Relayed} {SquidText.Tunnel}
            request_header_add {TunnelRequest.ProbeHeader} 1 rosewood_probe {SquidText.Tunnel}

            """.ReplaceLineEndings("\n");
    }

    private static IEnumerable<string> Notes(EnforcementTargetConfig target)
    {
        if (!target.Login)
        {
            yield return "Without logins nobody is known: no grant opens anything here; personal networks are open out of sessions.";
        }

        if (!target.CutTunnels)
        {
            yield return "A tunnel that is open when its grant ends stays open, since Squid does not ask again inside it. The report tells what outlived its grant; \"cutTunnels\": true closes it at its second.";
        }
    }
}
