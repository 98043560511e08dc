using Microsoft.Data.Sqlite;
using Rosewood.PolicyAdmin.Reporting;

namespace Rosewood.PolicyAdmin.Storage;

/// <summary>The outbox of reports: a row before each request, its state afterwards.</summary>
public sealed class ReportMailRecords
{
    private const char MailKind = 'M';
    private const string Columns = "number, state, at, file, digest, sender, recipients, detail";
    private readonly PolicyStore _store;

    internal ReportMailRecords(PolicyStore store) => _store = store;

    /// <summary>What was sent of a report, oldest first.</summary>
    /// <param name="digest">SHA-256 of its content, hexadecimal.</param>
    internal IReadOnlyList<ReportMail> Of(string digest) =>
        _store.Query($"SELECT {Columns} FROM report_mail WHERE digest = $digest ORDER BY number", [("$digest", digest)], Map);

    /// <summary>All that was sent, oldest first.</summary>
    internal IReadOnlyList<ReportMail> All() => _store.Query($"SELECT {Columns} FROM report_mail ORDER BY number", [], Map);

    /// <summary>Appends one and gives it with its id; none is given twice.</summary>
    internal ReportMail Add(StoreChange change, ReportMail mail)
    {
        ArgumentNullException.ThrowIfNull(change);
        var number = _store.NextNumber("report_mail");
        _store.Execute(
            "INSERT INTO report_mail (number, state, at, file, digest, sender, recipients, detail) VALUES ($number, $state, $at, $file, $digest, $sender, $recipients, $detail)",
            ("$number", number),
            ("$state", mail.State.ToString()),
            ("$at", mail.At.UtcTicks),
            ("$file", mail.File),
            ("$digest", mail.Digest),
            ("$sender", mail.Sender),
            ("$recipients", RecordText.List(mail.Recipients)),
            ("$detail", mail.Detail));
        return mail with { Id = RecordText.Id(MailKind, number) };
    }

    /// <summary>Sets what is known about one.</summary>
    internal void Set(StoreChange change, ReportMail mail)
    {
        ArgumentNullException.ThrowIfNull(change);
        _store.Execute(
            "UPDATE report_mail SET state = $state, detail = $detail WHERE number = $number",
            ("$state", mail.State.ToString()),
            ("$detail", mail.Detail),
            ("$number", RecordText.Number(MailKind, mail.Id)));
    }

    private static ReportMail Map(SqliteDataReader r) => new(
        RecordText.Id(MailKind, r.GetInt64(0)),
        Enum.Parse<ReportMailState>(r.GetString(1)),
        r.Instant(2),
        r.GetString(3),
        r.GetString(4),
        r.GetString(5),
        RecordText.List(r.GetString(6)),
        r.GetString(7));
}
