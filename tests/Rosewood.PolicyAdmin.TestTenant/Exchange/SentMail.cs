namespace Rosewood.Tenancy.Exchange;

/// <summary>A message that was accepted to be sent.</summary>
/// <param name="From">The login name of the mailbox it was sent from.</param>
/// <param name="To">All recipients' addresses: to, cc, bcc.</param>
/// <param name="Subject">The subject.</param>
/// <param name="Body">The body's content.</param>
/// <param name="ContentType">Text or HTML.</param>
/// <param name="Attachments">Name and bytes of each file.</param>
public sealed record SentMail(string From, IReadOnlyList<string> To, string Subject, string Body, string ContentType, IReadOnlyList<(string Name, byte[] Content)> Attachments)
{
    /// <summary>Its extended properties, by id.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Whether a copy lies in Sent Items.</summary>
    public bool IsKept { get; init; } = true;
}
