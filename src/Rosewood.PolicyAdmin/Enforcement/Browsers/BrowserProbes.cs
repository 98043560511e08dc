using System.Globalization;
using System.Text.RegularExpressions;
using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Enforcement.Probing;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Enforcement.Browsers;

/// <summary>Opens pages in the browser itself, without a window and in a profile that is thrown away; it reads the machine's policy as ever.</summary>
internal static partial class BrowserProbes
{
    /// <summary>A name that IANA keeps for documentation.</summary>
    private const string Control = "example.com";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    /// <summary>The pages to open.</summary>
    public static IReadOnlyList<Probe> For(EnforcementTargetConfig target, EnforcementFacts facts, ProbeScope scope)
    {
        scope.WhyNot = WhyNot(target, facts);
        if (scope.WhyNot is not null)
        {
            return [];
        }

        var access = BrowserAccess.Of(target, facts, force: false);
        var rules = BrowserHosts.Of(facts, access.Services).Rules;
        var probes = new List<Probe>();
        foreach (var service in scope.ServicesOf(facts.Access.Catalogue))
        {
            // The first that the catalogue names is the one that people know.
            var ofService = facts.Blocks.All.Where(h => string.Equals(h.Service, service.Name, StringComparison.Ordinal)).Select(h => h.Host).ToHashSet(StringComparer.Ordinal);
            var host = service.Hosts.FirstOrDefault(h => h.Role == HostRole.Primary && ofService.Contains(h.Host))?.Host;
            if (host is not null)
            {
                var blocked = rules.Blocks(host);
                var reason = (blocked, access.Services.Contains(service.Name)) switch
                {
                    (true, _) => "blocked on school devices",
                    (false, true) => "everyone to whose profile the policy is given may use it",
                    _ => "did not fit into the browser's list",
                };
                probes.Add(new Probe(host, service.Name, !blocked, reason));
            }
        }

        probes.Add(new Probe(Control, Service: null, ExpectAllowed: true, "belongs to no service"));
        return probes;
    }

    /// <summary>Opens one page.</summary>
    public static async Task<ProbeFinding> RunAsync(EnforcementTargetConfig target, Probe probe, CancellationToken cancellationToken)
    {
        if (ProgramOf(target) is not { } program)
        {
            return new ProbeFinding(Allowed: null, "no browser to ask");
        }

        var profile = Directory.CreateTempSubdirectory("rosewood-browser-").FullName;
        try
        {
            var result = await ToolRunner.RunAsync(program, Arguments(profile, probe.Host), Patience, cancellationToken).ConfigureAwait(false);
            return Judge(result, Picture(profile));
        }
        catch (FaultException e)
        {
            return new ProbeFinding(Allowed: null, e.Fault.Message);
        }
        finally
        {
            Remove(profile);
        }
    }

    /// <summary>
    /// What the browser's words mean. A block by policy comes before any packet is sent, so that a name that can't be resolved or a
    /// server that can't be reached was let through by the browser.
    /// </summary>
    internal static ProbeFinding Judge(ToolResult result, string picture)
    {
        if (Failure().Match(result.Output) is not { Success: true } failure)
        {
            return File.Exists(picture) ? new ProbeFinding(Allowed: true, "the page was shown") : new ProbeFinding(Allowed: null, string.Create(CultureInfo.InvariantCulture, $"the browser ended with {result.ExitCode} and showed nothing"));
        }

        var error = failure.Groups["error"].Value;
        if (error is "ERR_BLOCKED_BY_ADMINISTRATOR")
        {
            return new ProbeFinding(Allowed: false, error);
        }

        return Network().IsMatch(error)
            ? new ProbeFinding(Allowed: true, $"let through by the browser, then {error}")
            : new ProbeFinding(Allowed: null, error);
    }

    private static string? WhyNot(EnforcementTargetConfig target, EnforcementFacts facts)
    {
        var page = target.Format switch { EnforcementFormat.Firefox => "about:policies", EnforcementFormat.Edge => "edge://policy", _ => "chrome://policy" };
        var byHand = $"Open {page} on a machine that has the policy, then a blocked site.";
        if (ManagedFolder.Of(target) is not { } folder || target.Format == EnforcementFormat.Firefox)
        {
            return $"{target.Format} on {target.Platform} can't be tried from here. {byHand}";
        }

        if (!string.Equals(Path.GetDirectoryName(TargetPath.Of(target, facts.Paths, PolicyFile.ExtensionOf(target))), folder, StringComparison.Ordinal))
        {
            return $"{target.Format} here reads {folder}, and {target.Name} is written elsewhere. {byHand}";
        }

        if (target.People.Count > 0)
        {
            return $"{target.Name} is for the profiles of some, and a browser started from here is nobody's. {byHand}";
        }

        return ProgramOf(target) is null ? $"{target.Format} is not installed here. {byHand}" : null;
    }

    private static string? ProgramOf(EnforcementTargetConfig target)
    {
        string[] names = target.Format switch
        {
            EnforcementFormat.Chrome => ["google-chrome", "google-chrome-stable"],
            EnforcementFormat.Edge => ["microsoft-edge", "microsoft-edge-stable"],
            _ => ["chromium", "chromium-browser"],
        };
        return names.Select(ToolRunner.Find).FirstOrDefault(p => p is not null);
    }

    private static string Picture(string profile) => Path.Combine(profile, "page.png");

    private static IReadOnlyList<string> Arguments(string profile, string host) =>
    [
        "--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",

        // Chromium's own sandbox refuses to run as root, where it would protect nothing.
        .. Environment.IsPrivilegedProcess ? (string[])["--no-sandbox"] : [],
        $"--user-data-dir={profile}", $"--screenshot={Picture(profile)}", $"http://{host}/",
    ];

    /// <summary>A helper process of the browser may still write for a moment after its end.</summary>
    private static void Remove(string folder)
    {
        const int Tries = 20;
        for (var i = 1; ; i++)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
                return;
            }
            catch (Exception e) when (i < Tries && e is IOException or UnauthorizedAccessException)
            {
                Thread.Sleep(TimeSpan.FromMilliseconds(100));
            }
        }
    }

    [GeneratedRegex(@"Page load failed: net::(?<error>ERR_[A-Z0-9_]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Failure();

    [GeneratedRegex("^ERR_(NAME|DNS|CONNECTION|ADDRESS|INTERNET|PROXY|TUNNEL|CERT|SSL|TIMED|EMPTY|NETWORK|HTTP|INVALID_HTTP|INVALID_RESPONSE|TOO_MANY_REDIRECTS)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Network();
}
