using System.Security.Cryptography;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Reporting.Sending;

/// <summary>A report's file as it is sent: whole, and as the audit trail knows it.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="Digest">Their SHA-256, hexadecimal.</param>
internal sealed record ReportToSend(string Name, byte[] Content, string Digest)
{
    /// <summary>What goes into one message: with base64 and the rest it stays below the service's 4 MB.</summary>
    public const long MostBytes = 3_000_000;

    /// <summary>The media type.</summary>
    public string MediaType => Path.GetExtension(Name).ToUpperInvariant() switch
    {
        ".HTML" => "text/html",
        ".JSON" => "application/json",
        ".CSV" => "text/csv",
        _ => "application/octet-stream",
    };

    /// <summary>Reads a report.</summary>
    /// <param name="path">The file; null: the newest page in the workspace's reports folder.</param>
    /// <param name="context">The command's context.</param>
    /// <exception cref="FaultException">There is none, it is too large, or no report of this workspace.</exception>
    public static ReportToSend Read(string? path, CommandContext context)
    {
        var file = string.IsNullOrWhiteSpace(path) ? Newest(context.Workspace.Paths.Reports) : new FileInfo(Path.GetFullPath(path));
        if (!file.Exists)
        {
            throw ReportMailFaults.NoReport(file.FullName).ToException();
        }

        if (file.Length > MostBytes)
        {
            throw ReportMailFaults.TooLarge(file.FullName, file.Length, MostBytes).ToException();
        }

        var content = File.ReadAllBytes(file.FullName);
        var digest = Convert.ToHexStringLower(SHA256.HashData(content));
        return IsOurs(digest, context) ? new(file.Name, content, digest) : throw ReportMailFaults.NotOurs(file.FullName).ToException();
    }

    private static FileInfo Newest(string folder) =>
        (Directory.Exists(folder) ? new DirectoryInfo(folder).EnumerateFiles("*" + ReportEndings.Html) : [])
            .OrderByDescending(static f => f.LastWriteTimeUtc)
            .ThenByDescending(static f => f.Name, StringComparer.Ordinal)
            .FirstOrDefault() ?? throw ReportMailFaults.NoReport(folder).ToException();

    /// <summary>Whether a report with this content was written here: its digest stands in the trail's entry.</summary>
    private static bool IsOurs(string digest, CommandContext context) => context.Store.Audit.Read()
        .Any(r => string.Equals(r.Command, "New-PolicyComplianceReport", StringComparison.Ordinal) && r.After?.Contains(digest, StringComparison.Ordinal) == true);
}
