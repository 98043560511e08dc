using System.Collections.Frozen;

namespace Rosewood.PolicyAdmin.Correspondence.Addresses;

/// <summary>
/// Providers at which private people have mailboxes, with the domains that end their message ids where those differ. A small table of what
/// is common in the UK: a domain that is missing makes the audit quieter, never wrong.
/// </summary>
internal static class ConsumerMail
{
    private static readonly FrozenDictionary<string, string> Providers = Table(
        ("gmail", "gmail.com googlemail.com mail.gmail.com"),
        ("outlook", "outlook.com outlook.co.uk hotmail.com hotmail.co.uk live.com live.co.uk msn.com windowslive.com"),
        ("yahoo", "yahoo.com yahoo.co.uk ymail.com rocketmail.com yahoo.ie mail.yahoo.com"),
        ("icloud", "icloud.com me.com mac.com"),
        ("aol", "aol.com aol.co.uk aim.com mail.aol.com"),
        ("bt", "btinternet.com btopenworld.com talk21.com"),
        ("sky", "sky.com"),
        ("talktalk", "talktalk.net tiscali.co.uk lineone.net"),
        ("virgin", "virginmedia.com ntlworld.com virgin.net blueyonder.co.uk"),
        ("proton", "proton.me protonmail.com pm.me protonmail.ch"),
        ("gmx", "gmx.com gmx.co.uk gmx.net mail.com"),
        ("fastmail", "fastmail.com fastmail.co.uk fastmail.fm messagingengine.com"),
        ("zoho", "zohomail.com zohomail.eu"),
        ("orange", "orange.net wanadoo.co.uk freeserve.co.uk"),
        ("plusnet", "plus.com plus.net"),
        ("tutanota", "tutanota.com tuta.com tuta.io"),
        ("o2", "o2.co.uk"),
        ("ee", "ee.co.uk"));

    /// <summary>The provider of a domain or of one below it; null when it is none that is known.</summary>
    public static string? ProviderOf(string domain)
    {
        var name = domain;
        while (true)
        {
            if (Providers.TryGetValue(name, out var provider))
            {
                return provider;
            }

            var dot = name.IndexOf('.', StringComparison.Ordinal);
            if (dot < 0)
            {
                return null;
            }

            name = name[(dot + 1)..];
        }
    }

    /// <summary>Whether private people have mailboxes in a domain.</summary>
    public static bool IsConsumer(string domain) => ProviderOf(domain) is not null;

    private static FrozenDictionary<string, string> Table(params (string Provider, string Domains)[] rows) => rows
        .SelectMany(static r => r.Domains.Split(' ').Select(d => KeyValuePair.Create(d, r.Provider)))
        .ToFrozenDictionary(StringComparer.Ordinal);
}
