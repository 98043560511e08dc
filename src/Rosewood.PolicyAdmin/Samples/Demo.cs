using System.Globalization;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Safeguarding;
using Rosewood.PolicyAdmin.Storage;
using Rosewood.PolicyAdmin.Workspace;

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
    public static int Run(string folder, Func<IReadOnlyList<string>, int> run, TextWriter output, CancellationToken cancellationToken) =>
        Run(folder, run, (step, place) => Play(step, place, cancellationToken), output, cancellationToken);

    /// <summary>As above, with what plays the parts of others.</summary>
    internal static int Run(string folder, Func<IReadOnlyList<string>, int> run, Action<DemoStep, DemoFolder> play, TextWriter output, CancellationToken cancellationToken)
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
        DemoSignIns.Write(place.Logs);
        DemoMail.Write(place.Logs);
        DemoTexts.Write(place.Logs);
        PrivateFiles.WriteWhole(place.Passphrase, "violet anchor seven lamps\n"u8);

        var number = 0;
        foreach (var step in Steps(place))
        {
            cancellationToken.ThrowIfCancellationRequested();
            output.WriteLine();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{++number}. {step.Heading}"));
            output.WriteLine();
            output.WriteLine((step.By is null ? "  " : $"  ({step.By}) ") + "rosewood " + shell.Line(step.Arguments));
            output.WriteLine();
            output.Flush();
            if (step.By is not null)
            {
                play(step, place);
                output.WriteLine("  → " + step.LookAt);
                continue;
            }

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
                "Does somebody use another's login?",
                ["Find-SharedCredentialUse", "-SignInLog", Path.Combine(place.Logs, DemoSignIns.ExportFile)],
                "One login was at two desks at a time, more than once. Where to look, and no proof: a person asks."),
            new(
                "Do staff write to families from school e-mail?",
                ["Find-UnofficialCorrespondence", "-MessageTrace", Path.Combine(place.Logs, DemoMail.TraceFile)],
                "The office was in copy when a private address wrote to families. The letters themselves are never opened."),
            new(
                "The texts to families.",
                ["Import-TextMessageLog", "-Path", Path.Combine(place.Logs, DemoTexts.ExportFile)],
                "Who, when and which family; never the words."),
            new(
                "Who sent texts without being of those who may?",
                ["Find-TextMessageMisuse"],
                "Texts to families are for the admin team, the head and the deputy (COM-3)."),
            new(
                "A finding becomes an incident, and its route says whom to tell.",
                ["New-PolicyIncident", "-Type", "UnauthorisedUse", "-User", "j.pike", "-Summary", "Personal web mail on a school computer on 16 November"],
                "In PowerShell: Find-SocialMediaUse | New-PolicyIncident. Whoever is concerned is never on the route."),
            new(
                "Safeguarding concerns are sealed, and the safeguarding lead makes the key: here the demo plays her part.",
                ["New-SafeguardingKey", "-KeyPath", place.LeadKey, "-PassphraseFile", place.Passphrase],
                "Her key's file lies in a folder that stands for a USB stick. Not even the technician who owns this computer reads a concern.")
            {
                By = "r.oyelaran",
                Request = new NewSafeguardingKey { KeyPath = place.LeadKey, PassphraseFile = place.Passphrase },
            },
            new(
                "The chair of governors keeps the key for the day on which hers is lost.",
                ["New-SafeguardingKey", "-KeyPath", place.EscrowKey, "-PassphraseFile", place.Passphrase, "-Escrow"],
                "It also opens what is about the safeguarding lead, whom her own key shuts out of it.")
            {
                By = "chair",
                Request = new NewSafeguardingKey { KeyPath = place.EscrowKey, PassphraseFile = place.Passphrase, Escrow = true },
            },
            new(
                "A teacher reports what a pupil sent her.",
                ["New-SafeguardingConcern", "-Kind", "MessageFromChild", "-About", "J. B.", "-What", "A friend request and two photographs", "-Service", "Instagram"],
                "It is sealed at once. rosewood Get-SafeguardingConcern -KeyPath, under the lead's own account, opens it.")
            {
                By = "y.demir",
                Request = new NewSafeguardingConcern { Kind = ConcernKind.MessageFromChild, About = "J. B.", What = "A friend request and two photographs", Service = ["Instagram"] },
            },
            new(
                "Every clause of the policy, and what it stands on today.",
                ["Get-PolicyControl"],
                "Evidence, with its date. Where something is missing or grows old, the line says which command brings it."),
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

    /// <summary>Plays somebody's part, now.</summary>
    private static void Play(DemoStep step, DemoFolder place, CancellationToken cancellationToken)
    {
        using var workspace = WorkspaceLocator.Open(place.Workspace);
        DemoFill.RunAsAsync(step.By!, step.Request!, TimeProvider.System.GetUtcNow(), workspace, cancellationToken).GetAwaiter().GetResult();
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
