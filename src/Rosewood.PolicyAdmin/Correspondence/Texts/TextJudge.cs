using Rosewood.PolicyAdmin.Correspondence.Addresses;
using Rosewood.PolicyAdmin.Correspondence.Families;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Correspondence.Texts;

/// <summary>Says of each message who sent it, whether they might, and to whom it went. Immutable, without I/O.</summary>
internal sealed class TextJudge
{
    private static readonly RoleSet MaySend = RoleSet.Of(Role.Admin, Role.HeadTeacher, Role.DeputyHead);

    private readonly PeopleHistory _people;
    private readonly TextSenders _senders;
    private readonly FamilyDirectory _families;
    private readonly string? _keyMark;
    private readonly long _now;
    private readonly HashSet<string> _ruled;
    private readonly HashSet<ContactHash> _schoolNumbers;

    /// <param name="people">The roster.</param>
    /// <param name="config">The school's settings.</param>
    /// <param name="families">The register of families.</param>
    /// <param name="key">The key of the hashes; null where its file is gone or not made.</param>
    /// <param name="now">The instant whose roster counts for names, UTC ticks.</param>
    public TextJudge(PeopleHistory people, PolicyConfig config, FamilyDirectory families, ContactKey? key, long now)
    {
        (_people, _families, _keyMark, _now) = (people, families, key?.Mark, now);
        _senders = new TextSenders(people, config);
        _ruled = config.Correspondence.TextSenders.ToHashSet(StringComparer.OrdinalIgnoreCase);
        _schoolNumbers = key is null ? [] : [.. people.All(now).Select(static p => PhoneNumber.ToE164(p.WorkPhone)).OfType<string>().Concat(config.Correspondence.SchoolNumbers).Select(key.HashOfPhone)];
        UnknownRulings = _ruled.Count(u => people.FindByLogin(u, now).Person is null);
    }

    /// <summary>How many of the accounts that a ruling names are nobody's on the roster.</summary>
    public int UnknownRulings { get; }

    /// <summary>Looks at a message that the school sent.</summary>
    public TextSign Judge(TextMessage message)
    {
        var (person, isBySurname) = message.PersonId is { } id
            ? (_people.At(id, message.UtcTicks) ?? _people.At(id, _now), message.IsBySurname)

            // The roster may have learnt the login since the import.
            : message.Sender.Length > 0 && _senders.Find(message.Sender, message.UtcTicks) is { Person: not null } found ? (found.Person, found.IsBySurname) : (null, false);
        var isShared = person is null && _senders.IsShared(message.Sender);
        return new TextSign(
            message,
            person?.Id,
            isBySurname,
            isShared,
            person is not null ? KindOf(person, message.UtcTicks) : isShared ? null : TextMessageMisuseKind.UnknownSender,
            To(message, out var families),
            families);
    }

    private TextMessageMisuseKind? KindOf(Person then, long ticks)
    {
        var now = _people.At(then.Id, _now) ?? then;
        var day = _people.DateAt(ticks);

        // A last day is often recorded only after it: the roster of today knows it.
        if (now.EndDate < day || (now.StartDate > day && !PeopleHistory.IsEmployed(then, day)))
        {
            return TextMessageMisuseKind.SenderNotEmployed;
        }

        return May(then) ? null : May(now) ? TextMessageMisuseKind.OutsideRole : TextMessageMisuseKind.SenderNotAllowed;
    }

    private bool May(Person person) => !person.Roles.Intersect(MaySend).IsEmpty || _ruled.Contains(person.UserPrincipalName);

    private TextRecipient To(TextMessage message, out IReadOnlyList<string> families)
    {
        families = message.Families;
        if (message.Number is not { } number)
        {
            return TextRecipient.Unread;
        }

        // A hash by another key than today's says nothing but what was found at the import.
        var isComparable = string.Equals(message.KeyMark, _keyMark, StringComparison.Ordinal);
        if (isComparable)
        {
            families = [.. families.Union(_families.FamiliesOfPhone(number), StringComparer.Ordinal)];
        }

        return families.Count > 0 ? TextRecipient.Family
            : !isComparable ? TextRecipient.NotComparable
            : _schoolNumbers.Contains(number) ? TextRecipient.Staff : TextRecipient.Unknown;
    }
}
