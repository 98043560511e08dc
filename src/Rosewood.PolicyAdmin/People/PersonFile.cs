using System.Buffers;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.People;

/// <summary>Reads the roster's file. Each cell that is wrong becomes a problem of the table.</summary>
internal sealed class PersonFile(CsvTable table, RoleWords words, IReadOnlyList<string> mailDomains)
{
    private const string Upn = nameof(Person.UserPrincipalName);
    private const int LongestUpn = 254;
    private const int LongestPhone = 40;
    private static readonly SearchValues<char> NotInAddresses = SearchValues.Create(" ,;<>()[]\\\":/");

    /// <summary>The columns; the first three must be there.</summary>
    public static IReadOnlyList<CsvColumn> Columns { get; } =
    [
        new(Upn, Required: true, "UPN", "Email", "Mail", "Email address"),
        new(nameof(Person.DisplayName), Required: true, "Name", "Full name"),
        new(nameof(Person.Roles), Required: true, "Role"),
        new(nameof(Person.LoginNames), Required: false, "Login", "Logins", "Login name", "User name", "SamAccountName"),
        new(nameof(Person.PersonalAddresses), Required: false, "Personal address", "Personal email", "Private addresses"),
        new(nameof(Person.WorkPhone), Required: false, "Phone", "Work mobile"),
        new(nameof(Person.StartDate), Required: false, "Start", "First day"),
        new(nameof(Person.EndDate), Required: false, "End", "Last day", "Leaving date"),
    ];

    /// <summary>The rows whose key can be read; a UPN that comes twice is a problem.</summary>
    public IReadOnlyList<PersonRow> Read(CancellationToken cancellationToken)
    {
        var rows = new Dictionary<string, PersonRow>(StringComparer.Ordinal);
        foreach (var source in table.Rows(cancellationToken))
        {
            if (ReadRow(source) is { } row && !rows.TryAdd(row.UserPrincipalName, row))
            {
                var first = rows[row.UserPrincipalName].Source.PlaceOf(Upn);
                source.Problem(Upn, $"'{row.UserPrincipalName}' is also in line {first.Line}. Keep one row for each person.");
            }
        }

        return [.. rows.Values];
    }

    private PersonRow? ReadRow(CsvRow source)
    {
        var upn = ReadAddress(source, Upn, source.Required(Upn, LongestUpn));
        var name = source.Required(nameof(Person.DisplayName));
        if (name is not null && LookAlike.FindMixed(name) is { } mixed)
        {
            source.Problem(nameof(Person.DisplayName), $"it mixes Latin letters with {mixed}, which only looks like one. Type the name anew.");
        }

        var roles = ReadRoles(source);
        var logins = source.Given(nameof(Person.LoginNames), c => ReadLogins(source, c));
        var addresses = source.Given(nameof(Person.PersonalAddresses), c => ReadPersonalAddresses(source, c));
        var phone = source.Given(nameof(Person.WorkPhone), c => ReadPhone(source, c));
        var start = source.Given(nameof(Person.StartDate), source.Date);
        var end = source.Given(nameof(Person.EndDate), source.Date);
        if (start.Value is { } first && end.Value is { } last && last < first)
        {
            source.Problem(nameof(Person.EndDate), "the last day lies before the first.");
        }

        return upn is null || name is null ? null : new PersonRow(source, upn, name, roles, logins, addresses, phone, start, end);
    }

    private RoleSet ReadRoles(CsvRow source)
    {
        const string Column = nameof(Person.Roles);
        var roles = RoleSet.None;
        var typed = source.List(Column);
        foreach (var word in typed)
        {
            if (words.Find(word) is { } role)
            {
                roles = roles.With(role);
            }
            else
            {
                source.Problem(Column, $"'{PlainText.Shorten(word)}' is no role. Roles are {string.Join(", ", Enum.GetNames<Role>())}; several are parted by ';'. The school's own words go into roleNames in policy.json.");
            }
        }

        if (typed.Count == 0)
        {
            source.Problem(Column, $"give at least one role: {string.Join(", ", Enum.GetNames<Role>())}.");
        }

        return roles;
    }

    private static IReadOnlyList<string> ReadLogins(CsvRow source, string column)
    {
        var logins = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var login in source.List(column).Select(LoginName.Normalize))
        {
            if (login.Contains(' ', StringComparison.Ordinal) || LoginName.WithoutDomain(login).IsEmpty)
            {
                source.Problem(column, $"'{PlainText.Shorten(login)}' is no login name. Write it as it.tech, ROSEWOOD\\it.tech or it.tech@rosewood.example; several are parted by ';'.");
            }
            else if (LookAlike.FindMixed(login) is { } mixed)
            {
                source.Problem(column, $"it mixes Latin letters with {mixed}, which only looks like one. Type it anew.");
            }
            else
            {
                logins.Add(login);
            }
        }

        return [.. logins];
    }

    private IReadOnlyList<string> ReadPersonalAddresses(CsvRow source, string column)
    {
        var addresses = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var text in source.List(column, LongestUpn))
        {
            if (ReadAddress(source, column, text) is not { } address)
            {
                continue;
            }

            var domain = address[(address.IndexOf('@', StringComparison.Ordinal) + 1)..];
            if (mailDomains.Contains(domain, StringComparer.OrdinalIgnoreCase))
            {
                source.Problem(column, $"'{address}' is an address of the school's own. Only private ones belong here.");
            }
            else
            {
                addresses.Add(address);
            }
        }

        return [.. addresses];
    }

    private static string? ReadPhone(CsvRow source, string column)
    {
        var phone = source.Text(column, LongestPhone);
        if (phone is null || (phone.Any(char.IsAsciiDigit) && phone.All(c => char.IsAsciiDigit(c) || "+-() ./x#".Contains(c, StringComparison.Ordinal))))
        {
            return phone;
        }

        source.Problem(column, $"'{phone}' is no phone number.");
        return null;
    }

    private static string? ReadAddress(CsvRow source, string column, string? text)
    {
        if (text is null)
        {
            return null;
        }

        var address = LoginName.Normalize(text);
        var at = address.IndexOf('@', StringComparison.Ordinal);
        var shaped = at > 0 && at == address.LastIndexOf('@') && at < address.Length - 1
            && !address.AsSpan().ContainsAny(NotInAddresses)
            && address[^1] != '.' && address[at + 1] != '.';
        if (!shaped)
        {
            source.Problem(column, $"'{PlainText.Shorten(text)}' is no address of the form name@domain.");
            return null;
        }

        if (LookAlike.FindMixed(address) is { } mixed)
        {
            source.Problem(column, $"it mixes Latin letters with {mixed}, which only looks like one. Type it anew.");
            return null;
        }

        return address;
    }
}
