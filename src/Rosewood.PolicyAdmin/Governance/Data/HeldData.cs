using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Governance.Pages;
using Rosewood.PolicyAdmin.Registers;
using Rosewood.PolicyAdmin.Registers.Recruitment;
using Rosewood.PolicyAdmin.Storage;

namespace Rosewood.PolicyAdmin.Governance.Data;

/// <summary>What there really is of a class of data.</summary>
/// <param name="Records">Rows and files; where two classes share tables, the entries of this one.</param>
/// <param name="Oldest">The oldest row's time in the school; null where none has a time.</param>
/// <param name="Newest">The newest row's; likewise.</param>
internal sealed record HeldData(long Records, DateTimeOffset? Oldest, DateTimeOffset? Newest)
{
    /// <summary>Counts a class.</summary>
    public static HeldData Of(DataClass data, CommandContext context)
    {
        var spans = data.Tables.Select(context.Store.Expiry.SpanOf).ToList();
        var rows = Entries(data.Name, context.Store) ?? spans.Sum(static s => s.Rows);
        return new HeldData(
            rows + data.Files.Sum(f => DpiaFiles.CountOf(context.Workspace.Paths.Root, f)),
            Local(spans.Min(static s => s.Oldest)),
            Local(spans.Max(static s => s.Newest)));

        DateTimeOffset? Local(DateTimeOffset? at) => at is { } instant && instant.Year is > 1 and < 9999 ? TimeZoneInfo.ConvertTime(instant, context.Workspace.Zone) : null;
    }

    /// <summary>Entries of a class that shares its tables with another; null where it has its own.</summary>
    private static long? Entries(DataClassName name, PolicyStore store) => name switch
    {
        DataClassName.Declarations => Links(FamilyLinkKind.RelationshipDeclaration, store),
        DataClassName.ContactAgreements => Links(FamilyLinkKind.FamilyContactAgreement, store),
        DataClassName.RecruitmentRecords => Interviews(isSuccessful: true, store),
        DataClassName.UnsuccessfulCandidates => Interviews(isSuccessful: false, store),
        _ => null,
    };

    private static long Links(FamilyLinkKind kind, PolicyStore store) => store.FamilyLinks.LoadAll().LongCount(l => l.Fact.Kind == kind);

    private static long Interviews(bool isSuccessful, PolicyStore store) =>
        store.Recruitment.LoadAll().LongCount(r => r.Fact.Outcome is not (RecruitmentOutcome.Unsuccessful or RecruitmentOutcome.Withdrawn) == isSuccessful);
}
