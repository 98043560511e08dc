using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Governance.Data;
using Rosewood.PolicyAdmin.Governance.Retention;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Governance.Pages;

/// <summary>
/// The facts that a data protection impact assessment asks for, from what is really configured and really in the store. They are no legal
/// advice and no assessment: necessity, proportion and risk are for people to weigh.
/// </summary>
internal sealed record DpiaFacts
{
    /// <summary>The school.</summary>
    public required string School { get; init; }

    /// <summary>When the facts were gathered, school local time.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Who gathered them: by name where they hold a public role.</summary>
    public required string MadeBy { get; init; }

    /// <summary>Each class of data.</summary>
    public required IReadOnlyList<DpiaClass> Classes { get; init; }

    /// <summary>Which audits and sources are on.</summary>
    public required IReadOnlyList<DpiaSetting> Settings { get; init; }

    /// <summary>How files are protected, as found on this disk.</summary>
    public required IReadOnlyList<DpiaFile> Files { get; init; }

    /// <summary>Who holds the roles that read data, today.</summary>
    public required IReadOnlyList<DpiaRole> Roles { get; init; }

    /// <summary>When data whose time is over were last removed; null: never.</summary>
    public required DateTimeOffset? RetentionLastRun { get; init; }

    /// <summary>How many legal holds are in force.</summary>
    public required int LegalHolds { get; init; }

    /// <summary>The audit trail's head.</summary>
    public required string AuditHead { get; init; }

    /// <summary>Gathers them.</summary>
    public static DpiaFacts Read(CommandContext context)
    {
        var zone = context.Workspace.Zone;
        return new()
        {
            School = context.Config.School.Name,
            MadeAt = TimeZoneInfo.ConvertTime(context.Now, zone),
            MadeBy = Maker(context.Operator),
            Classes = [.. DataClasses.All.Select(c => Class(c, context))],
            Settings = DpiaSettings.Read(context.Config),
            Files = DpiaFiles.Read(context),
            Roles = RoleHolders.Read(context),
            RetentionLastRun = RetentionState.LastRun(context.Store) is { } at ? TimeZoneInfo.ConvertTime(at, zone) : null,
            LegalHolds = context.Store.LegalHolds.InForce().Count,
            AuditHead = Convert.ToHexStringLower(context.Store.Audit.Head().Hash),
        };
    }

    // A page that may lie with staff representatives names people of a public role alone.
    private static string Maker(Operator maker) => maker.Roles.Overlaps(RoleSet.Guarded) ? maker.DisplayName : "a technician";

    private static DpiaClass Class(DataClass data, CommandContext context)
    {
        var held = HeldData.Of(data, context);
        return new DpiaClass(
            data.Name,
            data.What,
            data.Clause,
            data.Purpose,
            data.Source,
            data.Subjects,
            DataClassWords.Kept(data, context.Config.Retention),
            DataClassWords.Readers(data),
            [.. data.Tables.Select(static t => $"store.db: {t}"), .. data.Files],
            held.Records,
            held.Oldest,
            held.Newest);
    }
}

/// <summary>A class of data with what is really held of it.</summary>
/// <param name="Class">Which.</param>
/// <param name="What">What is held.</param>
/// <param name="Clause">The clause.</param>
/// <param name="Purpose">What for.</param>
/// <param name="Source">From where.</param>
/// <param name="Subjects">Whose.</param>
/// <param name="Kept">How long.</param>
/// <param name="Readers">Who may read it.</param>
/// <param name="Places">Where it lies.</param>
/// <param name="Records">How many rows and files there are.</param>
/// <param name="Oldest">The oldest; null where none has a time.</param>
/// <param name="Newest">The newest; likewise.</param>
internal sealed record DpiaClass(
    DataClassName Class,
    string What,
    string Clause,
    string Purpose,
    string Source,
    IReadOnlyList<DataSubject> Subjects,
    string Kept,
    string Readers,
    IReadOnlyList<string> Places,
    long Records,
    DateTimeOffset? Oldest,
    DateTimeOffset? Newest);

/// <summary>A setting that decides what is collected.</summary>
/// <param name="Key">Its key in <c>policy.json</c>.</param>
/// <param name="Value">Its value in force.</param>
/// <param name="Meaning">What that means for people.</param>
internal sealed record DpiaSetting(string Key, string Value, string Meaning);

/// <summary>A file of the workspace.</summary>
/// <param name="Path">Its path within the workspace.</param>
/// <param name="IsThere">Whether it is there.</param>
/// <param name="OwnerOnly">Whether only its owner may read it; null where it is not there.</param>
/// <param name="Protection">How its content is protected besides.</param>
internal sealed record DpiaFile(string Path, bool IsThere, bool? OwnerOnly, string Protection);

/// <summary>Who holds a role.</summary>
/// <param name="Role">The role.</param>
/// <param name="Holders">Names of those who are employed today; for roles that are no public function the number stands instead.</param>
/// <param name="Count">How many.</param>
internal sealed record DpiaRole(Role Role, IReadOnlyList<string> Holders, int Count);
