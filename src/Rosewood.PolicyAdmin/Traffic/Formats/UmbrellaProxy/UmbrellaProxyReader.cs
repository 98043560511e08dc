using Rosewood.PolicyAdmin.Traffic.Formats.UmbrellaDns;
using Rosewood.PolicyAdmin.Traffic.Text;

namespace Rosewood.PolicyAdmin.Traffic.Formats.UmbrellaProxy;

/// <summary>
/// Reads Umbrella's proxy rows, quoted and without a header: time (UTC), policy identity, internal, external and destination address,
/// content type, verdict, address, referrer, user agent, status, sizes of request, response and its body, hash, categories, five columns
/// about malware; later versions add the identity's type, the blocked categories, all identities and their types, the method, and more.
/// </summary>
internal sealed class UmbrellaProxyReader(LogReaderOptions options) : TextLogReader(UmbrellaProxyFormat.FormatName, options)
{
    private const int LeastColumns = 21;
    private readonly CsvRow _row = new();

    /// <inheritdoc/>
    protected override bool Read(ReadOnlySpan<byte> line, ref LogFields fields)
    {
        if (!_row.TrySplit(line) || _row.Count < LeastColumns)
        {
            return false;
        }

        if (Is(Value(line, 0), "Timestamp"u8))
        {
            fields.IsNote = Is(Value(line, 7), "URL"u8);
            return fields.IsNote;
        }

        var stamp = Value(line, 0);
        var verdict = Value(line, 6);
        var status = Value(line, 10);
        if (stamp.Length != 19 || stamp[10] != ' ' || !Time.TryDateAndTime(stamp[..10], stamp[11..], "UTC"u8, out fields.EndTicks)
            || verdict.IsEmpty || verdict.IndexOfAnyExceptInRange((byte)'A', (byte)'z') >= 0
            || (!status.IsEmpty && !LogTime.TryNumber(status, out _)))
        {
            return false;
        }

        var internalAddress = Known(Value(line, 2));
        fields.SourceAddress = internalAddress.IsEmpty ? Known(Value(line, 3)) : internalAddress;

        // Umbrella's own example has a space before this one's quotes.
        fields.DestinationAddress = Known(Value(line, 4).Trim(" \""u8));
        fields.Url = Value(line, 7);
        fields.Host = UrlHost.OfLoose(fields.Url);
        fields.Referrer = Value(line, 8);
        fields.Bytes = Number(Value(line, 12));
        fields.Action = Is(verdict, "ALLOWED"u8) || Is(verdict, "PROXIED"u8) || Is(verdict, "WARNED"u8) || Is(verdict, "ISOLATED"u8) ? LogAction.Allowed
            : Is(verdict, "BLOCKED"u8) ? LogAction.Blocked
            : LogAction.Other;
        fields.IsOpenVerdict = fields.Action == LogAction.Other;
        var blocked = Value(line, 22);
        fields.Category = fields.Action == LogAction.Blocked && !blocked.IsEmpty ? blocked : Value(line, 15);
        UmbrellaIdentity.Set(ref fields, Value(line, 1), Value(line, 21), Value(line, 23), Value(line, 24));
        return true;
    }

    private ReadOnlySpan<byte> Value(ReadOnlySpan<byte> line, int column) => _row.Field(line, column, Scratch).Trim((byte)' ');
}
