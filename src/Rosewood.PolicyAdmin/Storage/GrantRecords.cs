using System.Globalization;
using System.Text.Json;
using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Storage;

/// <summary>Grants, endings and answers: facts that are appended.</summary>
public sealed class GrantRecords
{
    private readonly PolicyStore _store;

    internal GrantRecords(PolicyStore store) => _store = store;

    /// <summary>All facts as a ledger.</summary>
    public AccessLedger Load() => new(
        _store.Query("SELECT fact FROM access_grant ORDER BY number", [], static r => JsonSerializer.Deserialize<GrantFact>(r.GetString(0), PolicyJson.Options)!),
        _store.Query("SELECT grant_id, at, by, reason FROM access_ending", [], static r => new GrantEnding(r.GetString(0), r.Instant(1), r.GetString(2), r.TextOrNull(3))),
        _store.Query("SELECT grant_id, at, by, refused FROM access_answer", [], static r => new GrantAnswer(r.GetString(0), r.Instant(1), r.GetString(2), r.GetInt64(3) != 0)));

    /// <summary>The id that the next grant gets.</summary>
    public string NextId(StoreChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var last = _store.Query("SELECT max(coalesce((SELECT max(number) FROM access_grant), 0), coalesce((SELECT number FROM number_floor WHERE name = 'access_grant'), 0))", [], static r => r.GetInt64(0))[0];
        return string.Create(CultureInfo.InvariantCulture, $"G-{last + 1:D4}");
    }

    /// <summary>Appends a grant.</summary>
    public void Add(StoreChange change, GrantFact grant)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(grant);
        _store.Execute(
            "INSERT INTO access_grant (number, id, person_id, from_at, until_at, granted_at, fact) VALUES ($number, $id, $person, $from, $until, $granted, $fact)",
            ("$number", RecordText.Number('G', grant.Id)),
            ("$id", grant.Id),
            ("$person", grant.PersonId),
            ("$from", grant.From.UtcTicks),
            ("$until", grant.Until.UtcTicks),
            ("$granted", grant.GrantedAt.UtcTicks),
            ("$fact", PolicyJson.Text(grant)));
    }

    /// <summary>Appends an ending; false when the grant has one already.</summary>
    public bool Add(StoreChange change, GrantEnding ending)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(ending);
        return _store.Execute(
            "INSERT INTO access_ending (grant_id, at, by, reason) VALUES ($grant, $at, $by, $reason) ON CONFLICT (grant_id) DO NOTHING",
            ("$grant", ending.GrantId),
            ("$at", ending.At.UtcTicks),
            ("$by", ending.By),
            ("$reason", ending.Reason)) == 1;
    }

    /// <summary>Appends an answer; false when the grant has one already.</summary>
    public bool Add(StoreChange change, GrantAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(answer);
        return _store.Execute(
            "INSERT INTO access_answer (grant_id, at, by, refused) VALUES ($grant, $at, $by, $refused) ON CONFLICT (grant_id) DO NOTHING",
            ("$grant", answer.GrantId),
            ("$at", answer.At.UtcTicks),
            ("$by", answer.By),
            ("$refused", answer.Refused ? 1 : 0)) == 1;
    }
}
