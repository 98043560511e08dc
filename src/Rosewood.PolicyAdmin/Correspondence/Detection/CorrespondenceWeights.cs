namespace Rosewood.PolicyAdmin.Correspondence.Detection;

/// <summary>
/// How sure each kind of sign is, 0–1. They are judgements from how schools write, to be checked against simulated schools.
/// <list type="table">
/// <listheader><term>Sign</term><description>Why this number</description></listheader>
/// <item><term>Direct</term><description>A declared personal address and a family's, one to the other: nothing is guessed.</description></item>
/// <item><term>Together</term><description>Both copied in on one message: somebody may have picked the wrong entry of an address book, once.</description></item>
/// <item><term>TogetherByOther</term><description>Both copied in by somebody outside: they may know each other from elsewhere.</description></item>
/// <item><term>Thread</term><description>The message answers, or sends on, one that a family wrote or got: its contents need not be about it any more.</description></item>
/// <item><term>TightForwards</term><description>Messages to oneself follow mail by families within minutes, on several days, far oftener than chance: other causes for such a rhythm are rare.</description></item>
/// <item><term>LooseForwards</term><description>The same with fewer: chance is one in three hundred, and a school has a hundred people.</description></item>
/// <item><term>OwnMail</term><description>Mail to oneself with nothing that ties it to a family: payslips, tickets, a shopping list.</description></item>
/// <item><term>Forwarding</term><description>A setting says what it does.</description></item>
/// <item><term>OffSystem…</term><description>An id from a private provider that the school never saw. A parent who answers their own partner's mail looks the same where
/// both are with that provider: so a provider that is not the family's weighs more, and the recipient's own declared provider most.</description></item>
/// <item><term>Webmail</term><description>The visit was a person's, and no grant covered it.</description></item>
/// <item><term>NoOfficial</term><description>There are many good reasons for it.</description></item>
/// </list>
/// </summary>
internal static class CorrespondenceWeights
{
    /// <summary>From here a finding is shown without being asked for.</summary>
    public const double Shown = 0.5;

    /// <summary>Personal and family address, one to the other.</summary>
    public const double Direct = 0.95;
    /// <summary>Both copied in by the school.</summary>
    public const double Together = 0.9;
    /// <summary>Both copied in by somebody outside.</summary>
    public const double TogetherByOther = 0.7;
    /// <summary>A thread that a family has part in.</summary>
    public const double Thread = 0.92;
    /// <summary>A rhythm far beyond chance, on several days.</summary>
    public const double TightForwards = 0.85;
    /// <summary>The same with fewer.</summary>
    public const double LooseForwards = 0.65;
    /// <summary>Nothing ties it to a family.</summary>
    public const double OwnMail = 0.2;
    /// <summary>A setting.</summary>
    public const double Forwarding = 0.95;
    /// <summary>The id is of the recipient's own declared provider.</summary>
    public const double OffSystemOwnProvider = 0.88;
    /// <summary>The id is of a provider that is not the family's.</summary>
    public const double OffSystemOtherProvider = 0.75;
    /// <summary>The id is of the family's own provider.</summary>
    public const double OffSystemSameProvider = 0.6;
    /// <summary>A person's visit without cover.</summary>
    public const double Webmail = 0.9;
    /// <summary>A question.</summary>
    public const double NoOfficial = 0.2;

    /// <summary>An address that several members of staff share does not say which of them.</summary>
    public const double SharedAddress = 0.45;

    /// <summary>An address that writes with one other of the school: a sick note to the office goes from one's own, a question from a parent's.</summary>
    public const double WritesWithAnother = 0.85;

    /// <summary>An address that writes with several people of the school, as parents do and one's own does not.</summary>
    public const double WritesLikeParent = 0.5;

    /// <summary>Ids of Exchange Online's servers are Outlook.com's, and those of every other organisation that has it.</summary>
    public const double ExchangeOnline = 0.7;

    /// <summary>More than one member of staff was written to: which of them is meant is open.</summary>
    public const double SeveralRecipients = 0.75;

    /// <summary>The thread went through the school before, or among families: an aside of theirs explains the unknown id.</summary>
    public const double FamiliesAside = 0.4;
}
