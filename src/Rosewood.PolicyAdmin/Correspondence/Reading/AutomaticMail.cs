using System.Text;
using Rosewood.PolicyAdmin.Exports;

namespace Rosewood.PolicyAdmin.Correspondence.Reading;

/// <summary>Tells mail that no person wrote: automatic answers, reports of delivery and reading, answers to invitations, journal copies.</summary>
internal static class AutomaticMail
{
    private static readonly string[] Subjects =
    [
        "automatic reply:", "auto reply:", "autoreply:", "out of office:", "auto:", "undeliverable:", "delivery status notification", "mail delivery failed", "delivery has failed",
        "read:", "not read:", "read receipt:", "delivered:", "relayed:", "accepted:", "declined:", "tentative:", "canceled:", "cancelled:", "new time proposed:",
    ];

    /// <summary>Whether a subject is one that programs write.</summary>
    public static bool IsSubject(ReadOnlySpan<byte> subject)
    {
        const int Longest = 32;
        if (subject.IsEmpty)
        {
            return false;
        }

        var begin = ExportText.Decode(subject[..Math.Min(subject.Length, Longest)]);
        return Array.Exists(Subjects, s => begin.StartsWith(s, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether a header says that no person wrote the message.</summary>
    public static bool IsHeader(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value) =>
        Is(name, "Auto-Submitted"u8) ? !Begins(value, "no"u8)
        : Is(name, "X-Autoreply"u8) || Is(name, "X-Autorespond"u8) || Is(name, "X-MS-Journal-Report"u8) ? true
        : Is(name, "Precedence"u8) ? Begins(value, "auto_reply"u8)
        : Is(name, "Return-Path"u8) ? value.SequenceEqual("<>"u8)
        : Is(name, "Content-Type"u8) && (Begins(value, "multipart/report"u8) || Begins(value, "text/calendar"u8));

    /// <summary>Whether a header says that the message went to many by a list.</summary>
    public static bool IsBulk(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value) =>
        Is(name, "List-Id"u8) || Is(name, "List-Unsubscribe"u8) || (Is(name, "Precedence"u8) && (Begins(value, "bulk"u8) || Begins(value, "list"u8) || Begins(value, "junk"u8)));

    private static bool Is(ReadOnlySpan<byte> text, ReadOnlySpan<byte> other) => Ascii.EqualsIgnoreCase(text, other);

    private static bool Begins(ReadOnlySpan<byte> text, ReadOnlySpan<byte> with) => text.Length >= with.Length && Ascii.EqualsIgnoreCase(text[..with.Length], with);
}
