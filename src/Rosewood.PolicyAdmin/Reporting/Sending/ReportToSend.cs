using System.Security.Cryptography;
using System.Text.Json;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Reporting.Audiences;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Reporting.Sending;

/// <summary>A report's file as it is sent: whole, and as the audit trail knows it.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="Digest">Their SHA-256, hexadecimal.</param>
/// <param name="Audience">For whom it was made.</param>
/// <param name="About">Whom it could be about, of the two roles that the policy speaks of.</param>
internal sealed record ReportToSend(string Name, byte[] Content, string Digest, ReportRecipientGroup Audience, RoleSet About)
{
    /// <summary>What goes into one message: with base64 and the rest it stays below the service's 4 MB.</summary>
    public const long MostBytes = 3_000_000;

    /// <summary>The media type.</summary>
    public string MediaType => Path.GetExtension(Name).ToUpperInvariant() switch
    {
        ".HTML" => "text/html",
        ".JSON" => "application/json",
        ".CSV" => "text/csv",
        ".PDF" => "application/pdf",
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
        var entry = Entry(digest, context) ?? throw ReportMailFaults.NotOurs(file.FullName).ToException();
        var (audience, about) = Read(entry);
        return new ReportToSend(file.Name, content, digest, audience, about);
    }

    private static FileInfo Newest(string folder) =>
        (Directory.Exists(folder) ? new DirectoryInfo(folder).EnumerateFiles("*" + ReportEndings.Html) : [])
            .Where(static f => ReportPeriod.IsReport(f.Name))
            .OrderByDescending(static f => f.LastWriteTimeUtc)
            .ThenByDescending(static f => f.Name, StringComparer.Ordinal)
            .FirstOrDefault() ?? throw ReportMailFaults.NoReport(folder).ToException();

    /// <summary>What the trail's entry of a report with this content says; null: none was written here.</summary>
    private static string? Entry(string digest, CommandContext context) => context.Store.Audit.Read()
        .FirstOrDefault(r => string.Equals(r.Command, "New-PolicyComplianceReport", StringComparison.Ordinal) && r.After?.Contains(digest, StringComparison.Ordinal) == true)?.After;

    /// <summary>A report that was made before audiences were told apart is SLT's, and could be about anybody.</summary>
    private static (ReportRecipientGroup Audience, RoleSet About) Read(string entry)
    {
        using var json = JsonDocument.Parse(entry);
        var audience = json.RootElement.TryGetProperty(nameof(Audience), out var a) && Enum.TryParse<ReportRecipientGroup>(a.ToString(), out var known) ? known : ReportRecipientGroup.Slt;
        if (!json.RootElement.TryGetProperty(nameof(About), out var about) || about.ValueKind != JsonValueKind.Array)
        {
            return (audience, ReportAbout.Watched);
        }

        return (audience, about.EnumerateArray().Aggregate(RoleSet.None, static (roles, r) => Enum.TryParse<Role>(r.ToString(), out var role) ? roles.With(role) : roles));
    }
}
