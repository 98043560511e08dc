using System.Text;
using Rosewood.PolicyAdmin.Correspondence.Addresses;
using Rosewood.PolicyAdmin.Correspondence.Model;
using Rosewood.PolicyAdmin.Exports;

namespace Rosewood.PolicyAdmin.Correspondence.Reading;

/// <summary>Reads the headers of messages. Texts are not looked at here.</summary>
/// <param name="receive">Takes the messages.</param>
internal sealed class HeaderMeaning(Action<HeaderRow> receive) : MailMeaning
{
    private const int MostReferences = 100;

    /// <inheritdoc/>
    public override MailShape Shape => MailShape.Header;

    /// <inheritdoc/>
    public override Reading Read(FieldValues values)
    {
        UtcTicks = 0;
        var found = new Found(values);
        ReadOnlySpan<byte> name = [];
        for (var i = 0; i < values.Count; i++)
        {
            if (values.SlotAt(i) == (int)MailField.HeaderName)
            {
                name = values[i];
            }
            else if (values.SlotAt(i) == (int)MailField.HeaderValue)
            {
                found.Take(name, values[i]);
                name = [];
            }
        }

        if (found.From.IsEmpty)
        {
            return Refuse("it does not say whom it is from.");
        }

        if (!TryReadTime(found.Time, found.OtherTime))
        {
            return Refuse("its time can't be read.");
        }

        var to = Texts(values, MailField.To);
        var cc = Texts(values, MailField.Cc);
        to = to.Count == 0 && !found.To.IsEmpty ? [Text(found.To)] : to;
        cc = cc.Count == 0 && !found.Cc.IsEmpty ? [Text(found.Cc)] : cc;
        if (to.Count + cc.Count == 0)
        {
            return Refuse("it names no recipient.");
        }

        if (found.IsAutomatic || IsAutomatic(values))
        {
            return Reading.Dropped;
        }

        receive(new HeaderRow
        {
            UtcTicks = UtcTicks,
            MessageId = Id(found.MessageId) ?? "",
            From = Text(found.From),
            To = to,
            Cc = cc,
            InReplyTo = Id(found.InReplyTo),
            References = Ids(found.References),
            IsBulk = found.IsBulk,
            Names = Names(values, Text(found.From), to.Concat(cc)),
            Conversation = Text(values, MailField.Conversation),
            Subject = values.First((int)MailField.Subject).ToArray(),
        });
        return Reading.Used;
    }

    /// <summary>
    /// What addresses are called: beside the address in Graph's messages, whichever of the two comes first; before it in a header's text.
    /// </summary>
    private List<(string Address, string Name)> Names(FieldValues values, string from, IEnumerable<string> to)
    {
        var names = new List<(string, string)>();
        var (address, name) = ("", "");
        bool? isNameFirst = null;
        for (var i = 0; i < values.Count; i++)
        {
            var isName = values.SlotAt(i) == (int)MailField.CalledName;
            if (!isName && (MailField)values.SlotAt(i) is not (MailField.Sender or MailField.To or MailField.Cc))
            {
                continue;
            }

            isNameFirst ??= isName;
            (address, name) = isName ? (address, Text(values[i])) : (Text(values[i]), name);
            if (isName != isNameFirst)
            {
                if (name.Length > 0 && address.Length > 0)
                {
                    names.Add((address, name));
                }

                (address, name) = ("", "");
            }
        }

        return [.. names, .. to.Prepend(from).SelectMany(AddressReader.NamesIn)];
    }

    private static string? Id(ReadOnlySpan<byte> id)
    {
        const int Longest = 998;
        var bare = Bare(id);
        return bare.IsEmpty || bare.Length > Longest ? null : ExportText.Decode(bare);
    }

    /// <summary>The ids of a thread: in angle brackets, parted by spaces, commas or nothing.</summary>
    private static List<string> Ids(ReadOnlySpan<byte> text)
    {
        var ids = new List<string>();
        foreach (var range in text.SplitAny(" \t\r\n,;>"u8))
        {
            if (ids.Count < MostReferences && Id(text[range]) is { } id)
            {
                ids.Add(id);
            }
        }

        return ids;
    }

    /// <summary>What one message says, by its own fields first, and by its headers where those are silent.</summary>
    private ref struct Found(FieldValues values)
    {
        public ReadOnlySpan<byte> MessageId = values.First((int)MailField.MessageId);
        public ReadOnlySpan<byte> From = values.First((int)MailField.Sender);
        public ReadOnlySpan<byte> InReplyTo = values.First((int)MailField.InReplyTo);
        public ReadOnlySpan<byte> References = values.First((int)MailField.References);
        public ReadOnlySpan<byte> Time = values.First((int)MailField.Time);
        public ReadOnlySpan<byte> OtherTime = values.First((int)MailField.OtherTime);
        public ReadOnlySpan<byte> To = [];
        public ReadOnlySpan<byte> Cc = [];
        public bool IsAutomatic;
        public bool IsBulk;

        public void Take(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
        {
            IsAutomatic |= AutomaticMail.IsHeader(name, value);
            IsBulk |= AutomaticMail.IsBulk(name, value);
            Fill(ref MessageId, name, "Message-ID"u8, value);
            Fill(ref From, name, "From"u8, value);
            Fill(ref InReplyTo, name, "In-Reply-To"u8, value);
            Fill(ref References, name, "References"u8, value);
            Fill(ref Time, name, "Date"u8, value);
            Fill(ref To, name, "To"u8, value);
            Fill(ref Cc, name, "Cc"u8, value);
        }

        private static void Fill(ref ReadOnlySpan<byte> field, ReadOnlySpan<byte> name, ReadOnlySpan<byte> wanted, ReadOnlySpan<byte> value)
        {
            if (field.IsEmpty && Ascii.EqualsIgnoreCase(name, wanted))
            {
                field = value;
            }
        }
    }
}
