using System.Buffers;
using System.Text;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Catalogue;

/// <summary>
/// Brings a host as logs and people write it into the catalogue's form: lower-case A-labels without userinfo, port or final dot.
/// What is no host name (an IPv6 literal, a blank, a percent sign) has no normal form.
/// </summary>
internal static class HostName
{
    /// <summary>RFC 1035: a name's longest text form without the final dot.</summary>
    public const int MaxLength = 253;

    /// <summary>Bytes of a host already in normal form. The underscore occurs in service names and in sloppy ones.</summary>
    private static readonly SearchValues<byte> Plain = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-._"u8);

    /// <summary>Whether these bytes need no more than the final dot taken off.</summary>
    public static bool IsPlain(ReadOnlySpan<byte> host) => host.Length <= MaxLength && !host.ContainsAnyExcept(Plain);

    /// <summary>The hosts above a host, the nearest first.</summary>
    public static IEnumerable<string> Parents(string host)
    {
        for (var dot = host.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = host.IndexOf('.', dot + 1))
        {
            yield return host[(dot + 1)..];
        }
    }

    /// <summary>Takes a port off that ends in a digit, as in <c>host:443</c>; cheap for hosts without one.</summary>
    public static ReadOnlySpan<byte> WithoutPort(ReadOnlySpan<byte> host)
    {
        var end = host.Length;
        while (end > 0 && char.IsAsciiDigit((char)host[end - 1]))
        {
            end--;
        }

        return end > 0 && host[end - 1] == ':' && host.Length - end <= 5 ? host[..(end - 1)] : host;
    }

    /// <summary>Normalises a host or authority.</summary>
    /// <param name="raw">Bytes as a log has them; UTF-8.</param>
    /// <param name="buffer">Receives the normal form; at least <see cref="MaxLength"/> bytes.</param>
    /// <param name="length">Its length.</param>
    /// <returns>False when this is no host name.</returns>
    public static bool TryNormalise(ReadOnlySpan<byte> raw, Span<byte> buffer, out int length)
    {
        length = 0;
        var host = raw[(raw.LastIndexOf((byte)'@') + 1)..];
        var colon = host.IndexOf((byte)':');
        if (colon >= 0)
        {
            var port = host[(colon + 1)..];
            if (port.Length > 5 || port.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
            {
                return false;
            }

            host = host[..colon];
        }

        if (host.EndsWith((byte)'.'))
        {
            host = host[..^1];
        }

        if (host.Length is 0 or > MaxLength)
        {
            return false;
        }

        length = Ascii.ToLower(host, buffer, out var written) == OperationStatus.Done
            ? written
            : InternationalName.ToAscii(host, buffer);
        return length > 0 && IsPlain(buffer[..length]);
    }

    /// <summary>A host that a person typed: a name, a host with port, or a whole address.</summary>
    /// <exception cref="FaultException"><c>HostInvalid</c>.</exception>
    public static string Parse(string typed) => TryParse(typed, out var host) ? host : throw CatalogueFaults.HostInvalid(typed).ToException();

    /// <summary>The same without a fault.</summary>
    public static bool TryParse(string? typed, out string host)
    {
        host = "";
        var text = typed.AsSpan().Trim();
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        text = scheme >= 0 ? text[(scheme + 3)..] : text;
        var path = text.IndexOfAny("/?#\\");
        text = path >= 0 ? text[..path] : text;
        if (text.Length > MaxLength * 2)
        {
            return false;
        }

        Span<byte> normal = stackalloc byte[MaxLength];
        if (!TryNormalise(Encoding.UTF8.GetBytes(text.ToArray()), normal, out var length))
        {
            return false;
        }

        host = Encoding.ASCII.GetString(normal[..length]);
        return HasValidLabels(host);
    }

    /// <summary>Labels of 1 to 63 characters that neither begin nor end with a hyphen, and a last one that is no number.</summary>
    private static bool HasValidLabels(string host)
    {
        var labels = host.Split('.');
        return Array.TrueForAll(labels, l => l.Length is > 0 and <= 63 && l[0] != '-' && l[^1] != '-') && !labels[^1].All(char.IsAsciiDigit);
    }
}
