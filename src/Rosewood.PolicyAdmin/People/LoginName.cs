using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.People;

/// <summary>Login names as they are compared: <c>it.tech</c>, <c>rosewood\it.tech</c>, <c>it.tech@rosewood.example</c>.</summary>
public static class LoginName
{
    /// <summary>Trimmed, lower case, Unicode form C; a domain before or behind stays.</summary>
    public static string Normalize(string login)
    {
        ArgumentNullException.ThrowIfNull(login);
        return Nfc.Normalize(login.Trim().ToLowerInvariant());
    }

    /// <summary>Whether a login is certainly in normal form already; found out without allocating.</summary>
    public static bool IsNormal(string login)
    {
        ArgumentNullException.ThrowIfNull(login);
        if (login.Length == 0 || char.IsWhiteSpace(login[0]) || char.IsWhiteSpace(login[^1]))
        {
            return login.Length == 0;
        }

        foreach (var c in login)
        {
            // Above U+02FF a letter may still change under form C.
            if (char.IsAscii(c) ? char.IsAsciiLetterUpper(c) : c > '\u02FF' || char.ToLowerInvariant(c) != c)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The part without its domain.</summary>
    public static ReadOnlySpan<char> WithoutDomain(ReadOnlySpan<char> login)
    {
        login = login[(login.LastIndexOf('\\') + 1)..];
        var at = login.IndexOf('@');
        return at < 0 ? login : login[..at];
    }

    /// <summary>The Windows domain before the backslash; empty when there is none.</summary>
    public static ReadOnlySpan<char> WindowsDomain(ReadOnlySpan<char> login)
    {
        var slash = login.LastIndexOf('\\');
        return slash < 0 ? [] : login[..slash];
    }
}
