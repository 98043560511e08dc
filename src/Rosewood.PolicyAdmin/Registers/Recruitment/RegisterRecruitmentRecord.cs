using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Registers.Files;

namespace Rosewood.PolicyAdmin.Registers.Recruitment;

/// <summary>
/// Records an interview: that social media was talked about (REC-1), that the candidate looked through what they have posted (REC-2); and
/// with -Id what came later: the outcome, who they are on the roster. What the candidate posted is never recorded. For SLT and the admin team.
/// </summary>
/// <example><code>Register-RecruitmentRecord -Candidate 'Zoë Marchant' -Post 'Class teacher' -InterviewDate 2026-05-12 -SocialMediaDiscussed</code>An interview.</example>
/// <example><code>Register-RecruitmentRecord -Id IV-0001 -PostsLookedThrough -Outcome Appointed -User n.ames</code>The candidate has looked through their posts, and has started.</example>
/// <example><code>Register-RecruitmentRecord -Path interviews.csv -WhatIf</code>What a file would add: the columns as rosewood Get-RecruitmentRecord -As Csv prints them, of which Candidate, Post and InterviewDate are needed.</example>
public sealed class RegisterRecruitmentRecord : PolicyRequest
{
    /// <summary>The candidate's name.</summary>
    public string Candidate { get; set; } = "";

    /// <summary>The post.</summary>
    public string Post { get; set; } = "";

    /// <summary>The day of the interview. Default: today.</summary>
    public TimeInput? InterviewDate { get; set; }

    /// <summary>Instead of a candidate: the record to which something is added.</summary>
    public string Id { get; set; } = "";

    /// <summary>Social media was talked about at the interview.</summary>
    public bool SocialMediaDiscussed { get; set; }

    /// <summary>The candidate has looked through what they have posted.</summary>
    public bool PostsLookedThrough { get; set; }

    /// <summary>What became of them. Default: it is open, or Appointed where -User says who they are.</summary>
    public RecruitmentOutcome? Outcome { get; set; }

    /// <summary>The day on which that was decided. Default: today.</summary>
    public TimeInput? OutcomeDate { get; set; }

    /// <summary>Who they are on the roster, once they are: login name, UPN or full name.</summary>
    public string? User { get; set; }

    /// <summary>
    /// Instead of one: a CSV file with the columns Candidate, Post, InterviewDate, and optionally SocialMediaDiscussed, PostsLookedThrough,
    /// Outcome, OutcomeDate and User. Whole, or not at all. What rosewood Get-RecruitmentRecord -As Csv wrote can be read back.
    /// </summary>
    [FilePath]
    public string Path { get; set; } = "";

    /// <inheritdoc/>
    public override void Validate()
    {
        if (Path.Length > 0)
        {
            RegisterText.RefuseBoth(Candidate + Id);
        }
        else if (Id.Length == 0)
        {
            RegisterText.Require(nameof(Candidate), Candidate, "Zoë O'Hara");
            RegisterText.Require(nameof(Post), Post, "Class teacher");
        }
        else if (!SocialMediaDiscussed && !PostsLookedThrough && Outcome is null && User is null)
        {
            throw RegisterFaults.NothingToUpdate(Id, "-SocialMediaDiscussed, -PostsLookedThrough, -Outcome or -User").ToException();
        }
    }
}

internal sealed class RegisterRecruitmentRecordHandler : CommandHandler<RegisterRecruitmentRecord>
{
    public override Task HandleAsync(RegisterRecruitmentRecord request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var people = context.LoadPeople();
        var book = new RecruitmentBook(context, people);
        if (request.Id.Length > 0)
        {
            Add(request, book, context, people, sink);
            return Task.CompletedTask;
        }

        IReadOnlyList<RecruitmentFact> drafts = request.Path.Length == 0
            ? [book.Draft(request, new RegisterGuard())!]
            : RegisterFile.Read(request.Path, RecruitmentBook.Columns, sink, row => book.Draft(RecruitmentBook.Of(row), row.Guard), cancellationToken);
        if (drafts.Count == 0 || !sink.ShouldProcess(request.Path.Length == 0 ? drafts[0].Candidate : request.Path, RegisterFile.Describe(drafts.Count, "interview", "interviews")))
        {
            return Task.CompletedTask;
        }

        var made = book.Record(drafts, request.Path.Length > 0);
        foreach (var fact in made)
        {
            sink.Write(RecruitmentRecord.Of(new RecordedRecruitment(fact, []), context, people));
        }

        RegisterFile.TellKnown(drafts.Count - made.Count, sink);
        return Task.CompletedTask;
    }

    private static void Add(RegisterRecruitmentRecord request, RecruitmentBook book, CommandContext context, PeopleHistory people, ICommandSink sink)
    {
        var record = book.Find(request.Id);
        if (sink.ShouldProcess($"{record.Fact.Id} ({record.Fact.Candidate})", "Add to the recruitment record"))
        {
            sink.Write(RecruitmentRecord.Of(book.Update(request), context, people));
        }
    }
}
