using System.Globalization;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Correspondence.Texts;

/// <summary>Says what the search among texts looked at, and what it could not see: silence is no proof of good order.</summary>
/// <param name="messages">All messages of the period.</param>
/// <param name="signs">Those that the school sent.</param>
/// <param name="phones">How many numbers of families are recorded.</param>
/// <param name="unknownRulings">How many accounts of a ruling are nobody's.</param>
internal sealed class TextSight(IReadOnlyList<TextMessage> messages, IReadOnlyList<TextSign> signs, int phones, int unknownRulings)
{
    private readonly int _numbers = Numbers(signs, static t => t is TextRecipient.Family or TextRecipient.Unknown);
    private readonly int _unknownNumbers = Numbers(signs, static t => t is TextRecipient.Unknown);

    /// <summary>Whether the register of families is whole enough to wonder about numbers that it lacks.</summary>
    public bool AreNumbersKnown => phones > 0 && _unknownNumbers <= _numbers * TextWeights.MostUnknownNumbers;

    /// <summary>All of it, in sentences that name nobody.</summary>
    public IEnumerable<string> Sentences(TimeZoneInfo zone, DateTimeOffset? imported, int possible, int dismissed)
    {
        yield return Looked(zone, imported);
        yield return "Not seen: " + string.Join(" ", Blind());
        if (unknownRulings > 0)
        {
            yield return $"{PlainText.Count(unknownRulings, "account", "accounts")} under correspondence.textSenders in policy.json {(unknownRulings == 1 ? "is" : "are")} nobody's on the roster. Check the spelling.";
        }

        if (possible > 0)
        {
            yield return $"{PlainText.Count(possible, "finding is", "findings are")} only possible, and not shown. See them with -IncludePossible.";
        }

        if (dismissed > 0)
        {
            yield return $"{PlainText.Count(dismissed, "finding was", "findings were")} held back by a dismissal. See Get-FindingSuppression.";
        }
    }

    private string Looked(TimeZoneInfo zone, DateTimeOffset? imported)
    {
        var received = messages.Count - signs.Count;
        var span = signs.Count == 0 ? "" : $" from {Day(signs[0].Message.UtcTicks, zone)} to {Day(signs[^1].Message.UtcTicks, zone)}";
        var newest = imported is { } at ? $" The newest import was on {Day(at.UtcTicks, zone)}." : "";
        return $"Looked at {PlainText.Count(signs.Count, "text that was sent", "texts that were sent")}{span}{(received > 0 ? $"; {PlainText.Count(received, "answer", "answers")} of families left aside" : "")}.{newest}";
    }

    private IEnumerable<string> Blind()
    {
        yield return "Texts from private phones and school mobiles never pass the text service and cannot be seen.";
        if (Number(static s => s.IsShared) is > 0 and var shared)
        {
            yield return $"{PlainText.Count(shared, "text was", "texts were")} sent with logins that several people use: by whom can't be told.";
        }

        if (Number(static s => s.To == TextRecipient.Unread) is > 0 and var unread)
        {
            yield return $"{PlainText.Count(unread, "text has", "texts have")} no number that could be read: to whom it went is not known.";
        }

        if (Number(static s => s.To == TextRecipient.NotComparable) is > 0 and var old)
        {
            yield return $"{PlainText.Count(old, "text was", "texts were")} recorded under a key that is gone: to whom it went can't be told any more.";
        }

        if (Number(static s => s.To == TextRecipient.Staff) is > 0 and var staff)
        {
            yield return $"{PlainText.Count(staff, "text went", "texts went")} to work numbers of staff or other phones of the school's.";
        }

        if (phones == 0)
        {
            yield return "No phone number of any family is recorded, so whom texts went to is not known: import them with Import-FamilyContact.";
        }
        else if (!AreNumbersKnown)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{_unknownNumbers:N0} of {_numbers:N0} numbers are of no recorded family: the register seems old, so unknown numbers are not judged. Import families again with Import-FamilyContact.");
        }
    }

    private int Number(Func<TextSign, bool> which) => signs.Count(which);

    private static int Numbers(IReadOnlyList<TextSign> signs, Func<TextRecipient, bool> which) =>
        signs.Where(s => which(s.To)).Select(static s => s.Message.Number).Distinct().Count();

    private static string Day(long ticks, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(new DateTimeOffset(ticks, TimeSpan.Zero), zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
