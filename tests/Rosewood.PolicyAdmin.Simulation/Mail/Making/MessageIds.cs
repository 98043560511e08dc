using System.Globalization;
using Rosewood.PolicyAdmin.Simulation.Making;

namespace Rosewood.PolicyAdmin.Simulation.Mail.Making;

/// <summary>Message-IDs as the mail systems of senders make them.</summary>
internal static class MessageIds
{
    /// <summary>The id that the system of an address gives.</summary>
    public static string Of(Dice dice, string address)
    {
        var domain = address[(address.LastIndexOf('@') + 1)..].ToLowerInvariant();
        var guid = dice.Guid();
        if (dice.Chance(0.25) && domain is not "rosewood.example")
        {
            // Mail programs on Apple's phones make the id themselves, at the address's domain.
            return $"<{guid.ToUpperInvariant()}@{MailAddresses.Ascii(domain)}>";
        }

        return domain switch
        {
            "rosewood.example" => School(guid),
            "gmail.com" or "googlemail.com" => $"<CA{Letters(dice, 3)}={Letters(dice, 44)}@mail.gmail.com>",
            "hotmail.co.uk" or "hotmail.com" or "outlook.com" or "live.co.uk" => Exchange("AS8P193MB", "EURP193", guid),
            "yahoo.co.uk" or "sky.com" or "aol.com" => string.Create(CultureInfo.InvariantCulture, $"<{dice.Between(100_000_000, 1_999_999_999)}.{dice.Between(100_000, 9_999_999)}.{1_780_000_000_000 + dice.Between(0, 999_999_999)}@mail.yahoo.com>"),
            "icloud.com" or "me.com" => $"<{guid.ToUpperInvariant()}@icloud.com>",
            _ => $"<{guid.Replace("-", "", StringComparison.Ordinal)[..20]}@{MailAddresses.Ascii(domain)}>",
        };
    }

    /// <summary>The id of a service that sends for others.</summary>
    public static string OfService(Dice dice, string host) => string.Create(CultureInfo.InvariantCulture, $"<{Letters(dice, 12)}.{dice.Between(100_000, 999_999)}@{host}>");

    /// <summary>The id that Exchange Online gives to the school's own mail.</summary>
    private static string School(string guid) => Exchange("LO4P265MB", "GBRP265", guid);

    private static string Exchange(string server, string site, string guid)
    {
        var hex = guid.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
        return $"<{server}{hex[..4]}{hex[4..32]}@{server}{hex[..4]}.{site}.PROD.OUTLOOK.COM>";
    }

    private static string Letters(Dice dice, int count)
    {
        const string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
        return string.Create(count, dice, (text, throws) =>
        {
            for (var i = 0; i < text.Length; i++)
            {
                text[i] = alphabet[throws.Between(0, alphabet.Length - 1)];
            }
        });
    }
}
