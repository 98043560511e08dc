using Rosewood.PolicyAdmin.Findings;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Correspondence.Texts;

/// <summary>Makes findings of messages: one for each sender and way.</summary>
/// <param name="people">The roster.</param>
/// <param name="now">The instant whose names count, UTC ticks.</param>
/// <param name="zone">The school's zone.</param>
/// <param name="dismissals">What was dismissed.</param>
internal sealed class TextCollector(PeopleHistory people, long now, TimeZoneInfo zone, SuppressionSet dismissals)
{
    private const string Nobody = "(no name that may be kept)";

    /// <summary>Findings that a dismissal holds back.</summary>
    public int Dismissed { get; private set; }

    /// <summary>The findings, the surest first.</summary>
    /// <param name="signs">The messages.</param>
    /// <param name="areNumbersKnown">Whether the register of families is whole enough to wonder about numbers that it lacks.</param>
    public IReadOnlyList<TextMessageMisuse> Collect(IReadOnlyList<TextSign> signs, bool areNumbersKnown)
    {
        var found = signs.Where(static s => s.Kind is not null).Select(static s => (Kind: s.Kind!.Value, Sign: s));
        if (areNumbersKnown)
        {
            // Of a sender nobody knows the number is the lesser question.
            found = found.Concat(signs
                .Where(static s => s.To == TextRecipient.Unknown && s.Kind != TextMessageMisuseKind.UnknownSender)
                .Select(static s => (Kind: TextMessageMisuseKind.UnknownRecipient, Sign: s)));
        }

        var findings = new List<TextMessageMisuse>();
        foreach (var group in found.GroupBy(static f => (f.Kind, f.Sign.PersonId, Sender: f.Sign.PersonId is null ? LoginName.Normalize(f.Sign.Message.Sender) : "")))
        {
            if (dismissals.Find(FindingKind.TextMessageMisuse, group.Key.PersonId, group.Key.Sender, group.Key.Kind.ToString()) is not null)
            {
                Dismissed++;
            }
            else
            {
                findings.Add(Make(group.Key.Kind, [.. group.Select(static f => f.Sign).OrderBy(static s => s.Message.UtcTicks)]));
            }
        }

        return [.. findings.OrderByDescending(static f => f.Confidence).ThenBy(static f => f.Person, StringComparer.Ordinal).ThenBy(static f => f.Kind)];
    }

    private TextMessageMisuse Make(TextMessageMisuseKind kind, List<TextSign> signs)
    {
        var first = signs[0];
        var isBySurname = first.PersonId is not null && signs.TrueForAll(static s => s.IsBySurname);
        var families = signs.SelectMany(static s => s.Families).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(static f => "family:" + f).ToList();
        return new TextMessageMisuse
        {
            Person = first.PersonId is { } id ? PersonNames.Show(people, id, now) : first.Message.Sender is { Length: > 0 } login ? login : Nobody,
            PersonId = first.PersonId,
            OnRoster = first.PersonId is not null,
            Kind = kind,
            When = Local(first.Message.UtcTicks),
            LastSeen = Local(signs[^1].Message.UtcTicks),
            Count = signs.Count,
            Recipient = To(signs, families),
            Families = families,
            Confidence = TextWeights.Of(kind, isBySurname),
            Explanation = TextExplanations.Of(kind, isBySurname),
        };
    }

    private static string To(List<TextSign> signs, List<string> families)
    {
        var unknown = signs.Where(static s => s.To is TextRecipient.Unknown or TextRecipient.NotComparable).Select(static s => s.Message.Number).Distinct().Count();
        var staff = signs.Where(static s => s.To == TextRecipient.Staff).Select(static s => s.Message.Number).Distinct().Count();
        var parts = new[]
        {
            families.Count == 1 ? families[0] : families.Count > 1 ? $"{families.Count} families" : "",
            unknown > 1 ? $"{unknown} unknown numbers" : unknown == 1 ? "unknown number" : "",
            staff > 1 ? $"{staff} work numbers of staff" : staff == 1 ? "work number of staff" : "",
        }.Where(static p => p.Length > 0).ToList();
        return parts.Count == 0 ? "no number" : string.Join("; ", parts);
    }

    private DateTimeOffset Local(long ticks) => TimeZoneInfo.ConvertTime(new DateTimeOffset(ticks, TimeSpan.Zero), zone);
}
