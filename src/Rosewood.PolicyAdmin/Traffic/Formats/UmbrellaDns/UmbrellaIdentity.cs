namespace Rosewood.PolicyAdmin.Traffic.Formats.UmbrellaDns;

/// <summary>
/// Whom Umbrella's identities stand for. Each has a type: <c>AD Users</c> and its kin are people, <c>Roaming Computers</c>,
/// <c>Anyconnect Roaming Client</c> and their kin devices, <c>Sites</c>, <c>Networks</c>, <c>Internal Networks</c> places. Lists of
/// identities and types run side by side; only a person's name may hold commas itself.
/// </summary>
internal static class UmbrellaIdentity
{
    /// <summary>Sets user and device.</summary>
    /// <param name="fields">Takes them.</param>
    /// <param name="identity">The identity whose policy applied.</param>
    /// <param name="type">Its type; empty in the first version of the logs, where nothing tells a person from a site.</param>
    /// <param name="identities">All identities.</param>
    /// <param name="types">Their types.</param>
    public static void Set(ref LogFields fields, ReadOnlySpan<byte> identity, ReadOnlySpan<byte> type, ReadOnlySpan<byte> identities, ReadOnlySpan<byte> types)
    {
        var user = IndexOf(types, isUser: true);
        var device = IndexOf(types, isUser: false);
        fields.User = IsUser(type) ? Login(identity) : user >= 0 ? Login(Element(identities, types, user, user)) : [];
        fields.Device = IsDevice(type) ? identity : device >= 0 ? Element(identities, types, device, user) : [];

        // A site's or network's name stands where the device's would, so that it is seen, and not taken for a person's.
        fields.Device = fields.User.IsEmpty && fields.Device.IsEmpty ? identity : fields.Device;
    }

    /// <summary><c>Nell Ames (n.ames@rosewood.example)</c> holds the login in its brackets.</summary>
    private static ReadOnlySpan<byte> Login(ReadOnlySpan<byte> identity)
    {
        identity = identity.Trim((byte)' ');
        var open = identity is [.., (byte)')'] ? identity.LastIndexOf((byte)'(') : -1;
        return open >= 0 && identity[open..].Contains((byte)'@') ? identity[(open + 1)..^1] : identity;
    }

    private static bool IsUser(ReadOnlySpan<byte> type) => type.IndexOf("User"u8) >= 0;

    private static bool IsDevice(ReadOnlySpan<byte> type) =>
        !IsUser(type) && (type.IndexOf("Computer"u8) >= 0 || type.IndexOf("Roaming"u8) >= 0 || type.IndexOf("Mobile Device"u8) >= 0 || type.IndexOf("Chromebook"u8) >= 0);

    private static int IndexOf(ReadOnlySpan<byte> types, bool isUser)
    {
        var index = 0;
        while (!types.IsEmpty)
        {
            var comma = types.IndexOf((byte)',');
            var type = comma < 0 ? types : types[..comma];
            if (isUser ? IsUser(type) : IsDevice(type))
            {
                return index;
            }

            types = comma < 0 ? [] : types[(comma + 1)..];
            index++;
        }

        return -1;
    }

    /// <param name="identities">The list.</param>
    /// <param name="types">The types.</param>
    /// <param name="index">Which.</param>
    /// <param name="person">Which of them is a person's, or -1.</param>
    private static ReadOnlySpan<byte> Element(ReadOnlySpan<byte> identities, ReadOnlySpan<byte> types, int index, int person)
    {
        var before = index;
        var behind = types.Count((byte)',') - index;
        if (identities.Count((byte)',') < before + behind || (person < 0 && identities.Count((byte)',') != before + behind))
        {
            return [];
        }

        // What is before the person is counted from the front, what is behind it from the end, and the person is what remains.
        for (; before > 0 && (index <= person || person < 0); before--)
        {
            identities = identities[(identities.IndexOf((byte)',') + 1)..];
        }

        if (index < person || person < 0)
        {
            return (identities.IndexOf((byte)',') is >= 0 and var end ? identities[..end] : identities).Trim((byte)' ');
        }

        for (; behind > 0; behind--)
        {
            identities = identities[..identities.LastIndexOf((byte)',')];
        }

        return (index > person ? identities[(identities.LastIndexOf((byte)',') + 1)..] : identities).Trim((byte)' ');
    }
}
