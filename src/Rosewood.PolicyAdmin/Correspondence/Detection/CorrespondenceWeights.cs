namespace Rosewood.PolicyAdmin.Correspondence.Detection;

/// <summary>
/// How sure each kind of sign is, 0–1: judgements from how schools write, held against simulated schools (benchmarks/README.md has the figures).
/// Signs about personal addresses and threads add up over days: the doubt that each day leaves is multiplied. That is right only for doubts
/// that are new each day, as whether it was a slip. Of those that stay the same, the table says how far they let a finding come.
/// <list type="table">
/// <listheader><term>Sign</term><description>Why this number</description></listheader>
/// <item><term>Direct</term><description>The person wrote to a family from a declared personal address: nothing is guessed.</description></item>
/// <item><term>OwnTogether</term><description>The person wrote from school and copied the own address in: hardly by mistake.</description></item>
/// <item><term>Together, WrittenTo, Answered</term><description>Both on one message by somebody else's hand: a colleague picked the wrong entry of an address book, or a
/// parent guessed, once. Two days are more than a slip. In a thread of the family's it is less likely a slip.</description></item>
/// <item><term>TogetherByOther</term><description>Both copied in by somebody outside: they may know each other from elsewhere, and then do so
/// on every day. Neither the person nor anybody of the school nor the family wrote, so it is never shown, however often.</description></item>
/// <item><term>AmongColleagues</term><description>A letter of the school's to families that are colleagues too, or under a subject of the staff room: the
/// same circle each time, never shown.</description></item>
/// <item><term>Thread, SameSubject</term><description>The message answers one that a family wrote or got, or has its subject: what it says need not be about it.
/// On several days it is a habit, and shown; what is by the subject alone borrows nothing from other families.</description></item>
/// <item><term>Alike…</term><description>An address that nobody declared is the person's as surely as the likeness of names says, and never
/// surer: whose it is stays as doubtful on the tenth day as on the first. It counts at all only with several households, since a parent stands with one. Whoever writes with several people of the school is more likely a parent.</description></item>
/// <item><term>OfCircle</term><description>A family that meets the personal addresses of several colleagues is of their circle: a party, a household.</description></item>
/// <item><term>SentOn, SentOnSubject</term><description>The thread says that it is a family's mail; the subject says it where few families have it in that fortnight.</description></item>
/// <item><term>Unlike</term><description>An address of which nothing is known, that gets several families' mail from one person alone, may be that person's, or a
/// therapist's, a service's. Of few days and few households it is never shown; whoever gets the mail of three, on five days, and from nobody else,
/// is hardly anybody but the person.</description></item>
/// <item><term>OnlyPossible</term><description>The most for what has the same other reason each time: below what is shown.</description></item>
/// <item><term>TightForwards</term><description>Messages to oneself follow mail by families within minutes, on several days, far oftener than chance: other causes for such a rhythm are rare.</description></item>
/// <item><term>LooseForwards</term><description>The same with fewer: chance is one in three hundred, and a school has a hundred people.</description></item>
/// <item><term>OwnMail</term><description>Mail to oneself with nothing that ties it to a family: payslips, tickets, a shopping list.</description></item>
/// <item><term>Forwarding</term><description>A setting says what it does.</description></item>
/// <item><term>OffSystem…</term><description>An id that the school never saw. Parents answer their own and each other's messages, so one answer says little, least where
/// the id is of the family's own provider; one that goes to the person's own address too says nearly all.</description></item>
/// <item><term>Webmail</term><description>The visit was a person's, and no grant covered it.</description></item>
/// <item><term>NoOfficial</term><description>There are many good reasons for it.</description></item>
/// <item><term>Number…</term><description>What the text calls one's own is; a number beside one's name is, unless it is the school's and the roster lacks it; below
/// "Kind regards" alone it may be anybody's. In three messages it is a signature. What is given to an organisation may be part of the work: only possible.</description></item>
/// </list>
/// </summary>
internal static class CorrespondenceWeights
{
    /// <summary>From here a finding is shown without being asked for.</summary>
    public const double Shown = 0.5;

    /// <summary>However many days: no export shows what was written.</summary>
    public const double Most = 0.97;

    /// <summary>However many days, where the same other reason may be behind all of them: never shown without being asked for.</summary>
    public const double OnlyPossible = 0.45;

    /// <summary>A sign counts as one of a finding's where it is at least so much of the surest.</summary>
    public const double Counts = 0.5;

    /// <summary>What is seen with other families too makes each of them likelier, a little less than what is seen with the same.</summary>
    public const double WithOthers = 0.9;

    /// <summary>How much of what was seen with another household is lent: the person has the habit, and it need not be with this family.</summary>
    public const double Lent = 0.6;

    /// <summary>The person wrote from a declared personal address.</summary>
    public const double Direct = 0.95;

    /// <summary>The person wrote from school and copied the declared personal address in.</summary>
    public const double OwnTogether = 0.8;

    /// <summary>A colleague copied both in.</summary>
    public const double Together = 0.45;

    /// <summary>The same in a thread that the family has part in; or the family answered a message from the personal address.</summary>
    public const double TogetherInThread = 0.6;

    /// <summary>Somebody outside copied both in.</summary>
    public const double TogetherByOther = 0.2;

    /// <summary>A message of the school's among colleagues, one of whom is a parent here.</summary>
    public const double AmongColleagues = 0.1;

    /// <summary>Somebody who declared a relationship with a family is likely a parent or friend of parents here, and meets others as one.</summary>
    public const double OfParent = 0.5;

    /// <summary>A family wrote to a personal address and to the school: whose doing that was is not seen.</summary>
    public const double WrittenTo = 0.5;

    /// <summary>The same as an answer to something that the school never saw.</summary>
    public const double Answered = 0.5;

    /// <summary>Used with the school in a thread that a family has part in.</summary>
    public const double Thread = 0.4;

    /// <summary>The same by the subject alone.</summary>
    public const double SameSubject = 0.1;

    /// <summary>By the subject alone, of somebody who no longer works here: they have no other business with the school's families.</summary>
    public const double SameSubjectOfLeaver = 0.25;

    /// <summary>A declared address that several members of staff share does not say which of them.</summary>
    public const double SharedAddress = 0.45;

    /// <summary>A family that meets several colleagues' personal addresses.</summary>
    public const double OfCircle = 0.4;

    /// <summary>An address alike to a name wrote to a family.</summary>
    public const double AlikeWrote = 0.5;

    /// <summary>A colleague copied it in with a family.</summary>
    public const double AlikeTogether = 0.45;

    /// <summary>A family answered to it what the school never saw.</summary>
    public const double AlikeAnswered = 0.5;

    /// <summary>A family wrote to it.</summary>
    public const double AlikeByFamily = 0.4;

    /// <summary>It writes with several people of the school, as parents do.</summary>
    public const double AlikeLikeParent = 0.3;

    /// <summary>It stands with several families: so much surer.</summary>
    public const double AlikeWithSeveral = 1.8;

    /// <summary>However alike, on one day.</summary>
    public const double AlikeMost = 0.6;

    /// <summary>A family's mail sent on to oneself, by its thread.</summary>
    public const double SentOn = 0.92;

    /// <summary>The same by its subject.</summary>
    public const double SentOnSubject = 0.7;

    /// <summary>A rhythm far beyond chance, on several days.</summary>
    public const double TightForwards = 0.85;

    /// <summary>The same with fewer.</summary>
    public const double LooseForwards = 0.65;

    /// <summary>Nothing ties it to a family.</summary>
    public const double OwnMail = 0.2;

    /// <summary>A declared address that somebody else declared too.</summary>
    public const double OwnWithAnother = 0.9;

    /// <summary>An address of which nothing is known, to which several families' mail goes.</summary>
    public const double Unlike = 0.35;

    /// <summary>An address that writes with one other of the school: a sick note to the office goes from one's own, a question from a parent's.</summary>
    public const double WritesWithAnother = 0.85;

    /// <summary>An address that writes with several people of the school, as parents do and one's own does not.</summary>
    public const double WritesLikeParent = 0.5;

    /// <summary>A setting.</summary>
    public const double Forwarding = 0.95;

    /// <summary>The answer goes to the person's own declared address too.</summary>
    public const double OffSystemToOwn = 0.9;

    /// <summary>It goes to an address alike to the person's name too.</summary>
    public const double OffSystemToAlike = 0.4;

    /// <summary>The id is of the recipient's own declared provider.</summary>
    public const double OffSystemOwnProvider = 0.22;

    /// <summary>The id is of a provider that is not the family's.</summary>
    public const double OffSystemOtherProvider = 0.12;

    /// <summary>The id is of the family's own provider.</summary>
    public const double OffSystemSameProvider = 0.08;

    /// <summary>Ids of Exchange Online's servers are Outlook.com's, and those of every other organisation that has it.</summary>
    public const double ExchangeOnline = 0.7;

    /// <summary>More than one member of staff was written to: which of them is meant is open.</summary>
    public const double SeveralRecipients = 0.75;

    /// <summary>The thread went through the school before, or among families: an aside of theirs explains the unknown id.</summary>
    public const double FamiliesAside = 0.4;

    /// <summary>The same where the answer goes to the person's own address too: whom it answers is then hardly another parent.</summary>
    public const double AsideToOwn = 0.7;

    /// <summary>A person's visit without cover.</summary>
    public const double Webmail = 0.9;

    /// <summary>A number that the text calls the writer's own, or that stands in each of their signatures.</summary>
    public const double NumberSaid = 0.9;

    /// <summary>A number beside the writer's name, once.</summary>
    public const double NumberInSignature = 0.75;

    /// <summary>A number below a closing without a name, once.</summary>
    public const double NumberBelowClosing = 0.55;

    /// <summary>It was given to no family and no private person.</summary>
    public const double NumberToOrganisation = 0.5;

    /// <summary>A question.</summary>
    public const double NoOfficial = 0.2;
}
