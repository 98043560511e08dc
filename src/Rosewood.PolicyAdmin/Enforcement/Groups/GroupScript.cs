using System.Globalization;
using System.Text;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Enforcement.Groups;

/// <summary>
/// A group's list as a PowerShell script that gives the group exactly these members: of Entra ID where the target has the group's id, else
/// of Active Directory. UTF-8 with a byte order mark: Windows PowerShell takes a script without one for the machine's old code page.
/// </summary>
internal static class GroupScript
{
    private const string GroupMark = "'{group}'";
    private const string MembersMark = "    '{members}'\n";
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static byte[] Write(EnforcementTargetConfig target, IReadOnlyList<GroupEntry> entries)
    {
        var (head, tail) = Frame(target);
        var members = string.Concat(entries.Select(e => $"    @{{ Account = {Quote(e.Account)}; Name = {Quote(e.Name)}; Grant = {Quote(e.Grants)} }}\n"));
        return [.. Encoding.UTF8.Preamble, .. Utf8.GetBytes(head + members + tail)];
    }

    /// <exception cref="FormatException">It is no script of ours for that group.</exception>
    public static IReadOnlyList<GroupEntry> Read(EnforcementTargetConfig target, ReadOnlySpan<byte> content)
    {
        string text;
        try
        {
            text = content.StartsWith(Encoding.UTF8.Preamble) ? Utf8.GetString(content[Encoding.UTF8.Preamble.Length..]) : throw new FormatException("it has no byte order mark");
        }
        catch (DecoderFallbackException e)
        {
            throw new FormatException("it is no UTF-8", e);
        }

        var (head, tail) = Frame(target);
        var at = 0;
        Expect(head);
        var entries = new List<GroupEntry>();
        while (!string.Equals(text[at..], tail, StringComparison.Ordinal))
        {
            Expect("    @{ Account = ");
            var account = ReadQuoted();
            Expect("; Name = ");
            var name = ReadQuoted();
            Expect("; Grant = ");
            entries.Add(new(account, name, ReadQuoted(), Until: null));
            Expect(" }\n");
        }

        return entries;

        void Expect(string part)
        {
            if (!text.AsSpan(at).StartsWith(part, StringComparison.Ordinal))
            {
                throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"it is not sound at character {at + 1}"));
            }

            at += part.Length;
        }

        string ReadQuoted()
        {
            Expect("'");
            var value = new StringBuilder();
            for (; at < text.Length; at++)
            {
                if (IsQuote(text[at]))
                {
                    if (at + 1 == text.Length || !IsQuote(text[at + 1]))
                    {
                        break;
                    }

                    at++;
                }

                value.Append(text[at]);
            }

            Expect("'");
            return value.ToString();
        }
    }

    /// <summary>A literal string: nothing in it is run. PowerShell takes typographic single quotes for its own, so that they are doubled too.</summary>
    internal static string Quote(string text) => $"'{string.Concat(text.Select(static c => IsQuote(c) ? new string(c, 2) : c.ToString()))}'";

    private static bool IsQuote(char c) => c is '\'' or '\u2018' or '\u2019' or '\u201A' or '\u201B';

    private static (string Head, string Tail) Frame(EnforcementTargetConfig target)
    {
        var name = target.GroupId is null ? "DirectoryGroup.ps1" : "EntraGroup.ps1";
        using var reader = new StreamReader(typeof(GroupScript).Assembly.GetManifestResourceStream($"Rosewood.PolicyAdmin.Enforcement.Groups.{name}")!);
        var frame = reader.ReadToEnd().ReplaceLineEndings("\n").Split(MembersMark);
        return (frame[0].Replace(GroupMark, Quote(target.GroupId?.ToString("D") ?? target.GroupName!), StringComparison.Ordinal), frame[1]);
    }
}
