using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Registers.Files;

namespace Rosewood.PolicyAdmin.Registers;

/// <summary>Checks declarations, typed or from a file, before any is recorded.</summary>
/// <param name="context">The command.</param>
/// <param name="people">The roster.</param>
/// <param name="book">The register.</param>
/// <param name="sink">Where warnings go.</param>
internal sealed class RelationshipDraft(CommandContext context, PeopleHistory people, FamilyLinkBook book, ICommandSink sink)
{
    /// <summary>What a relationship reads like.</summary>
    public const string Example = "Sister of the mother";

    /// <summary>The file's columns.</summary>
    public static IReadOnlyList<CsvColumn> Columns { get; } = RegisterFile.Columns(
        [RegisterFile.User, new("FamilyId", Required: true, "Family"), new("Relationship", Required: true)],
        ["Since", "Boundaries", "ReviewDate", "DeclaredTo", "Status"],
        ["Id", "ReviewDue", "RecordedBy", "RecordedAt", "UpdatedAt", "UpdatedBy", "Before", "ClosedAt", "ClosedReason"]);

    /// <summary>A row as a person would have typed it.</summary>
    public static NewRelationshipDeclaration Of(RegisterRow row, NewRelationshipDeclaration request) => new()
    {
        User = row.Text("User") ?? "",
        FamilyId = row.Text("FamilyId") ?? "",
        Relationship = row.Text("Relationship") ?? "",
        Since = row.Time("Since"),
        Boundaries = row.Text("Boundaries"),
        ReviewDate = row.Time("ReviewDate") ?? request.ReviewDate,
        DeclaredTo = row.Text("DeclaredTo") ?? request.DeclaredTo,
    };

    /// <summary>The entry; null where the guard has taken note of a problem.</summary>
    public FamilyLinkDraft? Read(NewRelationshipDeclaration request, RegisterGuard guard)
    {
        var zone = context.Workspace.Zone;
        var subject = guard.Check(nameof(request.User), () => people.Resolve(request.User, context.Now.UtcTicks));
        var leader = subject is null ? null : guard.Check(nameof(request.DeclaredTo), () => book.Leader(nameof(request.DeclaredTo), request.DeclaredTo, subject, context.Now));
        var relationship = guard.Check(nameof(request.Relationship), () => RegisterText.Require(nameof(request.Relationship), request.Relationship, Example));
        var boundaries = guard.Check(nameof(request.Boundaries), () => RegisterText.Read(nameof(request.Boundaries), request.Boundaries));
        var review = guard.Check(nameof(request.ReviewDate), () => FamilyLinkRules.Review(request.ReviewDate, context.Now, zone));
        var since = guard.Check(nameof(request.Since), () => request.Since?.ToStart(zone).ToUniversalTime());
        var family = guard.Check(nameof(request.FamilyId), () => FamilyLinkBook.Family(request.FamilyId, context, sink));
        return guard.HasFailed || subject is null || leader is null ? null : new FamilyLinkDraft(subject, family!, leader, [], (id, at) => new FamilyLinkFact
        {
            Id = id,
            Kind = FamilyLinkKind.RelationshipDeclaration,
            PersonId = subject.Id,
            FamilyId = family!,
            From = since ?? at.ToUniversalTime(),
            Text = relationship!,
            Boundaries = boundaries,
            ReviewDate = review,
            LeaderId = leader.Id,
            RecordedBy = context.Operator.Id,
            RecordedAt = at,
        });
    }
}
