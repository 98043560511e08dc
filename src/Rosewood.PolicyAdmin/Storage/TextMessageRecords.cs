using Rosewood.PolicyAdmin.Correspondence.Families;
using Rosewood.PolicyAdmin.Correspondence.Texts;

namespace Rosewood.PolicyAdmin.Storage;

/// <summary>Texts to families: rows that are put in and taken out, never edited. Neither a text nor a number is in them.</summary>
public sealed class TextMessageRecords
{
    private const char ImportKind = 'T';
    private readonly PolicyStore _store;

    internal TextMessageRecords(PolicyStore store) => _store = store;

    /// <summary>The messages of a time, half-open, in UTC ticks; the oldest first.</summary>
    internal IReadOnlyList<TextMessage> Load(long from, long until) => _store.Query(
        "SELECT m.identity, m.at, m.person_id, m.sender, m.by_surname, m.recipient, m.families, m.received, m.status, m.parts, i.key_mark"
        + " FROM text_message m JOIN text_import i ON i.number = m.import WHERE m.at >= $from AND m.at < $until ORDER BY m.at, m.number",
        [("$from", from), ("$until", until)],
        static r => new TextMessage(
            new ContactHash(r.GetFieldValue<byte[]>(0)),
            r.GetInt64(1),
            r.TextOrNull(2),
            r.GetString(3),
            r.GetInt64(4) == 1,
            r.IsDBNull(5) ? null : new ContactHash(r.GetFieldValue<byte[]>(5)),
            RecordText.List(r.GetString(6)),
            r.GetInt64(7) == 1,
            r.GetString(8),
            (int)r.GetInt64(9))
        {
            KeyMark = r.GetString(10),
        });

    /// <summary>What is recorded already, by identity.</summary>
    internal HashSet<ContactHash> Identities() =>
        [.. _store.Query("SELECT identity FROM text_message", [], static r => new ContactHash(r.GetFieldValue<byte[]>(0)))];

    /// <summary>The last message, UTC ticks, that was hashed with another key than this one: nothing up to it can be told again; 0 where there is none.</summary>
    internal long LastOfOtherKeys(string keyMark) => _store.Query(
        "SELECT coalesce(max(m.at), 0) FROM text_message m JOIN text_import i ON i.number = m.import WHERE i.key_mark <> $mark",
        [("$mark", keyMark)],
        static r => r.GetInt64(0))[0];

    /// <summary>How many imports there were, and when the newest was.</summary>
    public Evidence Imports() => _store.Query(
        "SELECT count(*), max(at) FROM text_import",
        [],
        static r => new Evidence(r.GetInt64(0), r.IsDBNull(1) ? null : r.Instant(1)))[0];

    /// <summary>How many messages there are, and when the last was sent.</summary>
    public Evidence Messages() => _store.Query(
        "SELECT count(*), max(at) FROM text_message",
        [],
        static r => new Evidence(r.GetInt64(0), r.IsDBNull(1) ? null : r.Instant(1)))[0];

    /// <summary>Puts an import's messages in.</summary>
    /// <returns>The import's id.</returns>
    internal string Add(StoreChange change, string keyMark, IReadOnlyList<TextMessage> messages)
    {
        ArgumentNullException.ThrowIfNull(change);
        var number = _store.NextNumber("text_import");
        var id = RecordText.Id(ImportKind, number);
        _store.Execute(
            "INSERT INTO text_import (number, id, at, by, key_mark, messages, unread) VALUES ($number, $id, $at, $by, $mark, $messages, $unread)",
            ("$number", number),
            ("$id", id),
            ("$at", change.Origin.At.UtcTicks),
            ("$by", change.Origin.OperatorId),
            ("$mark", keyMark),
            ("$messages", messages.Count),
            ("$unread", messages.Count(static m => m.Number is null)));
        foreach (var message in messages)
        {
            _store.Execute(
                "INSERT INTO text_message (import, identity, at, person_id, sender, by_surname, recipient, families, received, status, parts)"
                + " VALUES ($import, $identity, $at, $person, $sender, $surname, $recipient, $families, $received, $status, $parts)",
                ("$import", number),
                ("$identity", message.Identity.ToArray()),
                ("$at", message.UtcTicks),
                ("$person", message.PersonId),
                ("$sender", message.Sender),
                ("$surname", message.IsBySurname ? 1 : 0),
                ("$recipient", message.Number?.ToArray()),
                ("$families", RecordText.List(message.Families)),
                ("$received", message.IsReceived ? 1 : 0),
                ("$status", message.Status),
                ("$parts", message.Parts));
        }

        return id;
    }

    /// <summary>Takes out what a person sent.</summary>
    /// <returns>How many messages.</returns>
    public int Erase(StoreChange change, string personId)
    {
        ArgumentNullException.ThrowIfNull(change);
        return _store.Execute("DELETE FROM text_message WHERE person_id = $person", ("$person", personId));
    }
}
