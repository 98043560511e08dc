using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Correspondence.Texts;

/// <summary>
/// The columns of the text service's export. Its makers publish no list of header names, and schools see different ones: the configuration
/// names them, and without it the usual words are tried.
/// </summary>
/// <param name="config">What the school calls them.</param>
internal sealed class TextColumns(TextColumnsConfig config)
{
    /// <summary>When.</summary>
    public string SentAt { get; } = config.SentAt ?? "SentAt";

    /// <summary>The time of day.</summary>
    public string SentTime { get; } = config.SentTime ?? "SentTime";

    /// <summary>Who sent it.</summary>
    public string Sender { get; } = config.Sender ?? "Sender";

    /// <summary>The number.</summary>
    public string Recipient { get; } = config.Recipient ?? "RecipientNumber";

    /// <summary>What became of it.</summary>
    public string Status { get; } = config.Status ?? "Status";

    /// <summary>Sent or received.</summary>
    public string Direction { get; } = config.Direction ?? "Direction";

    /// <summary>The message.</summary>
    public string Text { get; } = config.Text ?? "Message";

    /// <summary>How many texts it was sent as.</summary>
    public string Parts { get; } = config.Parts ?? "Parts";

    /// <summary>The columns for <see cref="CsvTable"/>.</summary>
    public IReadOnlyList<CsvColumn> All =>
    [
        Column(SentAt, required: true, config.SentAt, "Date sent", "Sent date", "Sent on", "Date and time", "Date time", "Timestamp", "Sent", "Message date", "Date"),
        Column(SentTime, required: config.SentTime is not null, config.SentTime, "Time sent", "Time"),
        Column(Sender, required: true, config.Sender, "Sent by", "Sender name", "User name", "User", "Teacher name", "Teacher", "Staff", "From"),
        Column(Recipient, required: true, config.Recipient, "Mobile number", "Mobile", "Phone number", "Telephone number", "Phone", "Telephone", "Number", "Sent to", "Recipient", "To"),
        Column(Status, required: config.Status is not null, config.Status, "Delivery status", "Delivery", "State"),
        Column(Direction, required: config.Direction is not null, config.Direction, "In or out", "In/out"),
        Column(Text, required: config.Text is not null, config.Text, "Message text", "Text message", "Text", "Content"),
        Column(Parts, required: config.Parts is not null, config.Parts, "Message parts", "Credits", "Credits used", "Texts"),
    ];

    private static CsvColumn Column(string name, bool required, string? configured, params string[] usual) =>
        new(name, required, configured is null ? usual : []) { FirstAliasWins = true };
}
