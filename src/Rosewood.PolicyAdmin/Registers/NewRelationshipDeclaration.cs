using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Registers.Files;

namespace Rosewood.PolicyAdmin.Registers;

/// <summary>
/// Records that a member of staff declared a friendship or kinship with a family to SLT, with boundaries and a day on which it is looked at
/// again (REL-1). For SLT and the safeguarding lead. A finding about the two that it explains names it; the finding stays.
/// </summary>
/// <example><code>New-RelationshipDeclaration -User n.ames -FamilyId F-1042 -Relationship 'Sister of the mother' -Boundaries 'Does not teach the child' -DeclaredTo head</code>Declared to the head teacher; looked at again in a year.</example>
/// <example><code>New-RelationshipDeclaration -Path declarations.csv -WhatIf</code>What a file would add: the columns as rosewood Get-RelationshipDeclaration -As Csv prints them, of which User, FamilyId and Relationship are needed.</example>
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

    /// <summary>
    /// Instead of one: a CSV file with the columns User, FamilyId, Relationship, and optionally Since, Boundaries, ReviewDate and DeclaredTo.
    /// Whole, or not at all. What rosewood Get-RelationshipDeclaration -As Csv wrote can be read back.
    /// </summary>
    [FilePath]
    public string Path { get; set; } = "";

    /// <inheritdoc/>
    public override void Validate()
    {
        if (Path.Length > 0)
        {
            RegisterText.RefuseBoth(User);
            return;
        }

        RegisterText.RequireFamily(FamilyId);
        RegisterText.Require(nameof(Relationship), Relationship, RelationshipDraft.Example);
        RegisterText.Read(nameof(Boundaries), Boundaries);
    }
}

internal sealed class NewRelationshipDeclarationHandler : CommandHandler<NewRelationshipDeclaration>
{
    public override Task HandleAsync(NewRelationshipDeclaration request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var people = context.LoadPeople();
        var book = new FamilyLinkBook(context, people);
        var reader = new RelationshipDraft(context, people, book, sink);
        IReadOnlyList<FamilyLinkDraft> drafts = request.Path.Length == 0
            ? [reader.Read(request, new RegisterGuard())!]
            : RegisterFile.Read(request.Path, RelationshipDraft.Columns, sink, row => reader.Read(RelationshipDraft.Of(row, request), row.Guard), cancellationToken);
        var (target, action) = request.Path.Length == 0
            ? (drafts[0].Subject.DisplayName, $"Record the relationship to family {drafts[0].FamilyId}, declared to {drafts[0].Leader.DisplayName}")
            : (request.Path, RegisterFile.Describe(drafts.Count, "declared relationship", "declared relationships"));
        if (drafts.Count == 0 || !sink.ShouldProcess(target, action))
        {
            return Task.CompletedTask;
        }

        var made = book.Record(FamilyLinkKind.RelationshipDeclaration, [.. drafts.Select(static d => d.Make)], request.Path.Length > 0);
        foreach (var fact in made)
        {
            sink.Write(RelationshipDeclaration.Of(new RecordedFamilyLink(fact, Ending: null), book, fact.RecordedAt, context.Workspace.Zone));
        }

        RegisterFile.TellKnown(drafts.Count - made.Count, sink);
        return Task.CompletedTask;
    }
}
