using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Registers;

/// <summary>
/// Records what was agreed anew about declared relationships: the next day of review, other boundaries (REL-1). What stood before stays on
/// record. For SLT and the safeguarding lead.
/// </summary>
/// <example><code>Update-RelationshipDeclaration -Id R-0001 -ReviewDate 2028-09-01 -Reason 'Looked at with the head: nothing has changed'</code>Reviewed; looked at again later.</example>
/// <example><code>Get-RelationshipDeclaration -ReviewDue | Update-RelationshipDeclaration -Boundaries 'Does not teach the child, no lifts' -DeclaredTo head</code>Other boundaries; looked at again in a year.</example>
public sealed class UpdateRelationshipDeclaration : PolicyRequest
{
    /// <summary>Entries by id.</summary>
    public string[] Id { get; set; } = [];

    /// <summary>The next day of review. Default: a year from today.</summary>
    public TimeInput? ReviewDate { get; set; }

    /// <summary>What is agreed now. Default: as before.</summary>
    public string? Boundaries { get; set; }

    /// <summary>The SLT member who looked at it: someone else than the user. Default: who runs the command.</summary>
    public string? DeclaredTo { get; set; }

    /// <summary>What was found, or why it changes; kept with it.</summary>
    public string? Reason { get; set; }

    /// <inheritdoc/>
    public override void Validate()
    {
        RegisterText.Read(nameof(Boundaries), Boundaries);
        if (RegisterText.Read(nameof(Reason), Reason) is null && Boundaries is null && ReviewDate is null)
        {
            throw RegisterFaults.NothingToUpdate(string.Join(", ", Id), "-ReviewDate, -Boundaries or -Reason").ToException();
        }
    }
}

internal sealed class UpdateRelationshipDeclarationHandler : CommandHandler<UpdateRelationshipDeclaration>
{
    public override Task HandleAsync(UpdateRelationshipDeclaration request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var zone = context.Workspace.Zone;
        var people = context.LoadPeople();
        var book = new FamilyLinkBook(context, people);
        var ids = request.Id.Select(i => i.Trim()).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var review = FamilyLinkRules.Review(request.ReviewDate, context.Now, zone);
        var open = book.Open(FamilyLinkKind.RelationshipDeclaration, ids, context.Now);
        var leaders = open.ToDictionary(e => e.Fact.Id, e => book.Leader(nameof(request.DeclaredTo), request.DeclaredTo, e.Fact.PersonId, context.Now).Id, StringComparer.Ordinal);
        if (sink.ShouldProcess(string.Join(", ", open.Select(e => $"{e.Fact.Id} ({book.NameOf(e.Fact.PersonId)})")), FormattableString.Invariant($"Record what was agreed; looked at again on {review:yyyy-MM-dd}")))
        {
            foreach (var entry in book.Update(FamilyLinkKind.RelationshipDeclaration, ids, (e, at) => new FamilyLinkUpdate
            {
                LinkId = e.Fact.Id,
                At = at,
                By = context.Operator.Id,
                LeaderId = leaders[e.Fact.Id],
                Reason = RegisterText.Read(nameof(request.Reason), request.Reason),
                ReviewDate = review,
                Boundaries = RegisterText.Read(nameof(request.Boundaries), request.Boundaries),
            }))
            {
                sink.Write(RelationshipDeclaration.Of(entry, book, context.Now, zone));
            }
        }

        return Task.CompletedTask;
    }
}
