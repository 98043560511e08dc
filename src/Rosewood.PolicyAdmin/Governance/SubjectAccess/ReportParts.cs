using Rosewood.PolicyAdmin.Governance.Data;

namespace Rosewood.PolicyAdmin.Governance.SubjectAccess;

/// <summary>Which reports in the workspace's folder name the person. They are made from the records of the other parts and name others, so they are listed and not copied.</summary>
internal static class ReportParts
{
    private const long LongestRead = 64L << 20;

    public static IEnumerable<PersonDataPart> Read(PersonDataSource source, CancellationToken cancellationToken)
    {
        var names = source.Traces.Versions.SelectMany(static v => new[] { v.DisplayName, v.UserPrincipalName }).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var folder = new DirectoryInfo(source.Context.Workspace.Paths.Reports);
        var found = new List<object>();
        IEnumerable<FileInfo> files = folder.Exists ? folder.EnumerateFiles("compliance-*") : [];
        foreach (var file in files.Where(static f => f.LinkTarget is null && f.Length <= LongestRead).OrderBy(static f => f.Name, StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var text = System.Net.WebUtility.HtmlDecode(File.ReadAllText(file.FullName));
            if (names.Exists(n => text.Contains(n, StringComparison.OrdinalIgnoreCase)))
            {
                found.Add(new { File = file.Name, WrittenAt = source.Local(new DateTimeOffset(file.LastWriteTimeUtc, TimeSpan.Zero)) });
            }
        }

        yield return source.Part(DataClassName.Reports, found, "Reports are made from the records in the other parts and name others, so they are listed here and not copied.");
    }
}
