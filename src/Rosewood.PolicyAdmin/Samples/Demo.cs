using System.Globalization;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Samples;

/// <summary>
/// What <c>rosewood demo</c> does: a fresh workspace with the demo school, its logs, and the main job from grant to report, each step a
/// real command that is printed and then run by the console's own binder.
/// </summary>
public static class Demo
{
    private const string FolderName = "rosewood-demo";

    /// <summary>The folder when none is named: below the current one.</summary>
    public static string DefaultFolder => Path.Combine(Directory.GetCurrentDirectory(), FolderName);

    /// <summary>Runs the demo.</summary>
    /// <param name="folder">Where everything goes; must be new, empty, or from an earlier demo.</param>
    /// <param name="run">Runs the console program with these arguments and gives its exit code.</param>
    /// <param name="output">Where the transcript goes; flushed before each command runs.</param>
    /// <param name="cancellationToken">Ends it between two commands.</param>
    /// <returns>0, or 1 when a step came out otherwise than it should.</returns>
    /// <exception cref="FaultException"><c>DemoFolderNotEmpty</c>.</exception>
    public static int Run(string folder, Func<IReadOnlyList<string>, int> run, TextWriter output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(output);
        var shell = DemoShell.OfThisMachine;
        var place = DemoFolder.Prepare(folder);
        output.WriteLine("The demo: a special school of 60 staff, a fortnight of its proxy's log, and the main job from grant to report.");
        output.WriteLine("Each line with rosewood in it is a real command. To try them yourself, paste these two first:");
        output.WriteLine();
        output.WriteLine("  " + shell.Alias(Environment.ProcessPath ?? "rosewood"));
        output.WriteLine("  " + shell.Workspace(place.Workspace));
        DemoTraffic.WriteFiles(place.Logs);

        var number = 0;
        foreach (var step in Steps(place))
        {
            cancellationToken.ThrowIfCancellationRequested();
            output.WriteLine();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{++number}. {step.Heading}"));
            output.WriteLine();
            output.WriteLine("  rosewood " + shell.Line(step.Arguments));
            output.WriteLine();
            output.Flush();
            var refused = run(Placed(step.Arguments, place)) != 0;
            if (refused != step.IsRefused)
            {
                output.WriteLine();
                output.WriteLine(step.IsRefused ? "This command should have been refused, and was not: the demo stops here." : "This command should have worked: the demo stops here.");
                output.Flush();
                return 1;
            }

            output.WriteLine();
            output.WriteLine("  → " + step.LookAt);
        }

        return End(place, output);
    }

    internal static IEnumerable<DemoStep> Steps(DemoFolder place)
    {
        var from = DemoStories.FirstDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var to = DemoStories.LastDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return
        [
            new(
                "A workspace with the demo school in it.",
                ["Initialize-PolicyWorkspace", "-Path", place.Workspace, "-Sample"],
                "Whoever makes a workspace is its first technician: that is you."),
            new(
                "What the proxy logged: last week's file is rotated and compressed.",
                ["Import-FirewallLog", "-Path", Path.Combine(place.Logs, DemoTraffic.RotatedLog), "-Path", Path.Combine(place.Logs, DemoTraffic.CurrentLog)],
                $"{DemoOutage.MalformedLines} lines are malformed: a disk filled up. Of all other browsing nothing is kept. Run it again: nothing counts twice."),
            new(
                "Who used social media against the policy?",
                ["Find-SocialMediaUse", "-From", from, "-To", to],
                "Like-buttons, phones at lunch and machines are not in it; a grant that had ended, a leaver's account and x.com are. -All shows every visit."),
            new(
                "Where is the evidence blind?",
                ["Get-FirewallLogCoverage", "-From", from, "-To", to],
                "On Thursday 12 November a full disk stopped the log for some hours, so nobody can say what happened then; and some computers ask without a login."),
            new(
                "The deputy head needs no authoriser for school mobiles (USE-3).",
                ["Grant-SocialMediaAccess", "-User", "deputy"],
                "The warning says how to open school computers to her too."),
            new(
                "A technician who authorises himself is refused.",
                ["Grant-SocialMediaAccess", "-User", "it.tech", "-Service", "YouTube", "-AuthorisedBy", "it.tech", "-Reason", "Testing the block"],
                "Only SLT authorises, and nobody authorises themselves; the fault says what to do instead.",
                IsRefused: true),
            new(
                "Two people are called Sarah Jones.",
                ["Grant-SocialMediaAccess", "-User", "Sarah Jones", "-Service", "Facebook", "-For", "5d", "-AuthorisedBy", "head", "-Reason", "Winter fair"],
                "Nobody is picked for you: both are listed, with the names that tell them apart.",
                IsRefused: true),
            new(
                "The access register.",
                ["Get-SocialMediaAccess", "-IncludeEnded"],
                "One grant ended, one was revoked, one its named authoriser refused, and one nobody has confirmed yet."),
            new(
                "SLT's report on the fortnight.",
                ["New-PolicyComplianceReport", "-Period", "Custom", "-From", from, "-To", to, "-Format", "Html", "-OutputPath", place.Reports],
                "The page says first what the evidence can't show, then what needs a decision. -Format Html,Csv,Json writes the tables for other programs too."),
            new(
                "And the proof that nobody rewrote any of it.",
                ["Test-PolicyAudit"],
                "Every change above is in the audit trail; the report prints the chain's head as it stood when it was written."),
        ];
    }

    /// <summary>The command as it is run: in the demo's workspace, as the line printed at the beginning sets it for a person.</summary>
    private static List<string> Placed(IReadOnlyList<string> arguments, DemoFolder place) =>
        arguments.Contains(place.Workspace, StringComparer.Ordinal) ? [.. arguments] : [.. arguments, "-Workspace", place.Workspace];

    private static int End(DemoFolder place, TextWriter output)
    {
        var report = Directory.Exists(place.Reports)
            ? Directory.EnumerateFiles(place.Reports, "*.html", SearchOption.AllDirectories).Order(StringComparer.Ordinal).FirstOrDefault()
            : null;
        output.WriteLine();
        output.WriteLine(report is null ? "No report was written: the demo did not reach its end." : "Open the report in a browser:");
        output.WriteLine(report ?? "");
        output.Flush();
        return report is null ? 1 : 0;
    }
}
