using System.Security.Cryptography;
using System.Text.Json;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Safeguarding;

/// <summary>
/// The registered keys and for whom a concern is sealed. The account that owns the store could write another key into it: a key counts only
/// where the audit trail has its holder's own registration of it.
/// </summary>
/// <param name="context">The command.</param>
/// <param name="people">The roster.</param>
internal sealed class SafeguardingKeyBook(CommandContext context, PeopleHistory people)
{
    public const string Clause = "SAF-1";

    /// <summary>Who may keep an escrow key.</summary>
    public static RoleSet EscrowHolders { get; } = RoleSet.SeniorLeadership.With(Role.Governor);

    /// <summary>Who may have to do with opening concerns at all; the key decides over each.</summary>
    public static RoleSet Openers { get; } = EscrowHolders.With(Role.SafeguardingLead);

    private readonly IReadOnlyList<SafeguardingKeyFact> _all = context.Store.SafeguardingKeys.LoadAll();
    private IReadOnlyList<SafeguardingKeyFact>? _inUse;

    /// <summary>Every key, oldest first.</summary>
    public IReadOnlyList<SafeguardingKeyFact> All => _all;

    /// <summary>Whether somebody may make and keep a key of a kind. Nobody in IT may, whatever else they are.</summary>
    public static bool MayHold(RoleSet roles, SafeguardingKeyKind kind) => !roles.Contains(Role.Technician)
        && (kind == SafeguardingKeyKind.Lead ? roles.Contains(Role.SafeguardingLead) : roles.Overlaps(EscrowHolders) && !roles.Contains(Role.SafeguardingLead));

    /// <summary>How a key stands.</summary>
    public SafeguardingKeyStatus StatusOf(SafeguardingKeyFact key) => key.EndedAt is not null ? SafeguardingKeyStatus.Retired
        : HolderOf(key) is { } holder && MayHold(holder.Roles, key.Kind) ? SafeguardingKeyStatus.InUse
        : SafeguardingKeyStatus.HolderChanged;

    /// <summary>The keys in use, each proved once to be its holder's own: the proof looks through the audit trail.</summary>
    /// <exception cref="FaultException"><c>SafeguardingKeyAltered</c>.</exception>
    public IReadOnlyList<SafeguardingKeyFact> InUse() => _inUse ??= ProveInUse();

    /// <summary>Who holds the roles that a concern is about, now.</summary>
    public IReadOnlyList<string> HoldersOf(bool lead, bool head)
    {
        var now = context.Now.UtcTicks;
        return [.. people.All(now).Where(p => PeopleHistory.IsEmployed(p, people.DateAt(now)) && ((lead && p.Roles.Contains(Role.SafeguardingLead)) || (head && p.Roles.Contains(Role.HeadTeacher)))).Select(static p => p.Id)];
    }

    private List<SafeguardingKeyFact> ProveInUse()
    {
        var keys = _all.Where(k => StatusOf(k) == SafeguardingKeyStatus.InUse).ToList();
        var altered = keys.Find(k => !string.Equals(SafeguardingPrivateKey.FingerprintOf(k.PublicKey), k.Fingerprint, StringComparison.Ordinal) || !context.Store.SafeguardingKeys.IsRegistered(k));
        return altered is null ? keys : throw SafeguardingFaults.KeyAltered(altered.Id).ToException();
    }

    /// <summary>The keys that a concern is sealed to. Whom it is about has none of them.</summary>
    public IReadOnlyList<SafeguardingKeyFact> RecipientsOf(ConcernContent content) => [.. InUse().Where(k =>
        !content.AboutIds.Contains(k.PersonId, StringComparer.Ordinal)
        && !IsHead(k, content)
        && (k.Kind != SafeguardingKeyKind.Lead || !content.AboutSafeguardingLead))];

    /// <summary>The registered key of an opened file.</summary>
    /// <exception cref="FaultException"><c>SafeguardingKeyUnknown</c>.</exception>
    public SafeguardingKeyFact Registered(SafeguardingPrivateKey key, string path) =>
        _all.FirstOrDefault(k => string.Equals(k.Fingerprint, key.Fingerprint, StringComparison.Ordinal) && k.PublicKey.AsSpan().SequenceEqual(key.PublicKey))
        ?? throw SafeguardingFaults.KeyUnknown(path).ToException();

    /// <summary>Whether the operator keeps an escrow key that is in use.</summary>
    public bool KeepsEscrow() => context.Operator.Person is { } op
        && _all.Any(k => k.Kind == SafeguardingKeyKind.Escrow && string.Equals(k.PersonId, op.Id, StringComparison.Ordinal) && StatusOf(k) == SafeguardingKeyStatus.InUse);

    /// <summary>Opens a concern. Whoever asks wipes the key when they are done with it.</summary>
    /// <exception cref="FaultException"><c>SafeguardingConcernNotForKey</c>, <c>SafeguardingConcernDamaged</c>.</exception>
    public static (byte[] Key, ConcernContent Content) Open(SealedConcern concern, SafeguardingPrivateKey key, string keyId)
    {
        if (!concern.Wrapped.TryGetValue(keyId, out var wrapped))
        {
            throw SafeguardingFaults.ConcernNotForKey(concern.Id).ToException();
        }

        var concernKey = ConcernEnvelope.Unwrap(key, concern.Id, wrapped);
        byte[] plain = [];
        try
        {
            plain = ConcernEnvelope.Open(concernKey, concern.Id, concern.Envelope);
            return (concernKey, JsonSerializer.Deserialize<ConcernContent>(plain, PolicyJson.Options) ?? throw SafeguardingFaults.ConcernDamaged(concern.Id).ToException());
        }
        catch (Exception e)
        {
            CryptographicOperations.ZeroMemory(concernKey);
            if (e is JsonException)
            {
                throw SafeguardingFaults.ConcernDamaged(concern.Id).ToException(e);
            }

            throw;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    /// <summary>The holder of a key where they are employed today; null otherwise.</summary>
    public Person? HolderOf(SafeguardingKeyFact key)
    {
        var now = context.Now.UtcTicks;
        return people.At(key.PersonId, now) is { } person && PeopleHistory.IsEmployed(person, people.DateAt(now)) ? person : null;
    }

    /// <summary>A person's name.</summary>
    public string NameOf(string id) => PersonNames.Show(people, id, context.Now.UtcTicks);

    private bool IsHead(SafeguardingKeyFact key, ConcernContent content) => content.AboutHeadTeacher && HolderOf(key)?.Roles.Contains(Role.HeadTeacher) is true;
}
