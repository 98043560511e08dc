using System.Text;
using System.Text.Json;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Exports;

namespace Rosewood.PolicyAdmin.Correspondence.Reading;

/// <summary>
/// Cuts JSON into records of mail. A page may say whose it is: <c>mailbox</c> or <c>userPrincipalName</c> before its records, or the mailbox
/// in Graph's <c>@odata.context</c>, <c>…#users('name')/mailFolders…</c>.
/// </summary>
/// <param name="meaning">Says what a record means.</param>
/// <param name="tally">Takes the records.</param>
/// <param name="path">The file, for faults.</param>
internal sealed class JsonMailRecords(MailMeaning meaning, MailTally tally, string path) : JsonCutter
{
    private readonly FieldValues _values = new();
    private readonly JsonValues _reader = new(meaning.Shape.Json);
    private int _start;
    private int _end;

    /// <summary>Gives all records.</summary>
    public void Read(TextWindow window) => Cut(window);

    /// <inheritdoc/>
    protected override bool IsPage(ref Utf8JsonReader reader)
    {
        var name = reader.ValueSpan;
        return IsValue(ref reader) || Is(name, "rules"u8) || Is(name, "messageRules"u8) || Is(name, "inboxRules"u8) || Is(name, "messages"u8) || Is(name, "mailboxes"u8) || Is(name, "messageTraces"u8);
    }

    /// <inheritdoc/>
    protected override JsonObjectEnd ReadObject(ref Utf8JsonReader reader)
    {
        var depth = reader.CurrentDepth;
        _start = (int)reader.TokenStartIndex;
        var mailbox = "";
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndObject && reader.CurrentDepth == depth)
            {
                _end = (int)reader.TokenStartIndex + 1;
                return JsonObjectEnd.Whole;
            }

            var isPage = IsPage(ref reader);
            var isContext = reader.ValueSpan.SequenceEqual("@odata.context"u8);
            var isMailbox = Is(reader.ValueSpan, "mailbox"u8) || Is(reader.ValueSpan, "userPrincipalName"u8);
            if (!reader.Read())
            {
                return JsonObjectEnd.Open;
            }

            if (isPage && reader.TokenType == JsonTokenType.StartArray)
            {
                meaning.PageMailbox = mailbox;
                return JsonObjectEnd.Page;
            }

            if (reader.TokenType == JsonTokenType.String && (isMailbox || (isContext && mailbox.Length == 0)))
            {
                mailbox = isMailbox ? TextOf(ref reader) : InContext(TextOf(ref reader));
            }

            if (!reader.TrySkip())
            {
                return JsonObjectEnd.Open;
            }
        }

        return JsonObjectEnd.Open;
    }

    /// <inheritdoc/>
    protected override void EndPage() => meaning.PageMailbox = "";

    /// <inheritdoc/>
    protected override bool Take(ReadOnlySpan<byte> text, long number)
    {
        _values.Clear();
        _reader.Read(text[_start.._end], _values);
        return tally.Take(_values, number);
    }

    /// <inheritdoc/>
    protected override bool Refuse(long number, string reason) => tally.Refuse(number, reason);

    /// <inheritdoc/>
    protected override Fault Broken(long line, long column) => MailExportFaults.Broken(path, line, column);

    /// <inheritdoc/>
    protected override Fault TooLong(long line) => MailExportFaults.TooLong(path, line);

    /// <inheritdoc/>
    protected override Fault Truncated(long records) => MailExportFaults.Truncated(path, records);

    private static bool Is(ReadOnlySpan<byte> name, ReadOnlySpan<byte> wanted) => Ascii.EqualsIgnoreCase(name, wanted);

    private static string TextOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }

    private static string InContext(string context)
    {
        const string Users = "users('";
        var open = context.IndexOf(Users, StringComparison.OrdinalIgnoreCase);
        var close = open < 0 ? -1 : context.IndexOf("')", open, StringComparison.Ordinal);
        return close < 0 ? "" : Uri.UnescapeDataString(context[(open + Users.Length)..close]);
    }
}
