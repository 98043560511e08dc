using System.Text.Json.Nodes;
using Rosewood.Tenancy.Server;

namespace Rosewood.Tenancy.Exchange;

/// <summary>The tenant's mailboxes: messages, rules, and what was sent.</summary>
public sealed class TenantMail
{
    private readonly TenantState state;
    private readonly Dictionary<string, List<JsonObject>> messages = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<JsonObject>> rules = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<SentMail> sent = [];

    internal TenantMail(TenantState state) => this.state = state;

    /// <summary>What was accepted to be sent, in order; a message sent twice is there twice.</summary>
    public IReadOnlyList<SentMail> Sent
    {
        get
        {
            lock (state.Gate)
            {
                return [.. sent];
            }
        }
    }

    /// <summary>Puts a message into a mailbox; <c>id</c>, <c>receivedDateTime</c> and others as Graph writes them.</summary>
    public void AddMessage(string userId, JsonObject message)
    {
        lock (state.Gate)
        {
            Of(messages, userId).Add(message);
        }
    }

    /// <summary>Puts an inbox rule into a mailbox.</summary>
    public void AddRule(string userId, JsonObject rule)
    {
        lock (state.Gate)
        {
            Of(rules, userId).Add(rule);
        }
    }

    internal IReadOnlyList<JsonObject> MessagesOf(string userId) => Of(messages, userId);

    internal IReadOnlyList<JsonObject> RulesOf(string userId) => Of(rules, userId);

    internal IEnumerable<SentMail> Copies(string from) => sent.Where(m => m.IsKept && m.From.Equals(from, StringComparison.OrdinalIgnoreCase));

    internal void Accept(SentMail mail) => sent.Add(mail);

    private static List<JsonObject> Of(Dictionary<string, List<JsonObject>> boxes, string userId)
        => boxes.TryGetValue(userId, out var list) ? list : boxes[userId] = [];
}
