using System.Globalization;
using Rosewood.PolicyAdmin.Devices;

namespace Rosewood.PolicyAdmin.Enforcement.Addresses;

/// <summary>A network, or one address as the longest prefix.</summary>
/// <param name="Address">Its first address.</param>
/// <param name="Length">Bits that count.</param>
internal readonly record struct AddressPrefix(NetworkAddress Address, int Length)
{
    private const int Groups = 8;

    /// <summary>All of IPv4, or of IPv6.</summary>
    public static AddressPrefix Everything(bool isV6) => new(new NetworkAddress(0, isV6), 0);

    /// <summary>One address.</summary>
    public static AddressPrefix Of(NetworkAddress address) => new(address, address.Bits);

    /// <summary>A network as policy.json has it; null when it is none.</summary>
    public static AddressPrefix? Parse(string cidr)
    {
        var slash = cidr.IndexOf('/', StringComparison.Ordinal);
        var text = slash < 0 ? cidr : cidr[..slash];
        if (!NetworkAddress.TryParse(text, out var address))
        {
            return null;
        }

        // An IPv4 network written in IPv6 counts its prefix in IPv6's bits.
        var offset = !address.IsV6 && text.Contains(':', StringComparison.Ordinal) ? 96 : 0;
        var length = address.Bits + offset;
        if (slash >= 0 && !int.TryParse(cidr.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out length))
        {
            return null;
        }

        length -= offset;
        return length >= 0 && length <= address.Bits ? new AddressPrefix(address.Masked(length), length) : null;
    }

    /// <summary>Whether another network lies in this one, or is it.</summary>
    public bool Contains(AddressPrefix other) =>
        other.Address.IsV6 == Address.IsV6 && other.Length >= Length && other.Address.Masked(Length) == Address;

    /// <summary>The lower and the upper half.</summary>
    public (AddressPrefix Lower, AddressPrefix Upper) Halves() => (
        this with { Length = Length + 1 },
        new AddressPrefix(Address with { Value = Address.Value | (UInt128.One << (Address.Bits - Length - 1)) }, Length + 1));

    /// <summary>The network as a response policy zone names it: <c>16.0.0.30.10</c>, <c>48.zz.30.db8.2001</c>, before <c>.rpz-client-ip</c>.</summary>
    public string ToRpz() => string.Create(CultureInfo.InvariantCulture, $"{Length}.{(Address.IsV6 ? RpzV6() : RpzV4())}");

    /// <summary>Canonical text, such as <c>10.20.0.0/16</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Address}/{Length}");

    private string RpzV4()
    {
        var value = (uint)Address.Value;
        return string.Create(CultureInfo.InvariantCulture, $"{value & 255}.{(value >> 8) & 255}.{(value >> 16) & 255}.{value >> 24}");
    }

    /// <summary>Eight groups, the last first; the longest run of two or more empty ones, the first of alike ones, is <c>zz</c>.</summary>
    private string RpzV6()
    {
        var groups = new ushort[Groups];
        for (var i = 0; i < Groups; i++)
        {
            groups[i] = (ushort)(Address.Value >> (16 * (Groups - 1 - i)));
        }

        var (start, count) = (0, 0);
        for (var i = 0; i < Groups; i++)
        {
            var run = 0;
            while (i + run < Groups && groups[i + run] == 0)
            {
                run++;
            }

            if (run > count)
            {
                (start, count) = (i, run);
            }
        }

        var labels = new List<string>();
        for (var i = 0; i < Groups; i++)
        {
            if (count >= 2 && i == start)
            {
                labels.Add("zz");
                i += count - 1;
            }
            else
            {
                labels.Add(groups[i].ToString("x", CultureInfo.InvariantCulture));
            }
        }

        labels.Reverse();
        return string.Join('.', labels);
    }
}
