namespace Rosewood.PolicyAdmin.Correspondence.Detection;

/// <summary>A message in which a family or a personal address has part, put together from a trace, from headers, or from both.</summary>
internal sealed class Mail
{
    /// <summary>The key of its id.</summary>
    public required ulong Key { get; init; }

    /// <summary>Its id; empty where nobody asks: most mail of families is ordinary, and a year's ids fill much memory.</summary>
    public string Id { get; set; } = "";

    /// <summary>When, UTC ticks; the earliest that was told.</summary>
    public required long UtcTicks { get; set; }

    /// <summary>Who wrote it.</summary>
    public required Party From { get; init; }

    /// <summary>Those of its recipients of whom it matters.</summary>
    public List<Party> To { get; } = new(1);

    /// <summary>Those of them who are only copied in, where headers tell.</summary>
    public IReadOnlyCollection<Party> Copied { get; set; } = [];

    /// <summary>The key of its subject; 0: none that tells anything.</summary>
    public ulong Subject { get; set; }

    /// <summary>The key of Exchange's conversation; 0: not known.</summary>
    public ulong Conversation { get; set; }

    /// <summary>Whether its headers were seen, and so what it answers is known.</summary>
    public bool HasHeaders { get; set; }

    /// <summary>Whether it went to many: by a list, as a newsletter, or to more families than one writes to.</summary>
    public bool IsBulk { get; set; }

    /// <summary>The id of what it answers; null where that is nothing, or not known.</summary>
    public string? InReplyTo { get; set; }

    /// <summary>The keys of the messages before it in its thread, the nearest first.</summary>
    public IReadOnlyList<ulong> Before { get; set; } = [];

    /// <summary>Who has part in it.</summary>
    public IEnumerable<Party> Parties => To.Prepend(From);

    /// <summary>Takes note of a recipient.</summary>
    public void Add(Party party)
    {
        if (!To.Contains(party))
        {
            To.Add(party);
        }
    }
}
