using System.Globalization;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Correspondence.Detection;

/// <summary>
/// Finds people whose role writes to families and who had no official correspondence with any over a whole term, where their colleagues
/// had. A question with many good answers, so it is asked only where the school wants it, and where the trace covers the term.
/// </summary>
/// <param name="zone">The school's zone.</param>
internal sealed class SilentTermDetector(TimeZoneInfo zone)
{
    /// <summary>A school in which colleagues hardly write themselves has another way.</summary>
    private const int UsualMessages = 5;

    private static readonly RoleSet Writers = RoleSet.Of(Role.HeadTeacher, Role.DeputyHead, Role.Teacher);

    /// <summary>The signs of all terms that a trace covers.</summary>
    /// <param name="picture">What was seen.</param>
    /// <param name="terms">The school's terms.</param>
    public IEnumerable<Sign> Find(MailPicture picture, IEnumerable<TermConfig> terms)
    {
        foreach (var term in terms)
        {
            var (from, until) = (Start(term.From), Start(term.To.AddDays(1)));
            if (picture.Traced.Last == 0 || picture.Traced.First > from + TimeSpan.TicksPerDay || picture.Traced.Last < until - TimeSpan.TicksPerDay)
            {
                continue;
            }

            var counts = picture.Mails.Where(m => m.UtcTicks >= from && m.UtcTicks < until && m.Parties.Any(static p => p.Kind == PartyKind.Family))
                .SelectMany(static m => m.Parties.Where(static p => p.Kind == PartyKind.Staff).SelectMany(static p => p.PersonIds).Distinct(StringComparer.Ordinal))
                .CountBy(static id => id, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
            var writers = picture.Book.Staff.Where(p => p.Roles.Overlaps(Writers) && PeopleHistory.IsEmployed(p, term.From) && PeopleHistory.IsEmployed(p, term.To)).ToList();
            var usual = writers.Select(p => counts.GetValueOrDefault(p.Id)).Order().ElementAtOrDefault(writers.Count / 2);
            foreach (var person in usual < UsualMessages ? [] : writers.Where(p => !counts.ContainsKey(p.Id)))
            {
                yield return new Sign(
                    CorrespondenceKind.NoOfficialCorrespondence,
                    person.Id,
                    Correspondent: null,
                    CorrespondenceWeights.NoOfficial,
                    string.Create(CultureInfo.InvariantCulture, $"In {term.Name} no message between this person's school mailbox and any family was seen; colleagues had about {usual}. There are many good reasons for that: ask."))
                {
                    UtcTicks = from,
                    LastTicks = until - TimeSpan.TicksPerDay,
                };
            }
        }
    }

    private long Start(DateOnly day) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), zone).Ticks;
}
