using System.Text;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Enforcement.Squid;

/// <summary>Has Squid itself read the files, inside the school's <c>squid.conf</c> where it includes them, before they count.</summary>
internal static class SquidCheck
{
    private const string Program = "squid";

    /// <summary>Squid prints each line that it reads; 4 Mi characters are tens of thousands.</summary>
    private const int MostOutput = 4 * 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>As <see cref="IEnforcementDriver.CheckAsync"/>.</summary>
    public static async Task<string?> RunAsync(EnforcementTargetConfig target, TargetPlan plan, string stagedEntry, CancellationToken cancellationToken)
    {
        if (ToolRunner.Find(Program) is null)
        {
            return $"squid is not installed here: the files for {target.Name} were not checked with it.";
        }

        var folder = Directory.CreateTempSubdirectory("rosewood-check-").FullName;
        try
        {
            var redirected = target.ConfigFile is { } configFile ? new ConfigRedirect(plan.Entry.Path, stagedEntry, folder).Rewrite(configFile) : null;
            var config = redirected ?? Alone(target, stagedEntry, folder);
            var result = await ToolRunner.RunAsync(Program, ["-k", "parse", "-f", config], Patience, cancellationToken, MostOutput).ConfigureAwait(false);
            var notes = Judge(target, plan, result);
            return target.ConfigFile is not null && redirected is null
                ? $"{target.ConfigFile} does not include {plan.Entry.Path}, so that the files were checked alone. Add the include before the first http_access that lets anybody through, as docs/targets says."
                : notes;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>What Squid's reading says about the plan, in sentences, or null.</summary>
    /// <exception cref="FaultException"><c>TargetCheckFailed</c>.</exception>
    internal static string? Judge(EnforcementTargetConfig target, TargetPlan plan, ToolResult result)
    {
        var parse = new SquidParse(result.Output, Encoding.UTF8.GetString(plan.Entry.Content.Span));
        if (result.ExitCode != 0 || parse.Refusals.Count > 0)
        {
            var said = result.ExitCode == 0 ? parse.Refusals : parse.Complaints;
            throw EnforcementFaults.CheckFailed(target.Name, "squid -k parse", said.Count > 0 ? string.Join(' ', said) : string.Join(' ', result.Output.Split('\n').TakeLast(3))).ToException();
        }

        var notes = Notes(target, parse, result.IsCut).ToList();
        return notes.Count == 0 ? null : string.Join(' ', notes);
    }

    private static IEnumerable<string> Notes(EnforcementTargetConfig target, SquidParse parse, bool isCut)
    {
        if (isCut)
        {
            yield return "squid.conf is so long that not all of what squid -k parse says of it was read: the order of its http_access lines was not checked. Look that the include stands before the first http_access allow.";
        }
        else if (parse.LetThroughBefore is { } earlier)
        {
            yield return $"squid.conf has '{PlainText.Shorten(earlier)}' before the block, and Squid goes by the first rule that fits: whoever that rule lets through is not blocked. Move the include above it.";
        }

        if (target is { CutTunnels: true, Format: not EnforcementFormat.Static })
        {
            foreach (var parent in parse.OtherParents)
            {
                yield return $"squid.conf has a parent of its own, {parent}, to which tunnels go that are the helper's relay's, and there they outlive their grant. Add below the include: cache_peer_access {parent} deny {SquidText.Relayed} {SquidText.Tunnel}";
            }
        }

        if (target is { LogPath: { } log, ConfigFile: not null } && !isCut && !parse.HasOwnLog)
        {
            yield return $"squid.conf has no access_log line, and with {log} Squid no longer writes its log without one. Add the line: access_log daemon:/var/log/squid/access.log squid";
        }

        if (parse.Remarks.Count > 0)
        {
            yield return $"squid -k parse says of lines in squid.conf that are not ours: {PlainText.Shorten(string.Join(' ', parse.Remarks), 300)}";
        }
    }

    /// <summary>A configuration of ours around the entry.</summary>
    private static string Alone(EnforcementTargetConfig target, string stagedEntry, string folder)
    {
        var config = Path.Combine(folder, "alone.conf");
        File.WriteAllText(config, $"{(target.Login ? "auth_param basic program /bin/false\n" : "")}http_port 127.0.0.1:3128\ninclude {stagedEntry}\nhttp_access deny all\n");
        return config;
    }
}
