using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.People;

/// <summary>
/// Which logins with a domain are a school's own, for the block: <c>other\d.puty</c> and <c>d.puty@pupils.example</c> are not the deputy's
/// because the deputy's login is <c>d.puty</c>. Logs are read without this: there a login is a trace, not a right. Immutable; allocates nothing.
/// </summary>
internal sealed class LoginDomains
{
    private readonly PeopleHistory _people;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _realms;
    private readonly Dictionary<string, VersionSpan<Person>[]>.AlternateLookup<ReadOnlySpan<char>> _domains;

    /// <param name="people">The roster: a Windows domain that stands before any login in it is the school's.</param>
    /// <param name="mailDomains">The school's mail domains, which are its realms.</param>
    public LoginDomains(PeopleHistory people, IEnumerable<string> mailDomains)
    {
        _people = people;
        _realms = mailDomains.Select(LoginName.Normalize).ToHashSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        var domains = VersionSpan.Index(
            people.SpansFrom(long.MinValue),
            static p => PeopleHistory.LoginsOf(p).Select(static l => LoginName.WindowsDomain(l).ToString()).Where(static d => d.Length > 0),
            StringComparer.Ordinal);
        _domains = domains.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Whether a login has no domain, has the school's, or stands on the roster as it is.</summary>
    /// <param name="login">In normal form.</param>
    /// <param name="utcTicks">The instant.</param>
    public bool Has(string login, long utcTicks)
    {
        var slash = login.LastIndexOf('\\');
        var at = login.IndexOf('@', slash + 1);
        return ((slash < 0 || IsDomain(login.AsSpan(0, slash), utcTicks)) && (at < 0 || _realms.Contains(login.AsSpan(at + 1))))
            || _people.HasLogin(login, utcTicks);
    }

    private bool IsDomain(ReadOnlySpan<char> domain, long utcTicks)
    {
        if (_domains.TryGetValue(domain, out var spans))
        {
            foreach (var span in spans)
            {
                if (span.Covers(utcTicks))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
