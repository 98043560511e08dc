using System.Globalization;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Devices;

/// <summary>Imports the inventory of devices from a CSV file or from the tenant: whole, or not at all.</summary>
/// <example><code>Import-PolicyDevice -Path devices.csv</code>Adds and updates what the file has.</example>
/// <example><code>Import-PolicyDevice -Path devices.csv -RemoveMissing -WhatIf</code>Shows what would change if the file were the whole inventory.</example>
/// <example><code>Import-PolicyDevice -FromTenant -WhatIf</code>Shows what would change by what was last fetched from the tenant.</example>
public sealed class ImportPolicyDevice : PolicyRequest
{
    /// <summary>
    /// The CSV file, with the columns Name and Class (School, SchoolMobile, Personal, Guest, Server, Vpn, Proxy), and optionally
    /// Addresses, Mac, SerialNumber, AssignedUser and Room (where it stands; Find-SharedCredentialUse goes by it). Lists are parted by <c>;</c>. A column that the file lacks leaves the inventory's values.
    /// </summary>
    [FilePath]
    public string Path { get; set; } = "";

    /// <summary>Instead of a file, what Sync-PolicyTenant -Source Devices fetched from the tenant last.</summary>
    public bool FromTenant { get; set; }

    /// <summary>The file is the whole inventory: devices that it lacks leave the inventory now. Without it they stay.</summary>
    public bool RemoveMissing { get; set; }

    /// <inheritdoc/>
    public override void Validate()
    {
        if (!FromTenant)
        {
            ImportFaults.RequirePath(Path, "devices.csv");
        }
        else if (Path.Length > 0)
        {
            throw ImportFaults.PathOrTenant(Path).ToException();
        }
    }
}

internal sealed class ImportPolicyDeviceHandler : CommandHandler<ImportPolicyDevice>
{
    private const int Named = 10;

    public override Task HandleAsync(ImportPolicyDevice request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var table = request.FromTenant ? TenantInventory.Read(context, sink) : CsvTable.Open(request.Path, DeviceFile.Columns, sink);
        var rows = new DeviceFile(table, context.LoadPeople(), context.Now.UtcTicks).Read(cancellationToken);
        var plan = Plan(table, rows, request, context, context.Now.UtcTicks);
        if (plan.ChangesAnything)
        {
            if (!sink.ShouldProcess(request.FromTenant ? "tenant" : request.Path, Describe(plan)))
            {
                return Task.CompletedTask;
            }

            plan = Apply(table, rows, request, context);
        }

        var stay = plan.Missing.Count - plan.Removed.Count;
        if (stay > 0)
        {
            var names = string.Join(", ", plan.Missing.Take(Named).Select(d => d.Name)) + (stay > Named ? string.Create(CultureInfo.InvariantCulture, $" and {stay - Named} more") : "");
            sink.Warn($"In the inventory but not in the file, and left as they are: {names}. Where the file is the whole inventory, import it with -RemoveMissing.");
        }

        sink.Write(new DeviceImport(request.FromTenant ? "tenant" : request.Path, rows.Count, plan.Added, plan.Changed, rows.Count - plan.Added - plan.Changed, stay, plan.Removed.Count));
        return Task.CompletedTask;
    }

    private static InventoryPlan Plan(CsvTable table, IReadOnlyList<DeviceRow> rows, ImportPolicyDevice request, CommandContext context, long utcTicks)
    {
        var plan = new InventoryPlan(rows, context.Store.Devices.Load(), request.RemoveMissing, utcTicks);
        plan.AddClashesTo(table.Problems);
        table.ThrowIfInvalid();
        return plan;
    }

    private static InventoryPlan Apply(CsvTable table, IReadOnlyList<DeviceRow> rows, ImportPolicyDevice request, CommandContext context)
    {
        using var change = context.BeginChange();

        // Another command may have changed the inventory while a person was asked: what counts is what stands now.
        var now = change.Origin.At.UtcTicks;
        var plan = Plan(table, rows, request, context, now);
        if (!plan.ChangesAnything)
        {
            return plan;
        }

        var devices = context.Store.Devices;
        var effectiveFrom = devices.Any() ? now : 0;
        foreach (var step in plan.Steps.Where(s => s.Writes))
        {
            var after = devices.Append(change, new DeviceVersion(effectiveFrom, step.After));
            change.Audit("USE-1", after.Id, step.Before, after);
        }

        foreach (var device in plan.Removed)
        {
            devices.Append(change, new DeviceVersion(now, device, Removed: true));
            change.Audit("USE-1", device.Id, device, after: null);
        }

        change.Commit();
        return plan;
    }

    private static string Describe(InventoryPlan plan) => string.Create(
        CultureInfo.InvariantCulture,
        $"Import the inventory: {plan.Added} new, {plan.Changed} changed, {plan.Steps.Count - plan.Added - plan.Changed} unchanged, {plan.Removed.Count} removed");
}
