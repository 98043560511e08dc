using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Correspondence.Texts;

/// <summary>What can be wrong with an export of texts as a whole, and with looking at them.</summary>
internal static class TextMessageFaults
{
    /// <summary>Headers that are not known. What the file has is not repeated: without a header it would be somebody's number.</summary>
    public static Fault ColumnsMissing(string path, TextColumns columns) => new(
        "TextMessageColumnsMissing",
        FaultKind.InvalidArgument,
        path,
        $"The first line does not name the columns {columns.SentAt}, {columns.Sender} and {columns.Recipient}, or others that policy.json speaks of, each once. Say under correspondence.textMessages.columns what they are called in this file; docs/correspondence.md shows how.");

    /// <summary>Dates that can be read in two ways.</summary>
    public static Fault DateOrderUnknown(string path) => new(
        "TextMessageDateOrderUnknown",
        FaultKind.InvalidArgument,
        path,
        "This file writes dates such as 03/04/2026, and none of them tells whether the day or the month comes first. Say it in policy.json: \"correspondence\": { \"textMessages\": { \"dateFormat\": \"dd/MM/yyyy HH:mm\" } }, or \"logs\": { \"dayFirst\": true }.");

    /// <summary>Nothing was imported yet.</summary>
    public static Fault NoneImported() => new(
        "TextMessagesNotImported",
        FaultKind.NotFound,
        "text messages",
        "No text message is recorded, so there is nothing to look at. Export the sent messages from the text service, and read them with Import-TextMessageLog.");
}
