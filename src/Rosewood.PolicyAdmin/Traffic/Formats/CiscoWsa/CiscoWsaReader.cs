using Rosewood.PolicyAdmin.Traffic.Text;

namespace Rosewood.PolicyAdmin.Traffic.Formats.CiscoWsa;

/// <summary>
/// Reads the access log, which is Squid's with the appliance's decision and scan results behind it, and the W3C log by its last
/// <c>#Fields:</c>. The decision's first word says what the filter did; a warning page (<c>BLOCK_CONTINUE_…</c>) is a block, for going on has a
/// line of its own. A word that is not known is neither. Where the address asked for is a number (a transparent proxy's tunnel), the
/// server's name counts.
/// </summary>
internal sealed class CiscoWsaReader(LogReaderOptions options) : TextLogReader(CiscoWsaFormat.FormatName, options)
{
    private const int LongestElapsed = 12;
    private readonly SpacedRow _row = new();
    private readonly CsvRow _details = new();
    private bool _isBegun;
    private CiscoWsaColumns? _columns;

    private enum Word
    {
        Time,
        Elapsed,
        Client,
        Result,
        Bytes,
        Method,
        Url,
        User,
        Hierarchy,
        Type,
        Decision,
        Details,
        Least,
    }

    /// <inheritdoc/>
    public override void Begin(ReadOnlySpan<byte> header)
    {
        _isBegun = true;
        _columns = W3cHeader.Of(header) is { } names && CiscoWsaColumns.Are(names) ? new CiscoWsaColumns(names) : null;
    }

    /// <inheritdoc/>
    protected override bool Read(ReadOnlySpan<byte> line, ref LogFields fields)
    {
        if (line is [(byte)'#', ..])
        {
            return _isBegun && ReadHeader(line) && (fields.IsNote = true);
        }

        // The appliance's own syslog sender names a level.
        line = line.StartsWith("Info: "u8) ? line["Info: "u8.Length..] : line;
        return _columns is { } columns ? ReadNamed(line, columns, ref fields) : ReadAccess(line, ref fields);
    }

    private bool ReadHeader(ReadOnlySpan<byte> line)
    {
        if (W3cHeader.Of(line) is not { } names)
        {
            return line.StartsWith("#Software:"u8) || line.StartsWith("#Version:"u8) || line.StartsWith("#Date:"u8) || line.StartsWith("#System:"u8);
        }

        if (!CiscoWsaColumns.Are(names))
        {
            return false;
        }

        _columns = new CiscoWsaColumns(names);
        return true;
    }

    private bool ReadAccess(ReadOnlySpan<byte> line, ref LogFields fields)
    {
        if (line.Length < 40 || line[10] != '.' || !_row.TrySplit(line, (byte)' ', isDoubled: false) || _row.Count < (int)Word.Least || _row.Mark((int)Word.Details) != '<')
        {
            return false;
        }

        var result = Field(line, (int)Word.Result);
        var decision = Field(line, (int)Word.Decision);
        var slash = result.IndexOf((byte)'/');
        if (slash <= 0 || !IsDecision(decision) || !LogTime.TryEpoch(Field(line, (int)Word.Time), out fields.EndTicks))
        {
            return false;
        }

        var hierarchy = Field(line, (int)Word.Hierarchy);
        SetDetails(Field(line, (int)Word.Details), ref fields);
        fields.StartTicks = fields.EndTicks - Elapsed(Field(line, (int)Word.Elapsed));
        fields.SourceAddress = Known(Field(line, (int)Word.Client));
        fields.Bytes = Number(Field(line, (int)Word.Bytes));
        fields.User = Known(Field(line, (int)Word.User));
        SetPlace(Field(line, (int)Word.Url), hierarchy[(hierarchy.IndexOf((byte)'/') + 1)..], ref fields);
        fields.Action = Verdict(result[..slash], result[(slash + 1)..], decision);
        return true;
    }

    private bool ReadNamed(ReadOnlySpan<byte> line, CiscoWsaColumns columns, ref LogFields fields)
    {
        if (!_row.TrySplit(line, line.Contains((byte)'\t') ? (byte)'\t' : (byte)' ', isDoubled: false) || _row.Count != columns.Count)
        {
            return false;
        }

        if (!LogTime.TryEpoch(Field(line, columns.Epoch), out fields.EndTicks)
            && !Time.TryDateAndTime(Field(line, columns.Date), Field(line, columns.Time), "Z"u8, out fields.EndTicks))
        {
            return false;
        }

        if (_row.Mark(columns.Details) == '<')
        {
            SetDetails(Field(line, columns.Details), ref fields);
        }

        fields.Category = Category(Field(line, columns.Category)) is { IsEmpty: false } category ? category : fields.Category;
        fields.Application = Known(Field(line, columns.Application)) is { IsEmpty: false } application ? application : fields.Application;
        fields.StartTicks = fields.EndTicks - Elapsed(Field(line, columns.Elapsed));
        fields.SourceAddress = Known(Field(line, columns.Client));
        fields.Bytes = Number(Field(line, columns.Bytes));
        fields.User = Known(Field(line, columns.User));
        fields.Referrer = Known(Field(line, columns.Referrer));
        var hierarchy = Field(line, columns.Hierarchy);
        var slash = hierarchy.IndexOf((byte)'/');
        var server = Known(Field(line, columns.Server));
        SetPlace(Field(line, columns.Url), server.IsEmpty && slash >= 0 ? hierarchy[(slash + 1)..] : server, ref fields);
        fields.DestinationAddress = Known(Field(line, columns.ServerAddress)) is { IsEmpty: false } address ? address : fields.DestinationAddress;
        var result = Field(line, columns.Result);
        var end = result.IndexOf((byte)'/');
        fields.Action = Verdict(end < 0 ? result : result[..end], end < 0 ? Field(line, columns.Status) : result[(end + 1)..], Field(line, columns.Decision));
        return true;
    }

    private static void SetPlace(ReadOnlySpan<byte> url, ReadOnlySpan<byte> server, ref LogFields fields)
    {
        server = Known(server);
        fields.Url = url;
        fields.Host = UrlHost.OfLoose(url);
        var isNumber = IsNumeric(fields.Host);
        if (IsNumeric(server))
        {
            fields.DestinationAddress = server;
        }
        else if (isNumber && !server.IsEmpty)
        {
            fields.DestinationAddress = fields.Host;
            fields.Host = server;
        }
    }

    private void SetDetails(ReadOnlySpan<byte> details, ref LogFields fields)
    {
        // Four before the average bandwidth, the one number with a fraction this far behind, stands the application.
        const int FirstBandwidth = 26;
        const int LastBandwidth = 30;
        const int Application = 4;
        if (!_details.TrySplit(details))
        {
            return;
        }

        fields.Category = Category(_details.Field(details, 0, Scratch));
        for (var i = FirstBandwidth; i <= LastBandwidth; i++)
        {
            var value = _details.Field(details, i, Scratch);
            if (value is [>= (byte)'0' and <= (byte)'9', ..] && value.Contains((byte)'.'))
            {
                fields.Application = Known(_details.Field(details, i - Application, Scratch));
                return;
            }
        }
    }

    private static LogAction Verdict(ReadOnlySpan<byte> result, ReadOnlySpan<byte> status, ReadOnlySpan<byte> decision)
    {
        if (status.StartsWith("407"u8) || decision.StartsWith("OTHER"u8) || decision.StartsWith("NO_AUTHORIZATION"u8) || decision.StartsWith("NO_PASSWORD"u8) || decision.StartsWith("SAAS_AUTH"u8))
        {
            return LogAction.Other;
        }

        if (decision.StartsWith("BLOCK_"u8) || decision.StartsWith("DROP_"u8) || decision.StartsWith("REDIRECT_"u8))
        {
            return LogAction.Blocked;
        }

        if (result.StartsWith("NONE"u8))
        {
            return LogAction.Other;
        }

        if (decision.StartsWith("ALLOW_"u8) || decision.StartsWith("DEFAULT_CASE"u8) || decision.StartsWith("MONITOR_"u8) || decision.StartsWith("DECRYPT_"u8) || decision.StartsWith("PASSTHRU_"u8))
        {
            return LogAction.Allowed;
        }

        // A W3C log may lack the decision; the result then says it as Squid's does.
        return result.StartsWith("TCP_DENIED"u8) ? LogAction.Blocked
            : Known(decision).IsEmpty && result.StartsWith("TCP_"u8) ? LogAction.Allowed
            : LogAction.Other;
    }

    /// <summary><c>BLOCK_WEBCAT_12-Policy-Identity-…</c>.</summary>
    private static bool IsDecision(ReadOnlySpan<byte> text)
    {
        var dash = text.IndexOf((byte)'-');
        if (dash < 4)
        {
            return false;
        }

        foreach (var b in text[..dash])
        {
            if (!char.IsAsciiLetterUpper((char)b) && !char.IsAsciiDigit((char)b) && b != '_')
            {
                return false;
            }
        }

        return true;
    }

    /// <summary><c>nc</c> is not categorised, <c>ns</c> not scored.</summary>
    private static ReadOnlySpan<byte> Category(ReadOnlySpan<byte> category) => Is(category, "nc"u8) || Is(category, "ns"u8) ? [] : Known(category);

    private static bool IsNumeric(ReadOnlySpan<byte> host) =>
        host.Contains((byte)':') || (host.Length > 6 && host.Count((byte)'.') == 3 && char.IsAsciiDigit((char)host[0]) && char.IsAsciiDigit((char)host[^1]));

    private static long Elapsed(ReadOnlySpan<byte> text) => text.Length <= LongestElapsed ? Number(text) * TimeSpan.TicksPerMillisecond : 0;

    private ReadOnlySpan<byte> Field(ReadOnlySpan<byte> line, int column) => column < 0 ? [] : _row.Field(line, column);
}
