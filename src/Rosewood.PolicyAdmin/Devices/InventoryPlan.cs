using System.Globalization;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Devices;

/// <summary>What an import of devices changes: worked out without touching anything, so that it can be shown first, then done whole.</summary>
internal sealed class InventoryPlan
{
    /// <summary>Compares the file's rows with the inventory.</summary>
    public InventoryPlan(IReadOnlyList<DeviceRow> rows, DeviceHistory history, bool removeMissing, long now)
    {
        var current = history.All(now).ToDictionary(d => d.Name, StringComparer.OrdinalIgnoreCase);
        Steps = [.. rows.OrderBy(r => r.Name, StringComparer.OrdinalIgnoreCase).Select(r => Step(r, current.GetValueOrDefault(r.Name)))];
        var inFile = rows.Select(r => r.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Missing = [.. current.Values.Where(d => !inFile.Contains(d.Name)).OrderBy(d => d.Name, StringComparer.OrdinalIgnoreCase)];
        Removed = removeMissing ? Missing : [];
    }

    /// <summary>One step for each row, by name.</summary>
    public IReadOnlyList<InventoryStep> Steps { get; }

    /// <summary>Devices in the inventory that the file lacks.</summary>
    public IReadOnlyList<Device> Missing { get; }

    /// <summary>Those of them that leave the inventory.</summary>
    public IReadOnlyList<Device> Removed { get; }

    /// <summary>How many are new.</summary>
    public int Added => Steps.Count(s => s.Before is null);

    /// <summary>How many change.</summary>
    public int Changed => Steps.Count(s => s.Before is not null && s.Writes);

    /// <summary>Whether the import changes anything.</summary>
    public bool ChangesAnything => Removed.Count > 0 || Steps.Any(s => s.Writes);

    /// <summary>Adds a problem for each address, MAC address or serial number that two devices would share.</summary>
    public void AddClashesTo(CsvProblems problems)
    {
        AddClashes(problems, nameof(Device.Addresses), d => d.Addresses);
        AddClashes(problems, nameof(Device.Mac), d => d.Mac is { } mac ? [mac] : []);
        AddClashes(problems, nameof(Device.SerialNumber), d => d.SerialNumber is { } serial ? [serial] : []);
    }

    private void AddClashes(CsvProblems problems, string column, Func<Device, IEnumerable<string>> values)
    {
        var owners = Missing.Except(Removed)
            .SelectMany(d => values(d).Select(v => (Value: v, Owner: $"{d.Name}, which is not in this file")))
            .GroupBy(o => o.Value, o => o.Owner, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.OrdinalIgnoreCase);
        foreach (var step in Steps.OrderBy(s => s.Row.Line))
        {
            foreach (var value in values(step.After))
            {
                if (!owners.TryAdd(value, string.Create(CultureInfo.InvariantCulture, $"{step.After.Name}, in line {step.Row.Line}")))
                {
                    problems.Add(step.Row.Source.PlaceOf(column), $"{column}: '{value}' also belongs to {owners[value]}. Each is one device's.");
                }
            }
        }
    }

    private static InventoryStep Step(DeviceRow row, Device? before) => new(row, before, row.Merge(before));
}

/// <summary>What an import does about one device.</summary>
/// <param name="Row">The file's row.</param>
/// <param name="Before">How it stood, or null.</param>
/// <param name="After">How it stands afterwards.</param>
internal sealed record InventoryStep(DeviceRow Row, Device? Before, Device After)
{
    /// <summary>Whether the inventory gets a new version of it.</summary>
    public bool Writes => Before is null
        || Before with { Addresses = After.Addresses } != After
        || !Before.Addresses.SequenceEqual(After.Addresses, StringComparer.Ordinal);
}
