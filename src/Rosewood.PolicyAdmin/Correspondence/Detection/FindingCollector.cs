using Rosewood.PolicyAdmin.Findings;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Registers;
using Rosewood.PolicyAdmin.Registers.Rulings;

namespace Rosewood.PolicyAdmin.Correspondence.Detection;

/// <summary>Makes findings of signs: one for each person, kind and correspondent, as sure as its surest sign.</summary>
/// <param name="people">The roster.</param>
/// <param name="now">The instant whose names and dismissals count, UTC ticks.</param>
/// <param name="zone">The school's zone.</param>
/// <param name="links">What was declared.</param>
/// <param name="dismissals">What was dismissed.</param>
/// <param name="rulings">What SLT ruled about systems; null: nothing.</param>
internal sealed class FindingCollector(PeopleHistory people, long now, TimeZoneInfo zone, FamilyLinks links, SuppressionSet dismissals, RulingSet? rulings = null)
{
    private const int MostIds = 5;

    /// <summary>Findings that a dismissal holds back.</summary>
    public int Dismissed { get; private set; }

    /// <summary>The findings, the surest first.</summary>
    public IReadOnlyList<UnofficialCorrespondence> Collect(IEnumerable<Sign> signs)
    {
        var findings = new List<UnofficialCorrespondence>();
        var all = signs.Where(s => !s.IsBySubject || !IsParent(s)).Select(s => s is { Kind: CorrespondenceKind.PersonalAddress, IsOwnDoing: false } && IsParent(s) && Declared(s.PersonId!, [s]) is null ? s with { Confidence = s.Confidence * CorrespondenceWeights.OfParent } : s).ToList();

        // What a declared link explains says nothing about other families.
        var persons = all.Where(s => s.PersonId is not null && s.Kind == CorrespondenceKind.PersonalAddress && Declared(s.PersonId!, [s]) is null)
            .GroupBy(static s => s.PersonId!, StringComparer.Ordinal)
            .ToDictionary(static g => g.Key, static g => g.ToList(), StringComparer.Ordinal);
        foreach (var group in all.GroupBy(static s => (s.Kind, s.PersonId, s.Mailbox, s.Correspondent)))
        {
            if (group.Key.PersonId is { } person && dismissals.Find(FindingKind.UnofficialCorrespondence, person, "", group.Key.Kind.ToString()) is not null)
            {
                Dismissed++;
                continue;
            }

            findings.Add(Make(
                [.. group.OrderBy(static s => s.UtcTicks)],
                group.Key is { Kind: CorrespondenceKind.PersonalAddress, PersonId: { } id } ? persons.GetValueOrDefault(id) ?? [] : []));
        }

        return [.. findings.OrderByDescending(static f => f.Confidence).ThenBy(static f => f.Person, StringComparer.Ordinal).ThenBy(static f => f.Kind).ThenBy(static f => f.Correspondent, StringComparer.Ordinal)];
    }

    /// <summary>Whether the person has a declared relationship with a family, this or another.</summary>
    private bool IsParent(Sign sign) => sign.PersonId is { } person && links.HasRelationship(person, sign.UtcTicks);

    /// <summary>The clause that a kind is against.</summary>
    public static string ClauseOf(CorrespondenceKind kind) => kind switch
    {
        CorrespondenceKind.ExternalForward or CorrespondenceKind.InboxRuleForward or CorrespondenceKind.OffSystemThread => "COM-4",
        CorrespondenceKind.PersonalWebmail => "USE-1",
        CorrespondenceKind.PersonalNumber => "COM-2",
        _ => "COM-1",
    };

    /// <summary>
    /// Once with each of many families is as much of a habit as often with one. But what is sure about one family is not sure about another:
    /// what is lent counts no more than what was seen with this one.
    /// </summary>
    private UnofficialCorrespondence Make(List<Sign> signs, List<Sign> ofPerson)
    {
        var surest = signs.MaxBy(static s => s.Confidence)!;
        var confidence = Math.Max(surest.Confidence, Repetition.Weigh(signs, ofPerson));

        // What only might belong to it does not swell the count of what does.
        var counted = signs.FindAll(s => s.Confidence >= surest.Confidence * CorrespondenceWeights.Counts);
        var ids = counted.Select(static s => s.MessageId).OfType<string>().Where(static i => i.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        return new UnofficialCorrespondence
        {
            Person = surest.PersonId is { } id ? PersonNames.Show(people, id, now) : surest.Mailbox ?? "",
            PersonId = surest.PersonId,
            Kind = surest.Kind,
            When = Local(counted[0].UtcTicks),
            LastSeen = Local(counted.Max(static s => Math.Max(s.UtcTicks, s.LastTicks))),
            Count = ids.Count > 0 ? ids.Count : counted.Count,
            Correspondent = surest.Correspondent,
            MessageId = ids.FirstOrDefault(),
            MessageIds = [.. ids.Take(MostIds)],
            Confidence = Math.Round(confidence, 2),
            Clause = surest.Clause ?? ClauseOf(surest.Kind),
            Explanation = surest.Explanation,
            DeclaredAs = (surest.PersonId is { } person ? Declared(person, counted) : null, Ruled(counted)) switch
            {
                (null, var ruled) => ruled,
                (var declared, null) => declared,
                var (declared, ruled) => $"{declared}, {ruled}",
            },
        };
    }

    /// <summary>
    /// A link explains a finding when every family in it is one to which the person has a link at that time, or all of it went by an address
    /// that a linked family has as well.
    /// </summary>
    private string? Declared(string person, List<Sign> signs)
    {
        if (signs.Exists(static s => s.HasOthers))
        {
            return null;
        }

        var families = signs.SelectMany(static s => s.Families).Distinct(StringComparer.Ordinal).ToList();
        var (first, last) = signs[0].UtcTicks == 0 ? (now, now) : (signs[0].UtcTicks, signs.Max(static s => Math.Max(s.UtcTicks, s.LastTicks)));
        var found = families.ConvertAll(f => links.Find(person, f, first, last)
            ?? signs.Where(s => s.Families.Contains(f, StringComparer.Ordinal)).Select(static s => s.SameAddress.AsEnumerable()).Aggregate(static (one, other) => one.Intersect(other, StringComparer.Ordinal))
                .Select(g => links.Find(person, g, first, last)).FirstOrDefault(static l => l is not null));
        return found.Count == 0 || found.Contains(item: null) ? null : string.Join(", ", found.Select(static l => $"{l!.Clause} {l.Id}").Distinct(StringComparer.Ordinal));
    }

    /// <summary>A ruling explains a finding past the school's systems when each sign of it went by a system that was permitted at that time.</summary>
    private string? Ruled(List<Sign> signs)
    {
        if (rulings is null || signs.Exists(static s => !string.Equals(s.Clause ?? ClauseOf(s.Kind), "COM-4", StringComparison.Ordinal)))
        {
            return null;
        }

        var found = signs.ConvertAll(s => rulings.Permitting(s.SystemDomain, s.UtcTicks == 0 ? now : s.UtcTicks));
        return found.Contains(item: null) ? null : string.Join(", ", found.Select(static r => $"COM-4 {r!.Id}").Distinct(StringComparer.Ordinal));
    }

    private DateTimeOffset? Local(long ticks) => ticks == 0 ? null : TimeZoneInfo.ConvertTime(new DateTimeOffset(ticks, TimeSpan.Zero), zone);
}
