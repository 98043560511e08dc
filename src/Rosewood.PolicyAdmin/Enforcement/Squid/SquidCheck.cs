using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Enforcement.Squid;

/// <summary>Has Squid itself read the files, inside the school's <c>squid.conf</c> where it includes them, before they count.</summary>
internal static class SquidCheck
{
    private const string Program = "squid";
    private const string Processing = "Processing: ";
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
            var result = await ToolRunner.RunAsync(Program, ["-k", "parse", "-f", config], Patience, cancellationToken).ConfigureAwait(false);
            var lines = result.Output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            var wrong = lines.Where(static l => l.Contains("FATAL", StringComparison.Ordinal) || l.Contains("ERROR", StringComparison.Ordinal)).ToList();
            if (result.ExitCode != 0 || wrong.Count > 0)
            {
                throw EnforcementFaults.CheckFailed(target.Name, "squid -k parse", string.Join(' ', wrong.Count > 0 ? wrong : lines.TakeLast(3))).ToException();
            }

            return target.ConfigFile is not null && redirected is null
                ? $"{target.ConfigFile} does not include {plan.Entry.Path}, so that the files were checked alone. Add the include before the first http_access that lets anybody through, as docs/targets says."
                : LetThroughBefore(lines);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>A rule that lets requests through before the block is reached, in words; Squid goes by the first rule that fits.</summary>
    private static string? LetThroughBefore(IEnumerable<string> lines)
    {
        var earlier = lines
            .Select(static l => l.IndexOf(Processing, StringComparison.Ordinal) is var at and >= 0 ? l[(at + Processing.Length)..] : "")
            .TakeWhile(static l => !(l.StartsWith("http_access deny rosewood_", StringComparison.Ordinal)))
            .FirstOrDefault(static l => l.StartsWith("http_access allow ", StringComparison.Ordinal) && !l.EndsWith(" manager", StringComparison.Ordinal));
        return earlier is null
            ? null
            : $"squid.conf has '{PlainText.Shorten(earlier)}' before the block, and Squid goes by the first rule that fits: whoever that rule lets through is not blocked. Move the include above it.";
    }

    /// <summary>A configuration of ours around the entry.</summary>
    private static string Alone(EnforcementTargetConfig target, string stagedEntry, string folder)
    {
        var config = Path.Combine(folder, "alone.conf");
        File.WriteAllText(config, $"{(target.Login ? "auth_param basic program /bin/false\n" : "")}http_port 127.0.0.1:3128\ninclude {stagedEntry}\nhttp_access deny all\n");
        return config;
    }
}
