using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Enforcement.Dns;

/// <summary>Text in a resolver's files: names from outside stand in comments only, on one line.</summary>
internal static class DnsText
{
    /// <summary>The longest name without its final dot that an owner in a zone of ours may have, the zone's own name left out: RFC 1035's 255 octets less those of <c>block.rosewood.rpz</c>.</summary>
    public const int LongestOwner = 234;

    /// <summary>
    /// How long answers about blocked names may be kept, in seconds. A minute: an opening is felt soon after its publication, and a
    /// blocked page that asks again and again still costs the resolver next to nothing.
    /// </summary>
    public const int Ttl = 60;

    private static readonly SearchValues<char> NotInPaths = SearchValues.Create("\"\\*?[]{}\r\n\t");

    /// <summary>Text for a comment: one line, nothing invisible, not too long.</summary>
    public static string Comment(string text)
    {
        var clean = new StringBuilder();
        foreach (var rune in PlainText.Shorten(PlainText.Clean(text), 120).EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            var hidden = category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
            clean.Append(hidden || rune == Rune.ReplacementChar ? "?" : rune.ToString());
        }

        return clean.ToString();
    }

    /// <summary>The first lines of every file.</summary>
    /// <param name="mark">What starts a comment.</param>
    /// <param name="target">The target's name.</param>
    public static string Head(string mark, string target) =>
        $"{mark} Written by Publish-SocialMediaBlock for the target {Comment(target)}. Changes by hand are lost.\n";

    /// <summary>A file of a plan.</summary>
    public static PlannedFile File(string path, StringBuilder text) => new(path, Encoding.UTF8.GetBytes(text.ToString()));

    /// <summary>A part, whose name holds its content's digest.</summary>
    public static PlannedFile Part(string folder, string name, StringBuilder text)
    {
        var content = Encoding.UTF8.GetBytes(text.ToString());
        var digest = Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 8));
        return new PlannedFile(Path.Combine(folder, $"{name}-{digest}.zone"), content);
    }

    /// <summary>A path inside the quotes of a configuration.</summary>
    /// <exception cref="FaultException"><c>TargetPathInvalid</c>: it holds what these languages read as something else.</exception>
    public static string Quoted(string path)
    {
        var text = OperatingSystem.IsWindows() ? path.Replace('\\', '/') : path;
        return text.AsSpan().ContainsAny(NotInPaths) || PlainText.FindHidden(text) is not null
            ? throw new Fault("TargetPathInvalid", FaultKind.InvalidArgument, path, $"A resolver's configuration can't name '{PlainText.Shorten(path)}'. Choose a path for the target without quotes, backslashes, brackets, stars and question marks.").ToException()
            : $"\"{text}\"";
    }
}
