namespace Rosewood.PolicyAdmin.Simulation.Mail.Truth;

/// <summary>
/// Whether the files that a school has show that school business with a family goes an unofficial way.
/// <para>
/// The measure is an experienced investigator who has every file that the school hands over (not the truth), the registers, patience, and
/// knowledge of the school: who is whose teacher, which subjects are school business, which domains are where private people have mail. Such
/// a person is convinced when <b>the weights of distinct days reach 1</b>, each day counting by its strongest message. A message weighs what
/// it shows times how sure it is whose the address is.
/// </para>
/// <para>How sure: 1 when <c>staff.csv</c> has the address; 0.5 when it is at a consumer domain and has surname and first name or initial of
/// this person and of nobody else, staff or parent; 0.2 when it suits others too; 0.34 when only the name before the address is the person's,
/// which headers show and the trace does not; 0 otherwise. An address that the families' list has too is explained by it and weighs nothing.</para>
/// <list type="bullet">
/// <item><see cref="MailReason.TogetherInOneMessage"/>, 1: the personal address and a listed address of a family that the person has not declared, in the header of a copy that was exported, or as sender and recipients of one message in the trace. Half when the subject says nothing.</item>
/// <item><see cref="MailReason.InAFamilysConversation"/>, 1: the personal address writes to the school, and the same conversation (by reference) or the same telling subject within 14 days has a listed family and the school in it.</item>
/// <item><see cref="MailReason.ForwardsFamilyMail"/>, 1: the own school mailbox sends to the personal address alone, under the telling subject of a family's message of the last 14 days, or in its conversation when the sent copy was exported; here an address that tells nothing weighs 0.34, because what goes to it is families' mail.</item>
/// <item><see cref="MailReason.RuleInForce"/> and <see cref="MailReason.ForwardingInForce"/>, 1: the file has it, enabled, to an address outside that is no service of the school, and the trace has a family's message that went by it; without the trace, as sure as the address is.</item>
/// <item><see cref="MailReason.AnswersPersonalAddress"/>, 1: a header of a listed family's message names an id that no mail of the school has, and the personal address stands among the recipients.</item>
/// <item><see cref="MailReason.AnswersUnknownMessage"/>, 0.34: the same without the personal address, to this person's mailbox alone; 0.17 when the id is of the family's own provider, since parents answer their own messages too.</item>
/// </list>
/// <para>What explains itself weighs nothing: private affairs by their subjects, also with a colleague who is a parent; governors' papers, which
/// a parent governor gets too; mailing lists; another parent in copy, or a forward; ids of newsletters, calendars and of school mail that is
/// older than the trace; a declared friendship or contact as long as it holds, and not after; the own child. Nor does an address convince that
/// came once and was never met again: a parent's guess.</para>
/// <para>What the files do not show never makes it detectable: mail between home and home, a rule that was removed, an address that nobody can tell.</para>
/// </summary>
/// <param name="IsDetectable">Whether such an investigator would be convinced.</param>
/// <param name="Proofs">The days that tell, in order, each with its strongest reason.</param>
public sealed record MailDetectability(bool IsDetectable, IReadOnlyList<MailProof> Proofs)
{
    /// <summary>Three thirds of 0.34 are enough, whatever rounding makes of them.</summary>
    private const double Enough = 0.999;

    /// <summary>Nothing to find.</summary>
    public static MailDetectability None { get; } = new(IsDetectable: false, []);

    internal static MailDetectability Of(IEnumerable<MailProof> proofs)
    {
        List<MailProof> strongest = [.. proofs.Where(p => p.Weight > 0).GroupBy(p => p.Day).Select(g => g.OrderByDescending(p => p.Weight).ThenBy(p => p.MessageId, StringComparer.Ordinal).First()).OrderBy(p => p.Day)];
        return new MailDetectability(strongest.Sum(p => p.Weight) >= Enough, strongest);
    }
}
