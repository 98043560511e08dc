namespace Rosewood.PolicyAdmin.Correspondence.Detection;

/// <summary>One thing that was seen: a message, a setting, a visit.</summary>
/// <param name="Kind">In which way.</param>
/// <param name="PersonId">Who; null where it is nobody's personally.</param>
/// <param name="Correspondent">With whom, as it is shown; null: nobody.</param>
/// <param name="Confidence">How sure, 0–1.</param>
/// <param name="Explanation">What was seen, in plain words.</param>
internal sealed record Sign(CorrespondenceKind Kind, string? PersonId, string? Correspondent, double Confidence, string Explanation)
{
    /// <summary>When, UTC ticks; 0: not known.</summary>
    public long UtcTicks { get; init; }

    /// <summary>When last, where it stands for more than a moment; UTC ticks.</summary>
    public long LastTicks { get; init; }

    /// <summary>The message's id; null: none.</summary>
    public string? MessageId { get; init; }

    /// <summary>The families that have part in it; a declared link to all of them explains it.</summary>
    public IReadOnlyCollection<string> Families { get; init; } = [];

    /// <summary>Whether somebody outside who is of no recorded family has part in it too: then no declared link explains it.</summary>
    public bool HasOthers { get; init; }

    /// <summary>The mailbox, where it is nobody's personally.</summary>
    public string? Mailbox { get; init; }

    /// <summary>Families that are registered with the same address as one of <see cref="Families"/>, as of brothers and sisters; a link to one of them explains it too.</summary>
    public IReadOnlyList<string> SameAddress { get; init; } = [];

    /// <summary>The domain of the outside system that it went by; null: none that a ruling of SLT could be about.</summary>
    public string? SystemDomain { get; init; }

    /// <summary>The address that nobody declared and that is only alike to the person's name; null: it is not about such a one.</summary>
    public Party? Alike { get; init; }

    /// <summary>Whether the person wrote it: nobody else picked a wrong entry of an address book.</summary>
    public bool IsOwnDoing { get; init; }

    /// <summary>Whether only a subject ties it to the family.</summary>
    public bool IsBySubject { get; init; }

    /// <summary>Whether it is worth more with each day on which the like is seen.</summary>
    public bool AddsUp { get; init; }

    /// <summary>
    /// However many days show the like, no surer than this, 0–1: a doubt that is the same on every day, as whose an address is or where two people
    /// know each other from, does not grow smaller with days.
    /// </summary>
    public double Most { get; init; } = CorrespondenceWeights.Most;

    /// <summary>The clause, where the kind's own is not it.</summary>
    public string? Clause { get; init; }

    /// <summary>A sign about a personal address in a message to do with a family; it adds up.</summary>
    public static Sign OfPersonalAddress(Mail mail, string person, string family, double confidence, string what) =>
        new(CorrespondenceKind.PersonalAddress, person, "family:" + family, confidence, what) { UtcTicks = mail.UtcTicks, MessageId = mail.Id, Families = [family], SameAddress = SharedWith(mail, family), AddsUp = true };

    private static List<string> SharedWith(Mail mail, string family) =>
        [.. mail.Parties.Where(p => p.Families.Count > 1 && p.Families.Contains(family, StringComparer.Ordinal)).SelectMany(static p => p.Families).Where(f => !string.Equals(f, family, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal)];
}
