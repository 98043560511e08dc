using System.Text;
using Rosewood.PolicyAdmin.Correspondence.Model;
using Rosewood.PolicyAdmin.Exports;

namespace Rosewood.PolicyAdmin.Correspondence.Reading;

/// <summary>Reads messages with their text. Of a message about which nobody asks, the text is not looked at.</summary>
/// <param name="isWanted">Whether what a sender wrote to recipients, all as written, is asked about.</param>
/// <param name="receive">Takes the messages; nothing of a text outlasts the call.</param>
internal sealed class MessageTextMeaning(Func<string, IReadOnlyList<string>, bool> isWanted, Action<MessageText> receive) : MailMeaning
{
    /// <inheritdoc/>
    public override MailShape Shape => MailShape.Text;

    /// <inheritdoc/>
    public override Reading Read(FieldValues values)
    {
        UtcTicks = 0;
        var from = Text(values, MailField.Sender);
        if (from.Length == 0)
        {
            return Refuse("it does not say whom it is from.");
        }

        if (!TryReadTime(values.First((int)MailField.Time), values.First((int)MailField.OtherTime)))
        {
            return Refuse("its time can't be read.");
        }

        List<string> to = [.. Texts(values, MailField.To), .. Texts(values, MailField.Cc)];
        if (to.Count == 0)
        {
            return Refuse("it names no recipient.");
        }

        if (IsAutomatic(values) || !isWanted(from, to))
        {
            return Reading.Dropped;
        }

        // Graph's uniqueBody is without what the message quotes.
        var isUnique = !values.First((int)MailField.UniqueText).IsEmpty;
        var text = values.First((int)(isUnique ? MailField.UniqueText : MailField.Text));
        if (Ascii.EqualsIgnoreCase(values.First((int)(isUnique ? MailField.UniqueTextType : MailField.TextType)), "html"u8) || IsMarkup(text))
        {
            return Refuse("its text is HTML. Ask Graph for plain text, by the header Prefer: outlook.body-content-type=\"text\".");
        }

        if (!text.IsEmpty)
        {
            receive(new MessageText(UtcTicks, ExportText.Decode(Bare(values.First((int)MailField.MessageId))), from, to, ExportText.Decode(text)));
        }

        return Reading.Used;
    }

    private static bool IsMarkup(ReadOnlySpan<byte> text) => !text.IsEmpty && text[0] == (byte)'<' && text.IndexOf("</"u8) > 0;
}
