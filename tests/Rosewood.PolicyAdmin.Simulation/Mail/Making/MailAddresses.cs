using System.Globalization;
using Rosewood.PolicyAdmin.Simulation.Making;

namespace Rosewood.PolicyAdmin.Simulation.Mail.Making;

/// <summary>Addresses as people choose them, and what somebody who knows addresses sees in them.</summary>
internal static class MailAddresses
{
    /// <summary>Where people in Britain have their mail, the usual ones more than once.</summary>
    private static readonly string[] Consumer =
    [
        "gmail.com", "gmail.com", "gmail.com", "gmail.com", "gmail.com", "hotmail.co.uk", "hotmail.co.uk", "hotmail.com", "outlook.com", "outlook.com",
        "yahoo.co.uk", "yahoo.co.uk", "icloud.com", "icloud.com", "btinternet.com", "btinternet.com", "live.co.uk", "sky.com", "talktalk.net",
        "virginmedia.com", "googlemail.com", "aol.com", "me.com", "ntlworld.com", "proton.me",
    ];

    private static readonly string[] Business =
    [
        "calderbuilders.example", "hendersonlaw.example", "millbrookcare.example", "northlinelogistics.example", "brightdental.example",
        "peakjoinery.example", "ryburnfoods.example", "eastgatemotors.example",
    ];

    private static readonly string[] Nick =
    [
        "sunnyhill", "mad4cats", "thegardener", "busybee", "leedsfan", "mumofthree", "bluebird", "daisychain", "motorhead", "rosecottage", "kayaker", "northernsoul",
    ];

    /// <summary>A private address for a name. One in five is nothing like the name.</summary>
    public static string Personal(Dice dice, string name)
    {
        var (first, last) = Parts(name);
        var number = dice.Between(1, 99).ToString(CultureInfo.InvariantCulture);
        var tail = dice.Chance(0.4) ? number : "";
        var local = dice.Share() switch
        {
            < 0.3 => first + "." + last + tail,
            < 0.45 => first + last + tail,
            < 0.55 => first[..1] + "." + last + tail,
            < 0.65 => first[..1] + last + number,
            < 0.72 => last + "." + first,
            < 0.8 => first + "_" + last + tail,
            _ => dice.Pick(Nick) + number,
        };
        return local + "@" + dice.Pick(Consumer);
    }

    /// <summary>An address at a parent's employer.</summary>
    public static string AtWork(Dice dice, string name)
    {
        var (first, last) = Parts(name);
        return first + "." + last + "@" + dice.Pick(Business);
    }

    /// <summary>An address that suits anybody of that initial and surname.</summary>
    public static string ByInitial(Dice dice, string name)
    {
        var (first, last) = Parts(name);
        return (dice.Chance(0.5) ? first[..1] + "." + last : first[..1] + last) + dice.Between(1, 99).ToString(CultureInfo.InvariantCulture) + "@" + dice.Pick(Consumer);
    }

    /// <summary>The address of a household.</summary>
    public static string Household(Dice dice, string name) => "the" + Parts(name).Last + "s" + dice.Between(1, 99).ToString(CultureInfo.InvariantCulture) + "@" + dice.Pick(Consumer);

    /// <summary>The same mailbox written otherwise: a tag, other dots where the provider ignores them, other case.</summary>
    public static string Variant(Dice dice, string address)
    {
        var at = address.IndexOf('@', StringComparison.Ordinal);
        var (local, domain) = (address[..at], address[(at + 1)..]);
        var ignoresDots = domain is "gmail.com" or "googlemail.com";
        return dice.Between(0, 2) switch
        {
            0 => local + "+school@" + domain,
            1 when ignoresDots => (local.Contains('.', StringComparison.Ordinal) ? local.Replace(".", "", StringComparison.Ordinal) : local[..1] + "." + local[1..]) + "@" + domain,
            _ => char.ToUpperInvariant(local[0]) + local[1..] + "@" + domain.ToUpperInvariant(),
        };
    }

    /// <summary>One form for all spellings of a mailbox.</summary>
    public static string Canonical(string address)
    {
        var text = address.Trim().ToLowerInvariant();
        var at = text.LastIndexOf('@');
        if (at <= 0)
        {
            return text;
        }

        var (local, domain) = (text[..at], text[(at + 1)..]);
        var plus = local.IndexOf('+', StringComparison.Ordinal);
        local = plus > 0 ? local[..plus] : local;
        domain = string.Equals(domain, "googlemail.com", StringComparison.Ordinal) ? "gmail.com" : domain;
        if (string.Equals(domain, "gmail.com", StringComparison.Ordinal))
        {
            local = local.Replace(".", "", StringComparison.Ordinal);
        }

        return local + "@" + Ascii(domain);
    }

    /// <summary>A domain as it travels.</summary>
    public static string Ascii(string domain) => domain.All(char.IsAscii) ? domain : new IdnMapping().GetAscii(domain);

    /// <summary>Whether the domain is one where private people have their mail.</summary>
    public static bool IsConsumer(string address) => Consumer.Contains(address[(address.LastIndexOf('@') + 1)..].ToLowerInvariant(), StringComparer.Ordinal);

    /// <summary>Whether an address at a consumer domain has the surname and the first name or its initial in it.</summary>
    public static bool IsAlike(string address, string name)
    {
        var (first, last) = Parts(name);
        var at = address.LastIndexOf('@');
        if (at <= 0 || !IsConsumer(address))
        {
            return false;
        }

        var local = new string([.. address[..at].ToLowerInvariant().Where(char.IsAsciiLetter)]);
        var place = local.IndexOf(last, StringComparison.Ordinal);
        if (place < 0)
        {
            return false;
        }

        var rest = local.Remove(place, last.Length);
        return rest.Length > 0 && (string.Equals(rest, first, StringComparison.Ordinal) || string.Equals(rest, first[..1], StringComparison.Ordinal));
    }

    private static (string First, string Last) Parts(string name)
    {
        var space = name.LastIndexOf(' ');
        return (Plain(name[..space]), Plain(name[(space + 1)..]));
    }

    /// <summary>As people spell their name for mail: without marks. By a table, since it must not depend on the machine's Unicode data.</summary>
    private static string Plain(string name)
    {
        const string marked = "áàâäçéèêëíìîïńñóòôöøúùûüýżźžłśšćčęąễ";
        const string plain = "aaaaceeeeiiiinnooooouuuuyzzzlsscceae";
        return new string([.. name.ToLowerInvariant().Select(l => marked.IndexOf(l, StringComparison.Ordinal) is var place and >= 0 ? plain[place] : l).Where(char.IsAsciiLetter)]);
    }
}
