using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Registers.Recruitment;

/// <summary>Shows recruitment records (REC-1, REC-2). For SLT and the admin team; that somebody looked is in the audit trail.</summary>
/// <example><code>Get-RecruitmentRecord</code>All interviews that are on record.</example>
/// <example><code>Get-RecruitmentRecord -Outcome Unsuccessful,Withdrawn</code>Who was not appointed, with the last day on which it is kept.</example>
public sealed class GetRecruitmentRecord : PolicyRequest
{
    /// <summary>Records by id. Default: all.</summary>
    public string[] Id { get; set; } = [];

    /// <summary>Only records with one of these outcomes.</summary>
    public RecruitmentOutcome[] Outcome { get; set; } = [];

    /// <summary>Only records of these people on the roster.</summary>
    public string[] User { get; set; } = [];
}

internal sealed class GetRecruitmentRecordHandler : CommandHandler<GetRecruitmentRecord>
{
    public override Task HandleAsync(GetRecruitmentRecord request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var people = context.LoadPeople();
        var persons = request.User.Select(u => people.Resolve(u, context.Now.UtcTicks).Id).ToHashSet(StringComparer.Ordinal);
        foreach (var record in new RecruitmentBook(context, people).Read(f =>
            (request.Id.Length == 0 || request.Id.Contains(f.Id, StringComparer.OrdinalIgnoreCase))
            && (request.Outcome.Length == 0 || request.Outcome.Contains(f.Outcome))
            && (persons.Count == 0 || (f.PersonId is { } id && persons.Contains(id)))))
        {
            cancellationToken.ThrowIfCancellationRequested();
            sink.Write(RecruitmentRecord.Of(record, context, people));
        }

        return Task.CompletedTask;
    }
}
