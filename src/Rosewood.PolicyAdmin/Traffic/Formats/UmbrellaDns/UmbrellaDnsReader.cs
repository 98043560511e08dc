using Rosewood.PolicyAdmin.Traffic.Text;

namespace Rosewood.PolicyAdmin.Traffic.Formats.UmbrellaDns;

/// <summary>
/// Reads Umbrella's DNS rows, quoted and without a header: time (UTC), policy identity, identities, internal address, external address,
/// action, query type, response code, domain, categories; since version 3 the policy identity's type, the identities' types and the blocked
/// categories; later versions put more behind that. A row is a query with its result.
/// </summary>
internal sealed class UmbrellaDnsReader(LogReaderOptions options) : TextLogReader(UmbrellaDnsFormat.FormatName, options)
{
    private const int LeastColumns = 10;
    private const int MostColumns = 20;
    private readonly CsvRow _row = new();

    /// <inheritdoc/>
    protected override bool Read(ReadOnlySpan<byte> line, ref LogFields fields)
    {
        if (!_row.TrySplit(line) || _row.Count is < LeastColumns or > MostColumns)
        {
            return false;
        }

        if (Is(Value(line, 0), "Timestamp"u8))
        {
            fields.IsNote = Value(line, 8).IndexOf("omain"u8) >= 0;
            return fields.IsNote;
        }

        var stamp = Value(line, 0);
        var type = Value(line, 6);
        if (stamp.Length != 19 || stamp[10] != ' ' || !Time.TryDateAndTime(stamp[..10], stamp[11..], "UTC"u8, out fields.EndTicks)
            || type.IndexOf(" ("u8) <= 0 || !char.IsAsciiDigit((char)type[0]))
        {
            return false;
        }

        var internalAddress = Known(Value(line, 3));
        fields.SourceAddress = internalAddress.IsEmpty ? Known(Value(line, 4)) : internalAddress;
        fields.Host = DnsText.Host(Value(line, 8));
        var action = Value(line, 5);
        fields.Action = Is(action, "Allowed"u8) || Is(action, "Proxied"u8) ? LogAction.Allowed : Is(action, "Blocked"u8) ? LogAction.Blocked : LogAction.Other;
        fields.IsOpenVerdict = fields.Action == LogAction.Other;
        var blocked = Value(line, 12);
        fields.Category = fields.Action == LogAction.Blocked && !blocked.IsEmpty ? blocked : Value(line, 9);
        UmbrellaIdentity.Set(ref fields, Value(line, 1), Value(line, 10), Value(line, 2), Value(line, 11));
        return !action.IsEmpty;
    }

    private ReadOnlySpan<byte> Value(ReadOnlySpan<byte> line, int column) => _row.Field(line, column, Scratch).Trim((byte)' ');
}
