using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using System.Xml;
using Rosewood.PolicyAdmin.Correspondence.Addresses;

namespace Rosewood.PolicyAdmin.Workspace.Reading;

/// <summary>The forms that single texts may have. <c>policy.schema.json</c> holds the same patterns; a test keeps the two together.</summary>
internal static partial class ConfigFormats
{
    public static bool TryName(string text, out string value) => Taken(text, NamePattern().IsMatch(text), out value);

    public static bool TryLine(string text, out string value) => Taken(text, LinePattern().IsMatch(text), out value);

    /// <summary>A distinguished name (RFC 4514); a space after a comma is taken too.</summary>
    public static bool TryDistinguishedName(string text, out string value) => Taken(text, text.Length <= 2000 && DistinguishedNamePattern().IsMatch(text), out value);

    public static bool TryDate(string text, out DateOnly value)
    {
        value = default;
        return DatePattern().IsMatch(text) && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out value);
    }

    public static bool TryTime(string text, out TimeOnly value)
    {
        value = default;
        return TimePattern().IsMatch(text) && TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out value);
    }

    /// <summary>Numbers have four digits at most, so that nothing overflows. A month counts 30 days and a year 365.</summary>
    public static bool TryDuration(string text, out TimeSpan value)
    {
        value = default;
        if (IsoDurationPattern().IsMatch(text))
        {
            value = XmlConvert.ToTimeSpan(text);
            return true;
        }

        if (!ShortDurationPattern().IsMatch(text))
        {
            return false;
        }

        var number = int.Parse(text.AsSpan(0, text.Length - 1), CultureInfo.InvariantCulture);
        value = text[^1] switch
        {
            'm' => TimeSpan.FromMinutes(number),
            'h' => TimeSpan.FromHours(number),
            'd' => TimeSpan.FromDays(number),
            _ => TimeSpan.FromDays(7 * number),
        };
        return true;
    }

    public static bool TryZone(string text, out string value) =>
        Taken(text, ZonePattern().IsMatch(text) && SchoolZone.TryFind(text, out _), out value);

    public static bool TryHost(string text, out string value) =>
        Taken(text.ToLowerInvariant(), text.Length <= 253 && HostPattern().IsMatch(text), out value);

    public static bool TryMail(string text, out string value) =>
        Taken(text.ToLowerInvariant(), text.Length <= 254 && MailPattern().IsMatch(text), out value);

    public static bool TryPhone(string text, out string value)
    {
        var number = PhonePattern().IsMatch(text) ? PhoneNumber.ToE164(text) : null;
        return Taken(number ?? text, number is not null, out value);
    }

    public static bool TryMailOrDomain(string text, out string value) => TryMail(text, out value) || TryHost(text, out value);

    public static bool TryAddress(string text, out string value)
    {
        var address = Ip4Pattern().IsMatch(text) || Ip6Pattern().IsMatch(text) ? IPAddress.TryParse(text, out var parsed) ? parsed : null : null;
        return Taken(address?.ToString() ?? text, address is not null, out value);
    }

    public static bool TryEndpoint(string text, out string value)
    {
        var colon = text.LastIndexOf(':');
        var fits = colon > 0
            && PortPattern().IsMatch(text.AsSpan(colon + 1))
            && int.Parse(text.AsSpan(colon + 1), CultureInfo.InvariantCulture) is >= 1 and <= 65535
            && (HostPattern().IsMatch(text.AsSpan(0, colon)) || Ip4Pattern().IsMatch(text.AsSpan(0, colon)) || text.AsSpan(0, colon) is "localhost");
        return Taken(text.ToLowerInvariant(), fits && text.Length <= 260, out value);
    }

    public static bool TryId(string text, out Guid value) => Guid.TryParseExact(text, "D", out value);

    public static bool TryService(string text, out Uri value)
    {
        value = null!;
        if (!ServicePattern().IsMatch(text) || !Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.UserInfo.Length > 0)
        {
            return false;
        }

        value = uri;
        return uri.Scheme.Equals(Uri.UriSchemeHttps, StringComparison.Ordinal) || uri.IsLoopback;
    }

    public static bool TryThumbprint(string text, out string value) => Taken(text.ToUpperInvariant(), ThumbprintPattern().IsMatch(text), out value);

    public static bool TryDelimiter(string text, out char value)
    {
        value = text is [var only] ? only : default;
        return text is "," or ";" or "|" or "\t";
    }

    /// <summary>A .NET pattern with which a time written comes back the same to the second, or an epoch's name.</summary>
    public static bool TryTimeFormat(string text, out string value)
    {
        var sample = new DateTime(2026, 11, 24, 13, 5, 9, DateTimeKind.Unspecified);
        try
        {
            var fits = text is "UnixSeconds" or "UnixMilliseconds"
                || (DateTimeOffset.TryParseExact(sample.ToString(text, CultureInfo.InvariantCulture), text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var back)
                    && back.DateTime.AddSeconds(-back.Second) == sample.AddSeconds(-sample.Second));
            return Taken(text, fits && text.Length > 1, out value);
        }
        catch (FormatException)
        {
            return Taken(text, fits: false, out value);
        }
    }

    private static bool Taken(string text, bool fits, out string value)
    {
        value = text;
        return fits;
    }

    /// <summary>Controls, line ends, and marks that turn or hide what a person reads.</summary>
    private const string Hidden = @"\u0000-\u001F\u007F-\u009F\u200B\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF";

    /// <summary>The same and blanks: what no name begins or ends with.</summary>
    private const string Ends = Hidden + @" \u00A0\u3000";

    private const string Label = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private const string HostForm = "(" + Label + @"\.)+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])";
    private const string Octet = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private const string Ip4Form = "(" + Octet + @"\.){3}" + Octet;
    private const string NamePair = @"([A-Za-z][A-Za-z0-9-]*|[0-9]+(\.[0-9]+)*)=([^" + Hidden + @"\\"",+<>;]|\\[\\"",+<>;=# ]|\\[0-9A-Fa-f]{2})+";
    private const RegexOptions Plain = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\A[^" + Ends + "]([^" + Hidden + "]{0,198}[^" + Ends + @"])?\z", Plain, 1000)]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"\A[^" + Hidden + @"]{1,2000}\z", Plain, 1000)]
    private static partial Regex LinePattern();

    [GeneratedRegex(@"\A" + NamePair + "([,+] ?" + NamePair + @")*\z", Plain, 1000)]
    private static partial Regex DistinguishedNamePattern();

    [GeneratedRegex(@"\A20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])\z", Plain, 1000)]
    private static partial Regex DatePattern();

    [GeneratedRegex(@"\A([01][0-9]|2[0-3]):[0-5][0-9]\z", Plain, 1000)]
    private static partial Regex TimePattern();

    [GeneratedRegex(@"\A[1-9][0-9]{0,3}[mhdw]\z", Plain, 1000)]
    private static partial Regex ShortDurationPattern();

    [GeneratedRegex(@"\AP(?=.*[1-9])(?=.*[0-9][YMDHS]\z)([0-9]{1,4}Y)?([0-9]{1,4}M)?([0-9]{1,4}D)?(T(?=[0-9])([0-9]{1,4}H)?([0-9]{1,4}M)?([0-9]{1,4}S)?)?\z", Plain, 1000)]
    private static partial Regex IsoDurationPattern();

    [GeneratedRegex(@"\A[A-Za-z_]+(/[A-Za-z0-9_+-]+){0,2}\z", Plain, 1000)]
    private static partial Regex ZonePattern();

    [GeneratedRegex(@"\A" + HostForm + @"\z", Plain, 1000)]
    private static partial Regex HostPattern();

    [GeneratedRegex(@"\A[^" + Ends + @"@""<>(),;:\\\[\]]{1,64}@" + HostForm + @"\z", Plain, 1000)]
    private static partial Regex MailPattern();

    [GeneratedRegex(@"\A(\+[1-9]|0)[0-9 ().-]{6,30}\z", Plain, 1000)]
    private static partial Regex PhonePattern();

    [GeneratedRegex(@"\A" + Ip4Form + @"\z", Plain, 1000)]
    private static partial Regex Ip4Pattern();

    [GeneratedRegex(@"\A[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*\z", Plain, 1000)]
    private static partial Regex Ip6Pattern();

    [GeneratedRegex(@"\A[0-9]{1,5}\z", Plain, 1000)]
    private static partial Regex PortPattern();

    [GeneratedRegex(@"\Ahttps?://[^" + Ends + @"]+\z", Plain, 1000)]
    private static partial Regex ServicePattern();

    [GeneratedRegex(@"\A([0-9A-Fa-f]{40}|[0-9A-Fa-f]{64})\z", Plain, 1000)]
    private static partial Regex ThumbprintPattern();
}
