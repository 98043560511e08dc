namespace Rosewood.PolicyAdmin.Correspondence.Detection;

/// <summary>
/// Tells families' answers to messages that the school never sent or saw. Quiet where it can't know: answers to what is older than the trace,
/// to newsletters, to ids of the school's own servers, and where too many ordinary answers can't be matched either.
/// </summary>
internal sealed class UnknownAnswers
{
    private const int FewAnswers = 20;
    private const double LatestAnswers = 0.98;
    private const double LeastMatched = 0.5;
    private static readonly TimeSpan Usual = TimeSpan.FromDays(14);
    private static readonly TimeSpan Shortest = TimeSpan.FromDays(3);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);
    private readonly MailPicture _picture;

    /// <summary>Learns how quickly families answer here, and whether what they answer is mostly known.</summary>
    /// <param name="picture">What was seen, all of it.</param>
    public UnknownAnswers(MailPicture picture)
    {
        _picture = picture;
        All = [.. picture.Mails.Where(m => m.From.Kind == PartyKind.Family && m.HasHeaders && m.InReplyTo is not null && m.UtcTicks > 0 && !picture.IsBulk(m) && m.To.Exists(static p => p.IsSchool))];
        var delays = All.Select(m => (Mail: m, Answered: picture.Find(MessageKey.Of(m.InReplyTo))))
            .Where(static a => a.Answered is { UtcTicks: > 0 } answered && answered.UtcTicks <= a.Mail.UtcTicks)
            .Select(static a => a.Mail.UtcTicks - a.Answered!.UtcTicks).Order().ToList();
        Horizon = delays.Count < FewAnswers ? Usual : TimeSpan.FromTicks(Math.Clamp(delays[(int)(LatestAnswers * (delays.Count - 1))], Shortest.Ticks, Longest.Ticks));
        var late = All.Where(m => m.UtcTicks >= picture.FirstSent + Horizon.Ticks).ToList();
        var official = late.Where(m => picture.IsKnown(MessageKey.Of(m.InReplyTo)) || picture.IsSchoolIdDomain(MessageKey.DomainOf(m.InReplyTo!))).ToList();
        CanJudge = picture.FirstSent > 0 && late.Count > 0
            && (official.Count == 0 ? picture.Traced.Last > 0 : official.Count(m => picture.IsKnown(MessageKey.Of(m.InReplyTo))) >= LeastMatched * official.Count);
    }

    /// <summary>Families' answers to the school of which headers were seen.</summary>
    public IReadOnlyList<Mail> All { get; }

    /// <summary>Whether the school's sent mail was seen well enough to judge any.</summary>
    public bool CanJudge { get; }

    /// <summary>How long after the beginning of the trace answers are judged.</summary>
    public TimeSpan Horizon { get; }

    /// <summary>Whether a family's message certainly answers one that the school never sent or saw.</summary>
    public bool Is(Mail mail)
    {
        if (!CanJudge || !mail.HasHeaders || mail.InReplyTo is not { } answered || mail.UtcTicks < _picture.FirstSent + Horizon.Ticks || _picture.IsKnown(MessageKey.Of(answered)))
        {
            return false;
        }

        var domain = MessageKey.DomainOf(answered);
        return domain.Length > 0 && !_picture.IsSchoolIdDomain(domain) && !_picture.Book.IsOutsideSender(domain);
    }
}
