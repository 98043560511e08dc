using System.Text;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Enforcement.Dns;

/// <summary>Checks planned files with the resolver's own checker, and lists by reading them again.</summary>
internal static class DnsCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>As <see cref="IEnforcementDriver.CheckAsync"/>.</summary>
    public static async Task<string?> RunAsync(EnforcementTargetConfig target, TargetPlan plan, string stagedEntry, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("rosewood-check-").FullName;
        try
        {
            return target.Format switch
            {
                EnforcementFormat.Unbound => await UnboundAsync(target, stagedEntry, folder, cancellationToken).ConfigureAwait(false),
                EnforcementFormat.Bind => await BindAsync(target, plan, stagedEntry, folder, cancellationToken).ConfigureAwait(false),
                EnforcementFormat.Rpz => await ZoneAsync(target, "rosewood.rpz", stagedEntry, cancellationToken).ConfigureAwait(false),
                EnforcementFormat.Dnsmasq => await ListAsync(target, plan, ["dnsmasq", "--test", "--conf-file=" + stagedEntry], cancellationToken).ConfigureAwait(false),
                _ => await ListAsync(target, plan, [], cancellationToken).ConfigureAwait(false),
            };
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string?> UnboundAsync(EnforcementTargetConfig target, string stagedEntry, string folder, CancellationToken cancellationToken)
    {
        var (config, note) = Config(target, stagedEntry, folder, $"server:\n    module-config: \"respip validator iterator\"\n    chroot: \"\"\n    username: \"\"\n    directory: \"{folder}\"\ninclude: \"{stagedEntry}\"\n");
        if (await CheckAsync(target, ["unbound-checkconf", config], cancellationToken).ConfigureAwait(false) is { } unsaid)
        {
            return unsaid;
        }

        // Without this module Unbound reads response policy zones and passes over them, and its checker says nothing.
        var modules = await ToolRunner.RunAsync("unbound-checkconf", ["-o", "module-config", config], Patience, cancellationToken).ConfigureAwait(false);
        return modules.Output.Split(' ', '\n').Contains("respip", StringComparer.Ordinal)
            ? note
            : throw EnforcementFaults.CheckFailed(target.Name, "unbound-checkconf", $"module-config is \"{modules.Output}\" and lacks respip, without which no name is blocked. Write module-config: \"respip {modules.Output}\" in its server section.").ToException();
    }

    private static async Task<string?> BindAsync(EnforcementTargetConfig target, TargetPlan plan, string stagedEntry, string folder, CancellationToken cancellationToken)
    {
        var (config, note) = Config(target, stagedEntry, folder, $"options {{ directory \"{folder}\"; }};\ninclude \"{stagedEntry}\";\n");
        var unsaid = await CheckAsync(target, ["named-checkconf", config], cancellationToken).ConfigureAwait(false);
        foreach (var part in plan.Parts)
        {
            var name = Path.GetFileName(part.Path);
            unsaid = await ZoneAsync(target, $"{name[..name.LastIndexOf('-')]}.rosewood.rpz", part.Path, cancellationToken).ConfigureAwait(false) ?? unsaid;
        }

        return unsaid ?? note;
    }

    private static Task<string?> ZoneAsync(EnforcementTargetConfig target, string zone, string file, CancellationToken cancellationToken) =>
        CheckAsync(target, ["named-checkzone", "-i", "none", "-k", "ignore", zone, file], cancellationToken);

    private static async Task<string?> ListAsync(EnforcementTargetConfig target, TargetPlan plan, IReadOnlyList<string> checker, CancellationToken cancellationToken)
    {
        if (ListSyntax.FindWrong(target.Format, Encoding.UTF8.GetString(plan.Entry.Content.Span)) is { } wrong)
        {
            throw EnforcementFaults.CheckFailed(target.Name, "Reading the list again", wrong).ToException();
        }

        return checker.Count == 0 ? null : await CheckAsync(target, checker, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The school's configuration with the staged entry in it, or one of ours around it.</summary>
    private static (string Config, string? Note) Config(EnforcementTargetConfig target, string stagedEntry, string folder, string alone)
    {
        var entry = DnsFormats.EntryOf(target);
        if (target.ConfigFile is { } configFile && new ConfigRedirect(entry, stagedEntry, folder).Rewrite(configFile) is { } rewritten)
        {
            return (rewritten, null);
        }

        var wrapper = Path.Combine(folder, "alone.conf");
        File.WriteAllText(wrapper, alone);
        return (wrapper, target.ConfigFile is null ? null : $"{target.ConfigFile} does not include {entry}, so that the files were checked alone. Add the include, as docs/targets says.");
    }

    private static async Task<string?> CheckAsync(EnforcementTargetConfig target, IReadOnlyList<string> command, CancellationToken cancellationToken)
    {
        if (ToolRunner.Find(command[0]) is null)
        {
            return $"{command[0]} is not installed here: the files for {target.Name} were not checked with it.";
        }

        var result = await ToolRunner.RunAsync(command[0], [.. command.Skip(1)], Patience, cancellationToken).ConfigureAwait(false);
        return result.ExitCode == 0 ? null : throw EnforcementFaults.CheckFailed(target.Name, command[0], result.Output).ToException();
    }
}
