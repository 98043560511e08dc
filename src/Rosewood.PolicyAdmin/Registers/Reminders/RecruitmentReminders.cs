using Rosewood.PolicyAdmin.Registers.Recruitment;

namespace Rosewood.PolicyAdmin.Registers.Reminders;

/// <summary>Interviews of which something is still to be recorded.</summary>
internal static class RecruitmentReminders
{
    /// <summary>A school decides within weeks: what is open for longer was forgotten, and is kept as long as the record of somebody who was appointed.</summary>
    private const int LongestOpen = 60;

    public static IEnumerable<DueItem> Open(ReminderScope scope)
    {
        foreach (var fact in scope.Context.Store.Recruitment.LoadAll().Select(static r => r.Fact))
        {
            if (fact is { SocialMediaDiscussed: false, Outcome: RecruitmentOutcome.Open or RecruitmentOutcome.Appointed })
            {
                yield return new DueItem(fact.InterviewDate, $"{fact.Id}: social media was not talked about", fact.Candidate, fact.Id);
            }

            if (fact is { Outcome: RecruitmentOutcome.Appointed, PostsLookedThrough: false })
            {
                // Before they join (REC-2).
                var start = fact.PersonId is { } id ? scope.People.At(id, scope.Now)?.StartDate : null;
                var due = start ?? fact.OutcomeDate ?? fact.InterviewDate;
                if (scope.Includes(due))
                {
                    yield return new DueItem(due, $"{fact.Id}: the candidate has not looked through what they posted", fact.Candidate, fact.Id);
                }
            }

            if (fact.Outcome == RecruitmentOutcome.Open && fact.InterviewDate.AddDays(LongestOpen) is var decide && scope.Includes(decide))
            {
                yield return new DueItem(decide, $"{fact.Id}: no outcome is recorded", fact.Candidate, fact.Id);
            }
        }
    }
}
