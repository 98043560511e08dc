using System.Net;
using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Enforcement.Addresses;
using Rosewood.PolicyAdmin.Enforcement.Probing;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Enforcement.Dns;

/// <summary>Questions to the resolver itself, as the client that this machine is to it.</summary>
internal static class DnsProbes
{
    /// <summary>A name that IANA keeps for documentation and that always has addresses.</summary>
    private const string Control = "example.com";

    private const int DefaultPort = 53;

    /// <summary>What is asked, with what the decision says for this machine's address.</summary>
    public static IReadOnlyList<Probe> For(EnforcementTargetConfig target, EnforcementFacts facts, ProbeScope scope)
    {
        if (target.ProbeAddress is null)
        {
            scope.WhyNot = $"policy.json gives the target {target.Name} no probeAddress. Add the resolver's address, such as 10.20.9.53:53.";
            return [];
        }

        if (ProbeServer.Of(target.ProbeAddress, DefaultPort) is not { } server || ProbeServer.SourceFor(server) is not { } source)
        {
            scope.WhyNot = $"{target.ProbeAddress} can't be reached from here. Give probeAddress an IP address that this machine has a route to.";
            return [];
        }

        var address = source.ToString();
        var now = facts.At.UtcTicks;
        var clients = DnsFormats.HasViews(target.Format) ? DnsClients.Of(facts, force: false) : null;
        var prefix = AddressPrefix.Parse(address);
        var open = clients?.Pieces.Where(p => prefix is { } own && p.Prefix.Contains(own)).Select(p => p.Open).FirstOrDefault();
        var device = facts.Devices.Resolve(address, deviceText: null, now);
        var catalogue = facts.Access.Catalogue;
        var probes = new List<Probe>();
        foreach (var service in scope.ServicesOf(catalogue))
        {
            if (facts.Blocks.All.FirstOrDefault(h => string.Equals(h.Service, service.Name, StringComparison.Ordinal) && h.Role == HostRole.Primary) is { } host)
            {
                var decision = facts.Access.Decide(device.AssignedUser, device.Class, device.Name, service.Name, now);
                var allowed = open?.Has(catalogue.IndexOf(service.Name)) ?? false;
                probes.Add(new Probe(host.Host, service.Name, allowed, Reason(decision, allowed, address, device.Class, clients is not null)) { SourceAddress = address });
            }
        }

        probes.Add(new Probe(Control, Service: null, ExpectAllowed: true, "belongs to no service") { SourceAddress = address });
        if (target.Format != EnforcementFormat.Hosts && open is not { IsAll: true })
        {
            probes.Add(new Probe(BypassHost.Canary, Service: null, ExpectAllowed: false, "tells Firefox to leave DNS over HTTPS off") { SourceAddress = address });
            probes.Add(new Probe(BypassHost.Relay, Service: null, ExpectAllowed: false, "tells Apple's devices that iCloud Private Relay is not available") { SourceAddress = address });
        }

        return probes;
    }

    /// <summary>Asks, and says what an answer means.</summary>
    public static async Task<ProbeFinding> RunAsync(EnforcementTargetConfig target, Probe probe, CancellationToken cancellationToken)
    {
        if (target.ProbeAddress is null || ProbeServer.Of(target.ProbeAddress, DefaultPort) is not { } server)
        {
            return new ProbeFinding(Allowed: null, "no resolver to ask");
        }

        var source = probe.SourceAddress is { } text && IPAddress.TryParse(text, out var parsed) ? parsed : null;
        foreach (var type in new[] { DnsMessage.TypeA, DnsMessage.TypeAaaa })
        {
            var answer = await DnsQuery.AskAsync(server, source, probe.Host, type, cancellationToken).ConfigureAwait(false);
            switch (answer)
            {
                case null:
                    return new ProbeFinding(Allowed: null, "no answer in time");
                case { Code: 3 }:
                    return new ProbeFinding(Allowed: false, "NXDOMAIN");
                case { Code: 0, Addresses.Count: > 0 }:
                    return Judge(target, answer.Addresses);
                case { Code: not 0 }:
                    return new ProbeFinding(Allowed: null, answer.Code switch { 2 => "SERVFAIL", 5 => "REFUSED", var code => $"response code {code}" });
            }
        }

        // For a signal that is a no; for other names it tells nothing, since many hosts have no address of their own.
        return BypassHost.All.Any(b => b.IsSignal && string.Equals(b.Host, probe.Host, StringComparison.Ordinal))
            ? new ProbeFinding(Allowed: false, "no address")
            : new ProbeFinding(Allowed: null, "no address");
    }

    private static ProbeFinding Judge(EnforcementTargetConfig target, IReadOnlyList<IPAddress> addresses)
    {
        var block = target.BlockAddress is { } given && IPAddress.TryParse(given, out var parsed) ? parsed : null;
        var blocked = addresses.All(a => a.Equals(block) || a.Equals(IPAddress.Any) || a.Equals(IPAddress.IPv6Any));
        return new ProbeFinding(!blocked, blocked ? $"the block address {addresses[0]}" : addresses[0].ToString());
    }

    private static string Reason(AccessDecision decision, bool allowed, string address, Devices.DeviceClass deviceClass, bool hasViews)
    {
        if (!hasViews)
        {
            return "this format blocks every client";
        }

        return decision.Allowed == allowed
            ? $"{address} is {deviceClass}: {decision.Reason}"
            : $"{address} is {deviceClass}: {decision.Reason}, but a resolver opens only what lets nobody else in";
    }
}
