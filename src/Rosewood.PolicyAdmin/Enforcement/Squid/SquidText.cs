using System.Globalization;
using System.Text;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Enforcement.Squid;

/// <summary>What the forms of a Squid target have in common.</summary>
internal static class SquidText
{
    /// <summary>The file in the target's folder that <c>squid.conf</c> includes.</summary>
    public const string Entry = "rosewood.conf";

    /// <summary>
    /// The ACL that stands last in the refusing rule. It fits everybody. Where the last one asks for a login, Squid answers 407, as to a
    /// wrong password, instead of 403.
    /// </summary>
    public const string Refused = "rosewood_refused";

    /// <summary>The ACL of the hosts whose tunnels go to the helper's relay.</summary>
    public const string Relayed = "rosewood_relayed";

    /// <summary>The ACL of tunnels.</summary>
    public const string Tunnel = "rosewood_tunnel";

    private const string PathMarks = "/._-+@,=~";

    /// <summary>Leads from Squid's folder of error pages to the root, however deep it lies: <c>deny_info</c> takes names in that folder only.</summary>
    private static readonly string ToRoot = string.Concat(Enumerable.Repeat("../", 16));

    /// <summary>The folder for parts, inside the target's folder.</summary>
    public static string PartsOf(EnforcementTargetConfig target) => Path.Combine(target.Path!, "parts");

    /// <summary>The entry of a target's plan.</summary>
    public static string EntryOf(EnforcementTargetConfig target) => Path.Combine(target.Path!, Entry);

    /// <summary>
    /// A path as a word of <c>squid.conf</c>. Squid takes quotes in some directives and not in others (a helper's command, <c>deny_info</c>),
    /// so that a path with a space or a sign of its own is refused everywhere.
    /// </summary>
    /// <exception cref="FaultException"><c>TargetPathInvalid</c>.</exception>
    public static string Word(string path) =>
        path.All(static c => char.IsLetterOrDigit(c) || PathMarks.Contains(c, StringComparison.Ordinal)) && Path.IsPathRooted(path)
            ? path
            : throw new Fault("TargetPathInvalid", FaultKind.InvalidArgument, path, $"squid.conf can't name '{PlainText.Shorten(path)}'. Choose an absolute path of letters, digits and {PathMarks} only, without spaces.").ToException();

    /// <summary>The lines that have a refusal answered with a page of ours.</summary>
    public static string Refusal(PlannedFile page) => $"acl {Refused} src all\ndeny_info {ToRoot}{Word(page.Path).TrimStart('/')} {Refused}\n";

    /// <summary>Our own log, where the target asks for one: the native form, and in brackets behind it the reason and the grant.</summary>
    public static string Log(EnforcementTargetConfig target) => target.LogPath is null ? "" : $"""
        logformat rosewood %ts.%03tu %6tr %>a %Ss/%03>Hs %<st %rm %ru %[un %Sh/%<a %mt [%et %ea]
        access_log stdio:{Word(target.LogPath)} logformat=rosewood

        """.ReplaceLineEndings("\n");

    /// <summary>Hosts as an ACL's file has them: each with all that lies under it.</summary>
    public static PlannedFile Hosts(EnforcementTargetConfig target, string name, IEnumerable<string> hosts) =>
        List(target, name, hosts.Select(static h => "." + h));

    /// <summary>One value a line.</summary>
    public static PlannedFile List(EnforcementTargetConfig target, string name, IEnumerable<string> values)
    {
        var text = new StringBuilder(TargetText.Head("#", target.Name));
        foreach (var value in values)
        {
            text.Append(value).Append('\n');
        }

        return TargetText.Part(PartsOf(target), name, ".txt", text);
    }

    /// <summary>A duration in a unit that all of Squid's directives take.</summary>
    public static string Seconds(TimeSpan duration) => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, (long)duration.TotalSeconds)} seconds");
}
