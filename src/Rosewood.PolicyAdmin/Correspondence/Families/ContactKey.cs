using System.Security.Cryptography;
using System.Text;
using Rosewood.PolicyAdmin.Correspondence.Addresses;

namespace Rosewood.PolicyAdmin.Correspondence.Families;

/// <summary>
/// The key by which addresses and phone numbers of families are hashed. Mail addresses are guessable, so a hash without a key would tell
/// them to whoever tries all of a class list. Never shown, never logged.
/// </summary>
internal sealed class ContactKey
{
    /// <summary>Bytes of a key.</summary>
    public const int Length = 32;

    private readonly byte[] _key;

    /// <param name="key">32 random bytes.</param>
    public ContactKey(byte[] key)
    {
        if (key.Length != Length)
        {
            throw new ArgumentException("A key has 32 bytes.", nameof(key));
        }

        _key = key;
    }

    /// <summary>Tells one key from another without telling anything about either.</summary>
    public string Mark => Convert.ToHexStringLower(Hash("mark", "").ToArray().AsSpan(0, 8));

    /// <summary>The hash of an address's canonical form: the same at import and in the audit.</summary>
    public ContactHash HashOf(CorrespondentAddress address) => Hash("address", address.Canonical);

    /// <summary>The hash of a phone number as E.164.</summary>
    public ContactHash HashOfPhone(string e164) => Hash("phone", e164);

    /// <summary>The hash by which a text message is known again: of when it was sent, by whom and to which number.</summary>
    public ContactHash HashOfMessage(string identity) => Hash("text message", identity);

    /// <summary>What is hashed says what it is, so that an address and a number never have the same hash.</summary>
    private ContactHash Hash(string domain, string text) => new(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"rosewood family contact\0{domain}\0{text}")));

    /// <inheritdoc/>
    public override string ToString() => "(key)";
}
