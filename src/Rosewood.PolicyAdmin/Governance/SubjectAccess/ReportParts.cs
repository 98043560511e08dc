using Rosewood.PolicyAdmin.Governance.Data;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Reporting;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Governance.SubjectAccess;

/// <summary>
/// Which reports in the workspace's folder name the person. They are made from the records of the other parts and name others, so they are
/// listed and not copied. What can't be searched is listed too, so that a person looks: a printed report, whose text is packed, and a file
/// that is too large. Reports for the data protection officer and the governors name nobody; DPIA facts and inspection packs name those of a
/// public role.
/// </summary>
internal static class ReportParts
{
    /// <summary>The longest file that is searched, in bytes.</summary>
    internal const long LongestRead = 64L << 20;

    private static readonly string[] Patterns = ["compliance-*", "dpia-facts-*", "inspection-pack-*"];
    private static readonly string[] Packed = [ReportEndings.Pdf, ".zip"];

    private const string Unsearched = "It could not be searched: look into it by hand.";

    public static IEnumerable<PersonDataPart> Read(PersonDataSource source, CancellationToken cancellationToken)
    {
        var names = source.Traces.Versions.SelectMany(static v => new[] { v.DisplayName, v.UserPrincipalName }).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var folder = new DirectoryInfo(source.Context.Workspace.Paths.Reports);
        var found = new List<object>();
        IEnumerable<FileInfo> files = folder.Exists ? Patterns.SelectMany(folder.EnumerateFiles) : [];
        foreach (var file in files.Where(static f => f.LinkTarget is null).OrderBy(static f => f.Name, StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (IsUnsearchable(file) ? MayName(file, source) : Speaks(file, names))
            {
                found.Add(new { File = file.Name, WrittenAt = source.Local(new DateTimeOffset(file.LastWriteTimeUtc, TimeSpan.Zero)), Note = IsUnsearchable(file) ? Unsearched : "It names you." });
            }
        }

        yield return source.Part(DataClassName.Reports, found, "Reports are made from the records in the other parts and name others, so they are listed here and not copied. Printed reports and very large files could not be searched, and are listed whether they name you or not.");
    }

    private static bool IsUnsearchable(FileInfo file) => file.Length > LongestRead || Packed.Contains(file.Extension, StringComparer.OrdinalIgnoreCase);

    private static bool MayName(FileInfo file, PersonDataSource source) => file.Name.StartsWith("compliance-", StringComparison.OrdinalIgnoreCase)
        ? !ReportPeriod.IsReport(file.Name, ReportRecipientGroup.Dpo, ReportRecipientGroup.Governors)
        : source.Traces.Versions.Any(static v => v.Roles.Overlaps(RoleSet.Guarded));

    private static bool Speaks(FileInfo file, List<string> names)
    {
        var text = System.Net.WebUtility.HtmlDecode(File.ReadAllText(file.FullName));
        return names.Exists(n => text.Contains(n, StringComparison.OrdinalIgnoreCase));
    }
}
