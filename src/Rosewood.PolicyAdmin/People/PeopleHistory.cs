using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.People;

/// <summary>The roster as it stood at any moment. Immutable, without I/O, and safe to read from several threads.</summary>
public sealed class PeopleHistory
{
    private readonly Dictionary<string, VersionSpan<Person>[]> _byId;
    private readonly Dictionary<string, VersionSpan<Person>[]> _byLogin;
    private readonly Dictionary<string, VersionSpan<Person>[]> _byShortLogin;
    private readonly Dictionary<string, VersionSpan<Person>[]>.AlternateLookup<ReadOnlySpan<char>> _byShortLoginSpan;
    private readonly Lazy<Dictionary<string, VersionSpan<Person>[]>> _byName;
    private readonly Lazy<HashSet<string>> _sharedNames;
    private readonly TimeZoneInfo _zone;

    /// <summary>Puts a history together.</summary>
    /// <param name="versions">All versions in the order in which they were recorded.</param>
    /// <param name="zone">The school's zone, by which first and last days count; UTC when left out.</param>
    /// <param name="roleWords">The words for roles; the built-in ones when left out.</param>
    public PeopleHistory(IEnumerable<PersonVersion> versions, TimeZoneInfo? zone = null, RoleWords? roleWords = null)
    {
        ArgumentNullException.ThrowIfNull(versions);
        _zone = zone ?? TimeZoneInfo.Utc;
        RoleWords = roleWords ?? RoleWords.BuiltIn;
        _byId = versions
            .GroupBy(v => v.Person.Id, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => VersionSpan.Of(g.Select(v => (v.EffectiveFrom, v.Person))), StringComparer.Ordinal);
        var spans = _byId.Values.SelectMany(s => s).ToList();
        _byLogin = VersionSpan.Index(spans, LoginsOf, StringComparer.Ordinal);
        _byShortLogin = VersionSpan.Index(spans, p => LoginsOf(p).Select(l => LoginName.WithoutDomain(l).ToString()), StringComparer.Ordinal);
        _byName = new(() => VersionSpan.Index<Person, string>(spans, p => [PersonName.KeyOf(p.DisplayName)], StringComparer.Ordinal));
        _sharedNames = new(() => _byName.Value.Values
            .Where(static spans => spans.DistinctBy(static s => s.Value.Id, StringComparer.Ordinal).Skip(1).Any())
            .SelectMany(static spans => spans, static (_, span) => span.Value.DisplayName)
            .ToHashSet(StringComparer.Ordinal));
        _byShortLoginSpan = _byShortLogin.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Nobody.</summary>
    public static PeopleHistory Empty { get; } = new([]);

    /// <summary>Whether nobody was ever on the roster.</summary>
    public bool IsEmpty => _byId.Count == 0;

    /// <summary>The words for roles that <see cref="Resolve"/> takes.</summary>
    public RoleWords RoleWords { get; }

    /// <summary>Whether a day lies between a person's first and last day, both inclusive.</summary>
    public static bool IsEmployed(Person person, DateOnly localDate)
    {
        ArgumentNullException.ThrowIfNull(person);
        return (person.StartDate is not { } start || start <= localDate) && (person.EndDate is not { } end || localDate <= end);
    }

    /// <summary>Whether a person is in the senior leadership team and employed on an instant's day.</summary>
    /// <param name="person">As they stand at that instant.</param>
    /// <param name="utcTicks">The instant.</param>
    public bool IsSeniorLeader(Person person, long utcTicks)
    {
        ArgumentNullException.ThrowIfNull(person);
        return person.Roles.Overlaps(RoleSet.SeniorLeadership) && IsEmployed(person, DateAt(utcTicks));
    }

    /// <summary>A person as they stood at an instant; null when they were not on the roster.</summary>
    public Person? At(string personId, long utcTicks)
    {
        ArgumentNullException.ThrowIfNull(personId);
        return _byId.TryGetValue(personId, out var spans) ? VersionSpan.At(spans, utcTicks)?.Value : null;
    }

    /// <summary>A person as they stand last; null when they are not on the roster.</summary>
    public Person? Last(string personId) => At(personId, long.MaxValue - 1);

    /// <summary>Everybody on the roster at an instant, also those whose last day had passed; by UPN.</summary>
    public IReadOnlyList<Person> All(long utcTicks) =>
        [.. _byId.Values.Select(s => VersionSpan.At(s, utcTicks)?.Value).OfType<Person>().OrderBy(p => p.UserPrincipalName, StringComparer.Ordinal)];

    /// <summary>
    /// Whose a login name was: the whole name first, then the part without domain if only one person has it. Where a leaver's login was
    /// given to somebody new, with or without a domain, it is the one's who was employed that day. Allocates nothing for a login in normal form.
    /// </summary>
    public LoginMatch FindByLogin(string? login, long utcTicks)
    {
        if (string.IsNullOrEmpty(login))
        {
            return default;
        }

        if (!LoginName.IsNormal(login))
        {
            login = LoginName.Normalize(login);
        }

        var whole = Pick(_byLogin.GetValueOrDefault(login), utcTicks);
        if (whole.Person is { } owner)
        {
            return Successor(owner, login, utcTicks) ?? whole;
        }

        if (whole.Ambiguous)
        {
            return whole;
        }

        return _byShortLoginSpan.TryGetValue(LoginName.WithoutDomain(login), out var spans) ? Pick(spans, utcTicks) : default;
    }

    /// <summary>
    /// Who is meant by what a person typed: UPN, login name with or without domain, alias, display name, or a role that one current
    /// person holds.
    /// </summary>
    /// <exception cref="FaultException"><c>PersonNotFound</c> with the nearest names, <c>PersonAmbiguous</c> with the candidates.</exception>
    public Person Resolve(string typed, long utcTicks) => new PersonResolver(this, utcTicks).Resolve(typed);

    /// <summary>The school's date at an instant.</summary>
    internal DateOnly DateAt(long utcTicks)
    {
        var utc = new DateTime(Math.Clamp(utcTicks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks), DateTimeKind.Utc);
        return DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, _zone));
    }

    /// <summary>Everybody's versions that count at an instant or after it, each person's in order of time.</summary>
    internal IEnumerable<VersionSpan<Person>> SpansFrom(long utcTicks) => _byId.Values.SelectMany(s => s).Where(s => s.Until > utcTicks);

    /// <summary>Whose a login name was in full, employed or not.</summary>
    internal LoginMatch FindOwner(string login, long utcTicks) => Pick(_byLogin.GetValueOrDefault(LoginName.Normalize(login)), utcTicks);

    /// <summary>Whether a login name stands on the roster as it is, domain and all, at an instant.</summary>
    /// <param name="login">In normal form.</param>
    /// <param name="utcTicks">The instant.</param>
    internal bool HasLogin(string login, long utcTicks)
    {
        foreach (var span in _byLogin.GetValueOrDefault(login) ?? [])
        {
            if (span.Covers(utcTicks))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Everybody whom a login name without domain fits at an instant.</summary>
    internal IReadOnlyList<Person> AllByShortLogin(string login, long utcTicks) =>
        _byShortLoginSpan.TryGetValue(LoginName.WithoutDomain(login), out var spans)
            ? [.. spans.Where(s => s.Covers(utcTicks)).Select(s => s.Value)]
            : [];

    /// <summary>Everybody of a name at an instant, by UPN.</summary>
    /// <param name="key">The name as <see cref="PersonName.KeyOf"/> has it.</param>
    /// <param name="utcTicks">The instant.</param>
    internal IReadOnlyList<Person> AllByName(string key, long utcTicks) => _byName.Value.TryGetValue(key, out var spans)
        ? [.. spans.Where(s => s.Covers(utcTicks)).Select(s => s.Value).OrderBy(p => p.UserPrincipalName, StringComparer.Ordinal)]
        : [];

    /// <summary>Whether somebody else has the same name at an instant.</summary>
    internal bool HasNamesake(Person person, long utcTicks) =>
        _sharedNames.Value.Contains(person.DisplayName)
        && _byName.Value.TryGetValue(PersonName.KeyOf(person.DisplayName), out var spans)
        && Array.Exists(spans, s => s.Covers(utcTicks) && !string.Equals(s.Value.Id, person.Id, StringComparison.Ordinal));

    /// <summary>A person's login names and their UPN, which is one as well.</summary>
    internal static IEnumerable<string> LoginsOf(Person person) => person.LoginNames.Append(person.UserPrincipalName);

    /// <summary>Whose a login without domain is on a day on which its owner is not employed: a colleague's who has it within a domain.</summary>
    private LoginMatch? Successor(Person owner, string login, long utcTicks)
    {
        if ((owner.StartDate is null && owner.EndDate is null) || login.Contains('\\', StringComparison.Ordinal) || login.Contains('@', StringComparison.Ordinal))
        {
            return null;
        }

        var day = DateAt(utcTicks);
        if (IsEmployed(owner, day) || !_byShortLogin.TryGetValue(login, out var spans))
        {
            return null;
        }

        var match = Only(spans, utcTicks, day);
        return match.Person is not null || match.Ambiguous ? match : null;
    }

    private LoginMatch Pick(VersionSpan<Person>[]? spans, long utcTicks)
    {
        if (spans is null)
        {
            return default;
        }

        var all = Only(spans, utcTicks, employedOn: null);
        return all.Ambiguous ? Only(spans, utcTicks, DateAt(utcTicks)) is { Person: not null } employed ? employed : all : all;
    }

    private static LoginMatch Only(VersionSpan<Person>[] spans, long utcTicks, DateOnly? employedOn)
    {
        Person? found = null;
        foreach (var span in spans)
        {
            if (!span.Covers(utcTicks) || (employedOn is { } day && !IsEmployed(span.Value, day)))
            {
                continue;
            }

            if (found is not null)
            {
                return new LoginMatch(Person: null, Ambiguous: true);
            }

            found = span.Value;
        }

        return new LoginMatch(found, Ambiguous: false);
    }
}
