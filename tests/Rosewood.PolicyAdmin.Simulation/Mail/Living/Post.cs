using Rosewood.PolicyAdmin.Simulation.Mail.Making;
using Rosewood.PolicyAdmin.Simulation.Mail.Model;
using Rosewood.PolicyAdmin.Simulation.Making;

namespace Rosewood.PolicyAdmin.Simulation.Mail.Living;

/// <summary>Carries letters, and keeps what the school's mail system writes down of them.</summary>
internal sealed class Post(MailOptions options, SchoolDirectory directory, bool hasJournal, bool hasFilter)
{
    private readonly List<MailMessage> _messages = [];
    private readonly List<InnocentAct> _acts = [];
    private readonly List<Forwarding> _forwardings = [];

    public IReadOnlyList<MailMessage> Messages => _messages;

    public IReadOnlyList<InnocentAct> Acts => _acts;

    public void Forward(Forwarding forwarding) => _forwardings.Add(forwarding);

    /// <summary>Notes that a behaviour occurred.</summary>
    public void Note(MailBehaviour behaviour, MailPerson? person, Family? family, MailMessage? message) => _acts.Add(new InnocentAct(behaviour, person, family, message));

    /// <summary>Sends a letter of an honest behaviour.</summary>
    public MailMessage Innocent(MailBehaviour behaviour, MailPerson? person, Dice dice, Letter letter)
    {
        var message = Send(dice, letter with { Behaviour = behaviour });
        Note(behaviour, person, letter.Family, message);
        return message;
    }

    /// <summary>Sends a letter.</summary>
    public MailMessage Send(Dice dice, Letter letter)
    {
        var messageId = letter.Service is { } host ? MessageIds.OfService(dice, host) : MessageIds.Of(dice, letter.From.Address);
        var ours = letter.Service is null && directory.Mailboxes.Contains(letter.From.Address);
        var day = UkTime.DayOf(letter.At);
        var deliveries = Deliver(letter, messageId, ours);
        var passes = deliveries.Count > 0;
        List<Forwarding> forwarded = [.. _forwardings.Where(f => f.Takes(letter.From, day) && deliveries.Any(d => d.Status == DeliveryStatus.Delivered && IsOne(d.Recipient, f.Mailbox)))];
        deliveries.AddRange(forwarded.Where(f => !f.IsNewMessage && !deliveries.Any(d => IsOne(d.Recipient, f.Target.Address))).Select(f => new Delivery(f.Target.Address, DeliveryStatus.Delivered)));
        if (passes && hasJournal)
        {
            deliveries.Add(new Delivery(SchoolDirectory.Journal.Address, DeliveryStatus.Delivered));
        }

        var message = new MailMessage
        {
            TraceId = dice.Guid(),
            MessageId = messageId,
            From = letter.From,
            Envelope = letter.Envelope ?? (letter.Service is null ? letter.From.Address : "bounce@" + letter.Service),
            To = letter.To,
            Cc = letter.Cc,
            At = letter.At,
            Subject = letter.Subject,
            Size = letter.Size > 0 ? letter.Size : 18_000 + (int)dice.Wait(40_000),
            InReplyTo = letter.After?.MessageId ?? letter.AfterId,
            References = letter.After is { } after ? [.. after.References, after.MessageId] : letter.AfterId is { } id ? [id] : [],
            Conversation = letter.After?.Conversation ?? dice.Guid(),
            Headers = letter.Headers,
            Deliveries = deliveries,
            IsSentBySchool = ours,
            Topic = letter.Topic,
            Family = letter.Family,
            Behaviour = letter.Behaviour,
            Story = letter.Story,
        };
        _messages.Add(message);
        SendOn(message, forwarded);
        return message;
    }

    private static bool IsOne(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private List<Delivery> Deliver(Letter letter, string messageId, bool ours)
    {
        var deliveries = new List<Delivery>();
        var filter = Dice.Of(options.Seed, "filter " + messageId).Share();
        DeliveryStatus inside = letter.Status ?? (ours || !hasFilter ? DeliveryStatus.Delivered : filter switch { < 0.012 => DeliveryStatus.FilteredAsSpam, < 0.016 => DeliveryStatus.Quarantined, _ => DeliveryStatus.Delivered });
        foreach (var recipient in letter.To.Concat(letter.Cc).Select(r => r.Address).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (directory.Lists.TryGetValue(recipient, out var members))
            {
                deliveries.Add(new Delivery(recipient, DeliveryStatus.Expanded));
                deliveries.AddRange(members.Where(m => !IsOne(m.SchoolAddress, letter.From.Address)).Select(m => new Delivery(m.SchoolAddress, DeliveryStatus.Delivered)));
            }
            else if (SchoolDirectory.IsSchools(recipient))
            {
                deliveries.Add(new Delivery(recipient, directory.Mailboxes.Contains(recipient) ? inside : DeliveryStatus.Failed));
            }
            else if (ours)
            {
                deliveries.Add(new Delivery(recipient, letter.Status ?? DeliveryStatus.Delivered));
            }
        }

        return [.. deliveries.DistinctBy(d => d.Recipient, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>What rules and mailboxes do with a message, and whose act that is.</summary>
    private void SendOn(MailMessage message, List<Forwarding> forwarded)
    {
        foreach (var forwarding in forwarded)
        {
            var sent = message;
            if (forwarding.IsNewMessage)
            {
                sent = Send(Dice.Of(options.Seed, "rule " + forwarding.Mailbox + message.MessageId), new Letter
                {
                    From = new MailAddress(forwarding.Mailbox, forwarding.Owner?.Name ?? ""),
                    To = [forwarding.Target],
                    At = message.At + 4000,
                    Subject = "FW: " + message.Subject,
                    After = message,
                    Headers = [new("X-MS-Exchange-Inbox-Rules-Loop", forwarding.Mailbox)],
                    Topic = message.Topic,
                    Family = message.Family,
                    Behaviour = forwarding.Behaviour,
                    Story = forwarding.Case?.Story,
                });
            }

            if (forwarding.Behaviour is { } behaviour)
            {
                Note(behaviour, forwarding.Owner, message.Family, sent);
            }

            if (message.Family is not null)
            {
                forwarding.Case?.Add(sent);
            }
        }
    }
}
