using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Devices;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Governance.Data;

/// <summary>Everything by which rows may name a person: their id, what they were ever called, and devices that were ever theirs.</summary>
internal sealed class PersonTraces
{
    private readonly CommandContext _context;

    public PersonTraces(CommandContext context, string personId)
    {
        _context = context;
        PersonId = personId;
        Versions = [.. context.LoadPeople().SpansFrom(long.MinValue).Where(s => string.Equals(s.Value.Id, personId, StringComparison.Ordinal)).Select(static s => s.Value)];
        Accounts = Versions.Select(static v => v.UserPrincipalName).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Devices = [.. context.Store.Devices.Load().SpansFrom(long.MinValue).Select(static s => s.Value).Where(d => d.AssignedUser is { } user && Accounts.Contains(user))];
    }

    /// <summary>Their id.</summary>
    public string PersonId { get; }

    /// <summary>As they stood at each time, oldest first.</summary>
    public IReadOnlyList<Person> Versions { get; }

    /// <summary>Their accounts in the directory.</summary>
    public IReadOnlySet<string> Accounts { get; }

    /// <summary>Devices that were assigned to them, as they stood.</summary>
    public IReadOnlyList<Device> Devices { get; }

    /// <summary>All of it, each once, whichever case it is written in. Gathered from the store when it is first asked for.</summary>
    public IReadOnlySet<string> All => field ??= Gather();

    private HashSet<string> Gather()
    {
        var names = Versions.SelectMany(PeopleHistory.LoginsOf).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var shorts = names.Select(static n => LoginName.WithoutDomain(n).ToString()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new[] { PersonId }
            .Concat(names)
            .Concat(shorts)
            .Concat(_context.Store.Expiry.Logins().Where(l => shorts.Contains(LoginName.WithoutDomain(l).ToString())))
            .Concat(Versions.SelectMany(static v => v.PersonalAddresses))
            .Concat(Versions.Select(static v => v.DisplayName))
            .Concat(Devices.SelectMany(static d => d.Addresses.Append(d.Name)))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
    }
}
