using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Enforcement.Publishing;

/// <summary>Has the next needed publication started by the system.</summary>
internal static class ScheduledRun
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    /// <summary>Sets the run, replacing the one that was set before for this workspace, and says in a sentence what will happen.</summary>
    public static string Set(DateTimeOffset at, CommandContext context, CancellationToken cancellationToken)
    {
        const string ByHand = "Let a timer run 'rosewood Publish-SocialMediaBlock -Due' every minute, or run it then; Test-PolicyWorkspace turns red when it was missed.";
        if (context.Config.Enforcement.Scheduler != PublishScheduler.Systemd)
        {
            return ByHand;
        }

        try
        {
            var result = Task.Run(() => ToolRunner.RunAsync("systemd-run", Arguments(at, RosewoodProgram.Find() ?? RosewoodProgram.Name, context.Workspace.Paths.Root), Limit, cancellationToken), cancellationToken).GetAwaiter().GetResult();
            return result.ExitCode == 0 ? "systemd runs it then." : $"systemd did not take the run: {PlainText.WithFullStop(PlainText.Shorten(result.Output, 200))} {ByHand}";
        }
        catch (FaultException e)
        {
            return $"{e.Fault.Message} {ByHand}";
        }
    }

    /// <summary>
    /// What systemd-run is called with: a timer of its own for each instant, so that one set earlier for a nearer instant stays. It does not
    /// outlive a restart of the machine, which Test-PolicyWorkspace tells.
    /// </summary>
    internal static IReadOnlyList<string> Arguments(DateTimeOffset at, string program, string workspace)
    {
        var instant = at.ToUniversalTime();
        var unit = string.Create(CultureInfo.InvariantCulture, $"rosewood-publish-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(workspace)))[..8]}-{instant:yyyyMMddHHmmss}");

        // A tick after the second in which the grant ends, never before it.
        var second = instant.Ticks % TimeSpan.TicksPerSecond == 0 ? instant : instant.AddSeconds(1);
        return
        [
            "--collect",
            "--unit=" + unit,
            string.Create(CultureInfo.InvariantCulture, $"--on-calendar={second:yyyy-MM-dd HH:mm:ss} UTC"),
            "--timer-property=AccuracySec=1s",
            "--",
            program,
            "Publish-SocialMediaBlock",
            "-Due",
            "-Workspace",
            workspace,
        ];
    }
}
