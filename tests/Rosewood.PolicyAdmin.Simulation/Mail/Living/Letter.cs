using Rosewood.PolicyAdmin.Simulation.Mail.Model;

namespace Rosewood.PolicyAdmin.Simulation.Mail.Living;

/// <summary>What somebody wants to send.</summary>
internal sealed record Letter
{
    public required MailAddress From { get; init; }

    public required IReadOnlyList<MailAddress> To { get; init; }

    public IReadOnlyList<MailAddress> Cc { get; init; } = [];

    /// <summary>Milliseconds since 1970 UTC.</summary>
    public required long At { get; init; }

    public required string Subject { get; init; }

    /// <summary>What it answers or forwards.</summary>
    public MailMessage? After { get; init; }

    /// <summary>An id that it answers, of something that is no message here.</summary>
    public string? AfterId { get; init; }

    /// <summary>The host of an outside service that sends it in the name of <see cref="From"/>.</summary>
    public string? Service { get; init; }

    /// <summary>The envelope's sender when it is not <see cref="From"/>.</summary>
    public string? Envelope { get; init; }

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public MailTopic Topic { get; init; } = MailTopic.Work;

    public Family? Family { get; init; }

    public MailBehaviour? Behaviour { get; init; }

    public MailStory? Story { get; init; }

    /// <summary>What becomes of it, when that is settled beforehand.</summary>
    public DeliveryStatus? Status { get; init; }

    /// <summary>Bytes; 0 for something usual.</summary>
    public int Size { get; init; }
}
