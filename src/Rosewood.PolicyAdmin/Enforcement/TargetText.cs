using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Enforcement;

/// <summary>Text in a target's files: names from outside stand in comments only, on one line.</summary>
internal static class TargetText
{
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
    /// <param name="folder">The folder for parts.</param>
    /// <param name="name">What it is.</param>
    /// <param name="extension">With its dot.</param>
    /// <param name="text">Its content.</param>
    public static PlannedFile Part(string folder, string name, string extension, StringBuilder text)
    {
        var content = Encoding.UTF8.GetBytes(text.ToString());
        var digest = Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 8));
        return new PlannedFile(Path.Combine(folder, $"{name}-{digest}{extension}"), content);
    }
}
