using System.Buffers;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Devices;

/// <summary>A row of the inventory's file.</summary>
internal sealed record DeviceRow(
    CsvRow Source,
    string Name,
    DeviceClass Class,
    Given<IReadOnlyList<string>> Addresses,
    Given<string> Mac,
    Given<string> SerialNumber,
    Given<string> AssignedUser,
    Given<string> Room)
{
    /// <summary>The row's line in the file.</summary>
    public int Line => Source.PlaceOf(nameof(Device.Name)).Line;

    /// <summary>The device as the row wants it.</summary>
    public Device Merge(Device? current) => new(
        current?.Id ?? "",
        Name,
        Class,
        Addresses.Or(current?.Addresses) ?? [],
        Mac.Or(current?.Mac),
        SerialNumber.Or(current?.SerialNumber),
        AssignedUser.Or(current?.AssignedUser))
    {
        Room = Room.Or(current?.Room),
    };
}

/// <summary>Reads the inventory's file. Each cell that is wrong becomes a problem of the table.</summary>
internal sealed class DeviceFile(CsvTable table, PeopleHistory people, long now)
{
    private const int LongestName = 64;
    private static readonly SearchValues<char> NotInNames = SearchValues.Create(";\"\\*?");

    /// <summary>The columns; name and class must be there.</summary>
    public static IReadOnlyList<CsvColumn> Columns { get; } =
    [
        new(nameof(Device.Name), Required: true, "Device", "Device name", "Hostname", "Computer name"),
        new(nameof(Device.Class), Required: true, "Device class", "Type"),
        new(nameof(Device.Addresses), Required: false, "Address", "IP", "IP address", "IP addresses"),
        new(nameof(Device.Mac), Required: false, "MAC address", "Ethernet address"),
        new(nameof(Device.SerialNumber), Required: false, "Serial"),
        new(nameof(Device.AssignedUser), Required: false, "User", "Assigned to", "Owner"),
        new(nameof(Device.Room), Required: false, "Location", "Classroom"),
    ];

    /// <summary>The rows that can be read; a name that comes twice is a problem.</summary>
    public IReadOnlyList<DeviceRow> Read(CancellationToken cancellationToken)
    {
        var rows = new Dictionary<string, DeviceRow>(StringComparer.OrdinalIgnoreCase);
        foreach (var source in table.Rows(cancellationToken))
        {
            if (ReadRow(source) is { } row && !rows.TryAdd(row.Name, row))
            {
                source.Problem(nameof(Device.Name), $"'{row.Name}' is also in line {rows[row.Name].Line}. Keep one row for each device.");
            }
        }

        return [.. rows.Values];
    }

    private DeviceRow? ReadRow(CsvRow source)
    {
        var name = source.Required(nameof(Device.Name), LongestName);
        if (name is not null && name.AsSpan().ContainsAny(NotInNames))
        {
            source.Problem(nameof(Device.Name), @"a device's name holds none of ; "" \ * ? since lists, domains and patterns are written with them.");
        }

        var deviceClass = ReadClass(source);
        var addresses = source.Given(nameof(Device.Addresses), ReadAddresses);
        var mac = source.Given(nameof(Device.Mac), ReadMac);
        var serial = source.Given(nameof(Device.SerialNumber), c => source.Text(c, LongestName));
        var user = source.Given(nameof(Device.AssignedUser), ReadUser);
        var room = source.Given(nameof(Device.Room), c => source.Text(c, LongestName));
        return name is null || deviceClass is null ? null : new DeviceRow(source, name, deviceClass.Value, addresses, mac, serial, user, room);

        IReadOnlyList<string> ReadAddresses(string column)
        {
            var found = new SortedSet<string>(StringComparer.Ordinal);
            foreach (var text in source.List(column))
            {
                if (NetworkAddress.TryParse(text, out var address))
                {
                    found.Add(address.ToString());
                }
                else
                {
                    source.Problem(column, $"'{PlainText.Shorten(text)}' is no IP address. Write 10.20.1.7 or 2001:db8::7; several are parted by ';', networks go into policy.json.");
                }
            }

            return [.. found];
        }

        string? ReadMac(string column)
        {
            if (source.Text(column) is not { } text)
            {
                return null;
            }

            if (MacAddress.TryParse(text, out var mac) && MacAddress.IsOfOneDevice(mac))
            {
                return MacAddress.Format(mac);
            }

            source.Problem(column, $"'{PlainText.Shorten(text)}' is no MAC address of a device. Write it as aa:bb:cc:dd:ee:ff.");
            return null;
        }

        string? ReadUser(string column)
        {
            if (source.Text(column) is not { } text)
            {
                return null;
            }

            try
            {
                return people.Resolve(text, now).UserPrincipalName;
            }
            catch (FaultException e)
            {
                source.Problem(column, e.Fault.Message);
                return null;
            }
        }
    }

    private static DeviceClass? ReadClass(CsvRow source)
    {
        const string Column = nameof(Device.Class);
        if (source.Required(Column) is not { } text)
        {
            return null;
        }

        var squeezed = CsvColumn.Squeeze(text);
        foreach (var known in Enum.GetValues<DeviceClass>().Where(c => c != DeviceClass.Unknown))
        {
            if (string.Equals(known.ToString(), squeezed, StringComparison.OrdinalIgnoreCase))
            {
                return known;
            }
        }

        source.Problem(Column, $"'{PlainText.Shorten(text)}' is no class. Classes are {string.Join(", ", Enum.GetNames<DeviceClass>().Where(n => !string.Equals(n, nameof(DeviceClass.Unknown), StringComparison.Ordinal)))}.");
        return null;
    }
}
