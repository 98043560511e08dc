using System.Buffers;
using System.Text.Json;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Graph.Client;
using Rosewood.PolicyAdmin.Graph.Slices;

namespace Rosewood.PolicyAdmin.Graph.Sync;

/// <summary>Fetches sources that have no time: how things stand now. A new picture takes the old one's place whole.</summary>
/// <param name="connection">The connection.</param>
/// <param name="slices">The workspace's slices.</param>
/// <param name="clock">The clock.</param>
internal sealed class PictureSync(GraphConnection connection, TenantSlices slices, TimeProvider clock)
{
    private const int PageOfDirectory = 999;
    private const int PageOfDevices = 1000;

    private static readonly RecordShape User = new("", ["id"], "id", "userPrincipalName", "displayName", "accountEnabled", "userType", "onPremisesSamAccountName");

    private static readonly RecordShape Device = new(
        "",
        ["id"],
        "id", "deviceName", "managedDeviceOwnerType", "operatingSystem", "serialNumber", "wiFiMacAddress", "ethernetMacAddress", "userPrincipalName", "lastSyncDateTime");

    private static readonly RecordShape Rule = new(
        "",
        ["id"],
        "id", "isEnabled", "actions.forwardTo.emailAddress.address", "actions.forwardAsAttachmentTo.emailAddress.address", "actions.redirectTo.emailAddress.address");

    /// <summary>The staff, each with the groups that give a role.</summary>
    /// <returns>How many.</returns>
    /// <exception cref="FaultException"><c>TenantKeyNotConfigured</c>, <c>TenantStaffGroupEmpty</c>, or the service refuses.</exception>
    public async Task<long> PeopleAsync(Guid? staffGroup, IEnumerable<Guid> roleGroups, CancellationToken cancellationToken)
    {
        if (staffGroup is not { } staff)
        {
            throw TenantFaults.KeyNeeded("staffGroup", "Reading people from the tenant").ToException();
        }

        var groups = new Dictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (var group in roleGroups)
        {
            await ListAsync(GraphOperation.GroupMembers, () => Members(group, ["id"]), record =>
            {
                var id = User.IdOf(record);
                (groups.TryGetValue(id, out var of) ? of : groups[id] = new(StringComparer.Ordinal)).Add(group.ToString());
            }, cancellationToken);
        }

        using var slice = slices.Create(TenantSource.People, from: null, until: null, clock.GetUtcNow());
        await ListAsync(
            GraphOperation.GroupMembers,
            () => Members(staff, ["id", "userPrincipalName", "displayName", "accountEnabled", "userType", "onPremisesSamAccountName"]),
            record =>
            {
                // A token that may read groups and no users gets members without names.
                if (!record.TryGetProperty("userPrincipalName", out var name) || name.ValueKind != JsonValueKind.String)
                {
                    throw GraphFaults.PermissionMissing(GraphOperation.Users).ToException();
                }

                slice.Add(User.IdOf(record), Line(User, record, writer =>
                {
                    writer.WriteStartArray("groups");
                    foreach (var group in groups.GetValueOrDefault(User.IdOf(record)) ?? [])
                    {
                        writer.WriteStringValue(group);
                    }

                    writer.WriteEndArray();
                }));
            },
            cancellationToken);
        if (slice.Count == 0)
        {
            throw TenantFaults.StaffGroupEmpty(staff).ToException();
        }

        slice.Commit();
        return slice.Count;
    }

    /// <summary>The managed devices.</summary>
    public async Task<long> DevicesAsync(CancellationToken cancellationToken)
    {
        using var slice = slices.Create(TenantSource.Devices, from: null, until: null, clock.GetUtcNow());
        await ListAsync(
            GraphOperation.Devices,
            () => new SliceRequest(connection.V1, connection.V1.DeviceManagement.ManagedDevices.ToGetRequestInformation(r =>
            {
                r.QueryParameters.Select = ["id", "deviceName", "managedDeviceOwnerType", "operatingSystem", "serialNumber", "wiFiMacAddress", "ethernetMacAddress", "userPrincipalName", "lastSyncDateTime"];
                r.QueryParameters.Top = PageOfDevices;
            })),
            record => slice.Add(Device.IdOf(record), Line(Device, record)),
            cancellationToken);
        slice.Commit();
        return slice.Count;
    }

    /// <summary>The inbox rules of mailboxes; one that the tenant lacks is passed over.</summary>
    /// <param name="mailboxes">Their UPNs.</param>
    /// <param name="onMailbox">Told after each how many were read.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>How many rules there are, and which mailboxes the tenant lacks.</returns>
    public async Task<(long Rules, IReadOnlyList<string> Missing)> InboxRulesAsync(IReadOnlyList<string> mailboxes, Action<int> onMailbox, CancellationToken cancellationToken)
    {
        var missing = new List<string>();
        using var slice = slices.Create(TenantSource.InboxRules, from: null, until: null, clock.GetUtcNow());
        for (var i = 0; i < mailboxes.Count; i++)
        {
            var mailbox = mailboxes[i];
            try
            {
                await ListAsync(
                    GraphOperation.InboxRules,
                    () => new SliceRequest(connection.V1, connection.V1.Users[mailbox].MailFolders["inbox"].MessageRules.ToGetRequestInformation()),
                    record => slice.Add($"{mailbox}\n{Rule.IdOf(record)}", Line(Rule, record, writer => writer.WriteString("mailbox", mailbox))),
                    cancellationToken);
            }
            catch (FaultException e) when (string.Equals(e.Fault.Id, "GraphNotFound", StringComparison.Ordinal))
            {
                missing.Add(mailbox);
            }

            onMailbox(i + 1);
        }

        slice.Commit();
        return (slice.Count, missing);
    }

    private SliceRequest Members(Guid group, string[] select) => new(connection.V1, connection.V1.Groups[group.ToString()].TransitiveMembers.GraphUser.ToGetRequestInformation(r =>
    {
        r.QueryParameters.Select = select;
        r.QueryParameters.Top = PageOfDirectory;

        // The cast is one of the directory's advanced queries.
        r.QueryParameters.Count = true;
        r.Headers.Add("ConsistencyLevel", "eventual");
    }));

    /// <summary>What comes twice counts once, so that a list that is begun anew goes on with what was taken.</summary>
    private Task ListAsync(GraphOperation operation, Func<SliceRequest> request, Action<JsonElement> take, CancellationToken cancellationToken) =>
        new GraphList(connection).ReadAsync(operation, request().Client, () => request().Request, static () => { }, take, cancellationToken);

    private static ReadOnlySpan<byte> Line(RecordShape shape, JsonElement record, Action<Utf8JsonWriter>? more = null)
    {
        var line = new ArrayBufferWriter<byte>(512);
        using var writer = new Utf8JsonWriter(line);
        if (more is null)
        {
            shape.Write(record, writer);
        }
        else
        {
            writer.WriteStartObject();
            more(writer);
            writer.WritePropertyName("record");
            shape.Write(record, writer);
            writer.WriteEndObject();
        }

        writer.Flush();
        return line.WrittenSpan;
    }
}
