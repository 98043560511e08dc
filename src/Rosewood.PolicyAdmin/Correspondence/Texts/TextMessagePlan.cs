using System.Globalization;
using Rosewood.PolicyAdmin.Correspondence.Families;

namespace Rosewood.PolicyAdmin.Correspondence.Texts;

/// <summary>
/// What an import of texts adds: worked out without touching anything. A message is known again by when it was sent, by whom and to which
/// number; of several that are alike in one export, the first is the first of another one. So exports may overlap.
/// </summary>
internal sealed class TextMessagePlan
{
    private readonly List<TextMessage> _added = [];

    /// <param name="rows">The file's messages.</param>
    /// <param name="key">Hashes them.</param>
    /// <param name="families">The register of families; hashed with the same key.</param>
    /// <param name="senders">Tells who sent them.</param>
    /// <param name="recorded">The identities of what is recorded.</param>
    /// <param name="lastOfOtherKeys">The last message that was hashed with a key that is gone, UTC ticks; 0: none.</param>
    /// <param name="now">What is dated later than a day from now was not sent yet; UTC ticks.</param>
    public TextMessagePlan(IEnumerable<TextRow> rows, ContactKey key, FamilyDirectory families, TextSenders senders, HashSet<ContactHash> recorded, long lastOfOtherKeys, long now)
    {
        var alike = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            Messages++;
            if (row.UtcTicks > now + TimeSpan.TicksPerDay)
            {
                NotSentYet++;
                continue;
            }

            From = Math.Min(From, row.UtcTicks);
            Until = Math.Max(Until, row.UtcTicks);
            if (row.UtcTicks <= lastOfOtherKeys)
            {
                OfOtherKeys++;
                continue;
            }

            var text = string.Create(CultureInfo.InvariantCulture, $"{row.UtcTicks}\0{row.Sender.Trim().ToLowerInvariant()}\0{row.Number.E164 ?? row.Number.Written.Trim()}\0{row.IsReceived}");
            var place = alike.GetValueOrDefault(text);
            alike[text] = place + 1;
            var identity = key.HashOfMessage(string.Create(CultureInfo.InvariantCulture, $"{text}\0{place}"));
            if (recorded.Contains(identity))
            {
                Known++;
            }
            else
            {
                Add(row, identity, key, families, senders);
            }
        }
    }

    /// <summary>Messages in the file, one for each number.</summary>
    public int Messages { get; private set; }

    /// <summary>Those that are new.</summary>
    public IReadOnlyList<TextMessage> Added => _added;

    /// <summary>Those that are recorded already.</summary>
    public int Known { get; private set; }

    /// <summary>Those from a time of which messages were hashed with a key that is gone: whether they are recorded can't be told.</summary>
    public int OfOtherKeys { get; private set; }

    /// <summary>Those that are planned.</summary>
    public int NotSentYet { get; private set; }

    /// <summary>The first message, UTC ticks.</summary>
    public long From { get; private set; } = long.MaxValue;

    /// <summary>The last message, UTC ticks; 0: none.</summary>
    public long Until { get; private set; }

    private void Add(TextRow row, ContactHash identity, ContactKey key, FamilyDirectory families, TextSenders senders)
    {
        var sender = row.IsReceived ? new TextSender(Person: null, "", IsBySurname: false) : senders.Find(row.Sender, row.UtcTicks);
        var number = row.Number.E164 is { } e164 ? key.HashOfPhone(e164) : (ContactHash?)null;
        _added.Add(new TextMessage(
            identity,
            row.UtcTicks,
            sender.Person?.Id,
            sender.Text,
            sender.IsBySurname,
            number,
            number is { } hash ? families.FamiliesOfPhone(hash) : [],
            row.IsReceived,
            TextWords.Keep(row.Status, senders.Domains),
            row.Parts));
    }
}
