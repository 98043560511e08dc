using System.Text;

namespace Rosewood.PolicyAdmin.Enforcement.Groups;

/// <summary>
/// A group's list as LDIF (RFC 2849) that <c>ldapmodify</c> takes. It replaces <c>memberUid</c> (RFC 2307), which holds login names: the
/// roster has those, and no distinguished names, which <c>member</c> would need. A list of nobody removes every value (RFC 4511, 4.6).
/// </summary>
internal static class GroupLdif
{
    private const int LineLength = 76;
    private const string Note = "# Written by Publish-SocialMediaBlock; changes by hand are lost.";
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static byte[] Write(string groupName, IReadOnlyList<GroupEntry> entries)
    {
        var text = new StringBuilder("version: 1\n\n").Append(Note).Append('\n');
        Add(text, "dn", groupName);
        Add(text, "changetype", "modify");
        Add(text, "replace", "memberUid");
        foreach (var entry in entries)
        {
            Add(text, "memberUid", entry.Account);
        }

        return Utf8.GetBytes(text.Append("-\n").ToString());
    }

    /// <exception cref="FormatException">It is no list of ours for that group.</exception>
    public static IReadOnlyList<GroupEntry> Read(string groupName, ReadOnlySpan<byte> content)
    {
        string[] lines;
        try
        {
            lines = Utf8.GetString(content).Replace("\n ", "", StringComparison.Ordinal).Split('\n');
        }
        catch (DecoderFallbackException e)
        {
            throw new FormatException("it is no UTF-8", e);
        }

        if (lines is not ["version: 1", "", Note, var dn, "changetype: modify", "replace: memberUid", .. var values, "-", ""])
        {
            throw new FormatException("it is not one change of a group");
        }

        return string.Equals(ValueOf("dn", dn), groupName, StringComparison.Ordinal)
            ? [.. values.Select(v => new GroupEntry(ValueOf("memberUid", v), "", "", Until: null))]
            : throw new FormatException("it changes another group");
    }

    private static void Add(StringBuilder text, string attribute, string value)
    {
        var line = IsSafe(value) ? $"{attribute}: {value}" : $"{attribute}:: {Convert.ToBase64String(Utf8.GetBytes(value))}";
        text.Append(line.AsSpan(0, Math.Min(LineLength, line.Length))).Append('\n');
        for (var at = LineLength; at < line.Length; at += LineLength - 1)
        {
            text.Append(' ').Append(line.AsSpan(at, Math.Min(LineLength - 1, line.Length - at))).Append('\n');
        }
    }

    private static string ValueOf(string attribute, string line)
    {
        if (line.StartsWith($"{attribute}: ", StringComparison.Ordinal))
        {
            return line[(attribute.Length + 2)..];
        }

        try
        {
            return line.StartsWith($"{attribute}:: ", StringComparison.Ordinal) ? Utf8.GetString(Convert.FromBase64String(line[(attribute.Length + 3)..])) : throw new FormatException($"a line is no {attribute}");
        }
        catch (DecoderFallbackException e)
        {
            throw new FormatException($"a {attribute} is no UTF-8", e);
        }
    }

    /// <summary>Whether a value is a SAFE-STRING; one that ends with a space is not written as one either.</summary>
    private static bool IsSafe(string value) =>
        value.All(static c => c is > '\0' and <= '\u007F' and not '\r' and not '\n') && value is not [' ' or ':' or '<', ..] and not [.., ' '];
}
