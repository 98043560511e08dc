using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Registers;

/// <summary>
/// Records that a member of staff declared a friendship or kinship with a family to SLT, with boundaries and a day on which it is looked at
/// again (REL-1). For SLT and the safeguarding lead. A finding about the two that it explains names it; the finding stays.
/// </summary>
/// <example><code>New-RelationshipDeclaration -User n.ames -FamilyId F-1042 -Relationship 'Sister of the mother' -Boundaries 'Does not teach the child' -DeclaredTo head</code>Declared to the head teacher; looked at again in a year.</example>
/// <example><code>New-RelationshipDeclaration -User 'Nell Ames' -FamilyId F-1042 -Relationship Neighbours -Since 2019-09-01 -ReviewDate 2027-07-01 -DeclaredTo deputy</code>Known since 2019; looked at again in July.</example>
public sealed class NewRelationshipDeclaration : PolicyRequest
{
    /// <summary>The member of staff: login name, UPN, full name or role.</summary>
    public string User { get; set; } = "";

    /// <summary>The family, by the school's id as in the file of family contacts. Never an address.</summary>
    public string FamilyId { get; set; } = "";

    /// <summary>What they are to each other, in a few words.</summary>
    public string Relationship { get; set; } = "";

    /// <summary>Since when they know each other, school local time. Default: now.</summary>
    public TimeInput? Since { get; set; }

    /// <summary>What was agreed, such as not teaching that child.</summary>
    public string? Boundaries { get; set; }

    /// <summary>The day on which it is looked at again. Default: a year from today.</summary>
    public TimeInput? ReviewDate { get; set; }

    /// <summary>The SLT member to whom it was declared: someone else than the user. Default: who runs the command.</summary>
    public string? DeclaredTo { get; set; }

    /// <inheritdoc/>
    public override void Validate()
    {
        RegisterText.RequireFamily(FamilyId);
        RegisterText.Require(nameof(Relationship), Relationship, "Sister of the mother");
        RegisterText.Read(nameof(Boundaries), Boundaries);
    }
}

internal sealed class NewRelationshipDeclarationHandler : CommandHandler<NewRelationshipDeclaration>
{
    public override Task HandleAsync(NewRelationshipDeclaration request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var zone = context.Workspace.Zone;
        var people = context.LoadPeople();
        var book = new FamilyLinkBook(context, people);
        var subject = people.Resolve(request.User, context.Now.UtcTicks);
        var leader = book.Leader(nameof(request.DeclaredTo), request.DeclaredTo, subject, context.Now);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(context.Now, zone).DateTime);
        var review = request.ReviewDate is { } due ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(due.ToStart(zone), zone).DateTime) : today.AddYears(1);
        if (review < today)
        {
            throw RegisterFaults.ReviewInPast().ToException();
        }

        var family = FamilyLinkBook.Family(request.FamilyId, context, sink);
        if (!sink.ShouldProcess(subject.DisplayName, $"Record the relationship to family {family}, declared to {leader.DisplayName}"))
        {
            return Task.CompletedTask;
        }

        var fact = book.Record(FamilyLinkKind.RelationshipDeclaration, (id, at) => new FamilyLinkFact
        {
            Id = id,
            Kind = FamilyLinkKind.RelationshipDeclaration,
            PersonId = subject.Id,
            FamilyId = family,
            From = (request.Since?.ToStart(zone) ?? at).ToUniversalTime(),
            Text = RegisterText.Read(nameof(request.Relationship), request.Relationship)!,
            Boundaries = RegisterText.Read(nameof(request.Boundaries), request.Boundaries),
            ReviewDate = review,
            LeaderId = leader.Id,
            RecordedBy = context.Operator.Id,
            RecordedAt = at,
        });
        sink.Write(RelationshipDeclaration.Of(new RecordedFamilyLink(fact, Ending: null), book, fact.RecordedAt, zone));
        return Task.CompletedTask;
    }
}
