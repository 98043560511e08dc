using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Governance.Data;
using Rosewood.PolicyAdmin.Governance.Retention;

namespace Rosewood.PolicyAdmin.Reporting.Facts;

/// <summary>A class of records: what is kept of it, and for how long.</summary>
/// <param name="Class">What it is, in words.</param>
/// <param name="About">Whose data it is.</param>
/// <param name="Count">How many records there are.</param>
/// <param name="Oldest">The oldest one's time, or null.</param>
/// <param name="Kept">How long it is kept and counted from what, in words.</param>
/// <param name="Over">How many are over their time, and kept by no hold.</param>
internal sealed record ProcessingFact(string Class, string About, long Count, DateTimeOffset? Oldest, string Kept, long Over)
{
    /// <summary>Counts every class of the one map that retention and the DPIA facts go by too.</summary>
    public static IReadOnlyList<ProcessingFact> Load(CommandContext context)
    {
        var over = RetentionLook.All(context).ToDictionary(static e => e.Class, static e => e.Expired - e.Held);
        return [.. DataClasses.All.Select(c =>
        {
            var held = HeldData.Of(c, context);
            return new ProcessingFact(DataClassWords.Title(c.Name), Whose(c), held.Records, held.Oldest, DataClassWords.Kept(c, context.Config.Retention), over.GetValueOrDefault(c.Name));
        })];
    }

    private static string Whose(DataClass data) => data.Subjects.Count == 0 ? "nobody" : string.Join(", ", data.Subjects).ToLowerInvariant();
}
