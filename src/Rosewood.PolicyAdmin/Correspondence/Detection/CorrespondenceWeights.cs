namespace Rosewood.PolicyAdmin.Correspondence.Detection;

/// <summary>
/// How sure each kind of sign is, 0–1. They are judgements from how schools write, to be checked against simulated schools.
/// <list type="table">
/// <listheader><term>Sign</term><description>Why this number</description></listheader>
/// <item><term>Direct</term><description>A declared personal address and a family's, one to the other: nothing is guessed.</description></item>
/// <item><term>Together, WrittenTo</term><description>Both on one message: somebody may have picked the wrong entry of an address book, or a parent have guessed, once. Signs of
/// other days add up: two days are more than a slip.</description></item>
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
    public const double Together = 0.45;
    /// <summary>The same by a family, who may have guessed it.</summary>
    public const double AlikeByFamily = 0.2;
    /// <summary>The same as an answer to something that the school never saw.</summary>
    public const double AlikeAnswered = 0.5;
    /// <summary>A family answered, to a personal address, something that the school never saw.</summary>
    public const double Answered = 0.49;
    /// <summary>A family that meets several colleagues' personal addresses is of their circle: a household, a friend of the staff room.</summary>
    public const double OfCircle = 0.4;
    /// <summary>An address that is alike and stands with several families is so much surer to be the person's.</summary>
    public const double AlikeWithSeveral = 1.8;
    /// <summary>However alike, and with however many families, of one day.</summary>
    public const double AlikeMost = 0.6;
    /// <summary>An answer to something the school never saw that goes to an address alike to the person's name too.</summary>
    public const double OffSystemToAlike = 0.4;
    /// <summary>An address of which nothing is known, to which mail of several families goes.</summary>
    public const double Unlike = 0.35;
    /// <summary>By the person themself.</summary>
    public const double OwnTogether = 0.8;
    /// <summary>An address that is only alike to a name wrote to a family, as sure as the likeness is.</summary>
    public const double AlikeWrote = 0.5;
    /// <summary>An address alike to a name that writes with several people of the school.</summary>
    public const double AlikeLikeParent = 0.3;
    /// <summary>The same among the recipients.</summary>
    public const double AlikeTogether = 0.45;
    /// <summary>The same as an answer in a thread that a family has part in.</summary>
    public const double TogetherInThread = 0.6;
    /// <summary>A family wrote to a personal address and to the school: whose doing that was is not seen.</summary>
    public const double WrittenTo = 0.4;
    /// <summary>Both copied in by somebody outside.</summary>
    public const double TogetherByOther = 0.2;
    /// <summary>A thread that a family has part in.</summary>
    public const double Thread = 0.4;
    /// <summary>The subject of a conversation that few families have.</summary>
    public const double SameSubject = 0.1;
    /// <summary>A family's mail sent on to oneself, by its thread.</summary>
    public const double SentOn = 0.92;
    /// <summary>The same by its subject.</summary>
    public const double SentOnSubject = 0.7;
    /// <summary>What is seen with other families too makes each of them likelier, a little less than what is seen with the same.</summary>
    public const double WithOthers = 0.9;
    /// <summary>However many days: no export shows what was written.</summary>
    public const double Most = 0.97;
    /// <summary>A rhythm far beyond chance, on several days.</summary>
    public const double TightForwards = 0.85;
    /// <summary>The same with fewer.</summary>
    public const double LooseForwards = 0.65;
    /// <summary>Nothing ties it to a family.</summary>
    public const double OwnMail = 0.2;
    /// <summary>A setting.</summary>
    public const double Forwarding = 0.95;
    /// <summary>The answer goes to the person's own declared address too.</summary>
    public const double OffSystemToOwn = 0.9;
    /// <summary>The id is of the recipient's own declared provider.</summary>
    public const double OffSystemOwnProvider = 0.25;
    /// <summary>The id is of a provider that is not the family's.</summary>
    public const double OffSystemOtherProvider = 0.12;
    /// <summary>The id is of the family's own provider.</summary>
    public const double OffSystemSameProvider = 0.08;
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
