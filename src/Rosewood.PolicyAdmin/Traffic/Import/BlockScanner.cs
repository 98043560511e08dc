using System.Runtime.CompilerServices;
using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Traffic.Content;

namespace Rosewood.PolicyAdmin.Traffic.Import;

/// <summary>
/// Reads a block of whole lines: counts them, drops what is about something else after a glance, reads hits whole.
/// Holds the fast path; allocates nothing for a dropped line. Serves one thread.
/// </summary>
internal sealed class BlockScanner
{
    /// <summary>A longer line is malformed.</summary>
    public const int LongestLine = 64 * 1024;

    /// <summary>Lines of one log come a little out of order where a proxy has several workers; more is a clock that was set back.</summary>
    public const int ClockToleranceSeconds = 300;

    private const int MostJumps = 16;

    private readonly LogReader _reader;
    private readonly HostClassifier _hosts;
    private readonly ServiceCatalogue _catalogue;
    private readonly string? _categoryVendor;
    private readonly TextInterner _encodedUsers = new(static b => NormalUser(LogText.OrNull(b, percentEncoded: true)));
    private readonly TextInterner _users = new(static b => NormalUser(LogText.OrNull(b)));
    private readonly TextInterner _addresses = new(LogText.Address);
    private readonly TextInterner _devices = new(static b => LogText.OrNull(b));

    // Most logs need neither: made for the first line that does.
    private ApplicationClassifier? _applications;
    private ContentScanner? _content;

    /// <param name="reader">Reads the lines.</param>
    /// <param name="catalogue">The services.</param>
    /// <param name="categoryVendor">Whose categories the lines have, see <see cref="LogFormat.CategoryVendor"/>.</param>
    public BlockScanner(LogReader reader, ServiceCatalogue catalogue, string? categoryVendor = null)
    {
        _reader = reader;
        _categoryVendor = categoryVendor;
        _hosts = new HostClassifier(catalogue);
        _catalogue = catalogue;
    }

    /// <summary>
    /// Has the fast path compiled and the catalogue read while the command still looks at other things: a second core is idle then.
    /// </summary>
    public static void WarmUp()
    {
        var result = new BlockResult();
        result.Clear();
        var line = "1764028800.123    250 10.20.1.5 TCP_MISS/200 100 GET http://www.facebook.com/ - HIER_DIRECT/192.0.2.1 text/html\n"u8;
        new BlockScanner(LogFormats.All[0].CreateReader(LogReaderOptions.Default), ServiceCatalogue.BuiltIn).Scan(line, result);
    }

    /// <summary>Reads whole lines.</summary>
    /// <param name="block">Ends with a line feed.</param>
    /// <param name="result">Cleared; takes what was found.</param>
    /// <param name="header">The last header before the block, see <see cref="LogReader.Begin"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Scan(ReadOnlySpan<byte> block, BlockResult result, ReadOnlySpan<byte> header = default)
    {
        _reader.Begin(header);
        long lines = 0;
        long previous = 0;
        long earliest = long.MaxValue;
        long latest = 0;
        var glance = default(LineGlance);
        foreach (var whole in new LineEnumerator(block))
        {
            var line = whole;
            lines++;
            if (line.IsEmpty)
            {
                continue;
            }

            line = line[SyslogHeader.Length(line)..];
            if (line.Length > LongestLine || !_reader.Glance(line, ref glance))
            {
                Malformed(line, lines, previous, result);
                continue;
            }

            if (glance.IsNote)
            {
                continue;
            }

            var seconds = glance.UnixSeconds;
            if (previous - seconds > ClockToleranceSeconds && result.Jumps.Count < MostJumps)
            {
                result.Jumps.Add((previous, seconds));
            }

            result.FirstSeconds = previous == 0 ? seconds : result.FirstSeconds;
            previous = seconds;
            earliest = Math.Min(earliest, seconds);
            latest = Math.Max(latest, seconds);
            ref var slot = ref result.Slots[(int)(seconds / CoverageSlot.Seconds)];
            slot.Lines++;
            if (glance.IsOther || glance.IsAnswer)
            {
                slot.Other++;
                result.OpenVerdicts += glance.IsOpenVerdict ? 1 : 0;
                if (glance.IsAnswer && _hosts.Classify(glance.Host).Match is { Found: true } refused)
                {
                    Hit(line, refused, result);
                }

                continue;
            }

            var host = _hosts.Classify(glance.Host);
            slot.NoUser += glance.HasUser ? 0 : 1;
            slot.NoHost += host.IsNamed ? 0 : 1;
            if (host.Hidden != HiddenTrafficKind.None || glance.IsQuic)
            {
                Hidden(ref slot, host.Hidden, glance.IsQuic);
            }

            var match = host.Match;
            if (!match.Found && !host.IsNamed && !glance.Application.IsEmpty)
            {
                match = (_applications ??= new ApplicationClassifier(_catalogue)).Classify(glance.Application);
            }

            if (match.Found)
            {
                Hit(line, match, result);
            }

            if (!glance.Category.IsEmpty)
            {
                Category(line, glance.Category, result);
            }
        }

        result.Lines = lines;
        result.LastSeconds = previous;
        result.EarliestSeconds = earliest;
        result.LatestSeconds = latest;
    }

    private static void Malformed(ReadOnlySpan<byte> line, long number, long previous, BlockResult result)
    {
        result.Malformed++;
        if (previous == 0)
        {
            result.LeadingMalformed++;
        }
        else
        {
            result.Slots[(int)(previous / CoverageSlot.Seconds)].Malformed++;
        }

        if (result.Samples.Count < BlockResult.MostSamples)
        {
            result.Samples.Add(new MalformedLine(number, LogText.Sample(line)));
        }
    }

    private static void Hidden(ref SlotCounts slot, HiddenTrafficKind kind, bool quic)
    {
        slot.EncryptedDns += kind == HiddenTrafficKind.EncryptedDns ? 1 : 0;
        slot.Vpn += kind == HiddenTrafficKind.Vpn ? 1 : 0;
        slot.Quic += quic ? 1 : 0;
    }

    /// <summary>Trimmed, lower case, form C: as roster logins are compared.</summary>
    private static string? NormalUser(string? user) => user is null ? null : People.LoginName.Normalize(user) is { Length: > 0 } normal ? normal : null;

    private void Category(ReadOnlySpan<byte> line, ReadOnlySpan<byte> category, BlockResult result)
    {
        if ((_reader.LineFormat is { } format ? format.CategoryVendor : _categoryVendor) is not { } vendor)
        {
            return;
        }

        _content ??= new ContentScanner();
        if (_content.Classify(vendor, category, result.Content) is not { } type)
        {
            return;
        }

        var fields = default(LogFields);
        if (_reader.TryRead(line, ref fields) && fields.Action != LogAction.Other)
        {
            _content.Add(type, KeyOf(fields, HostMatch.None), fields, result.Content);
        }
    }

    private VisitKey KeyOf(in LogFields fields, HostMatch match) => new(
        fields.UserIsEncoded ? _encodedUsers[fields.User] : _users[fields.User],
        _addresses[fields.SourceAddress],
        _devices[fields.Device],
        match.ServiceIndex);

    private void Hit(ReadOnlySpan<byte> line, HostMatch match, BlockResult result)
    {
        var fields = default(LogFields);
        if (!_reader.TryRead(line, ref fields) || fields.Action == LogAction.Other)
        {
            return;
        }

        result.Hits.Add(new LogHit(KeyOf(fields, match), fields.StartTicks, fields.EndTicks, fields.Bytes, match.Role, fields.Action == LogAction.Blocked, IsOutside(fields.Referrer, match.ServiceIndex)) { IsAnswer = fields.IsAnswer, Host = HashOf(fields.Host) });
    }

    /// <summary>Without case, which resolvers keep as the client sent it.</summary>
    private static int HashOf(ReadOnlySpan<byte> host)
    {
        Span<byte> lower = stackalloc byte[UrlHost.Longest];
        var hash = new HashCode();
        System.Text.Ascii.ToLower(host, lower, out var length);
        hash.AddBytes(lower[..length]);
        return hash.ToHashCode();
    }

    /// <summary>A referrer that is a page of the same service is a person going on within it; without one nothing is known.</summary>
    private bool IsOutside(ReadOnlySpan<byte> referrer, int service)
    {
        var host = UrlHost.OfUrl(referrer);
        return !host.IsEmpty && _hosts.Classify(host).Match.ServiceIndex != service;
    }
}
