using System.Globalization;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Governance.Data;
using Rosewood.PolicyAdmin.Governance.Pages;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Governance.SubjectAccess;

/// <summary>
/// Gathers everything that the workspace has about a member of staff, for a subject access request (GOV-1): a JSON file for each class and a
/// page to read, with others redacted. For the data protection officer. Look it through before it is handed on.
/// </summary>
/// <example><code>Export-PersonData -User n.ames -OutputPath ./subject-access/n.ames</code>All about one person, in a new folder.</example>
/// <example><code>Export-PersonData -User 'Nell Ames' -OutputPath ./subject-access/request-7 -WhatIf</code>Says what would be written.</example>
public sealed class ExportPersonData : PolicyRequest
{
    /// <summary>Whom it is about: login name, UPN, full name or role.</summary>
    public string User { get; set; } = "";

    /// <summary>The folder to make; one that is there has to be empty.</summary>
    [FilePath]
    public string OutputPath { get; set; } = "";

    /// <inheritdoc/>
    public override void Validate()
    {
        if (string.IsNullOrWhiteSpace(OutputPath))
        {
            throw new Fault("ExportFolderMissing", FaultKind.InvalidArgument, "OutputPath", "Name the folder that is to hold the export with -OutputPath.").ToException();
        }
    }
}

/// <summary>Runs <see cref="ExportPersonData"/>.</summary>
internal sealed class ExportPersonDataHandler : CommandHandler<ExportPersonData>
{
    private const string Page = "index.html";

    public override Task HandleAsync(ExportPersonData request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var people = context.LoadPeople();
        var person = people.Resolve(request.User, context.Now.UtcTicks);
        var folder = Folder(request.OutputPath);
        if (!sink.ShouldProcess(folder, $"Write everything that is held about {person.DisplayName}"))
        {
            return Task.CompletedTask;
        }

        var traces = new PersonTraces(context, person.Id);
        var parts = PersonDataParts.Read(new PersonDataSource(context, traces, new Redactor(context, traces)), cancellationToken);
        var named = parts.Select(static (p, i) => (Part: p, File: string.Create(CultureInfo.InvariantCulture, $"{i + 1:00}-{p.Class}.json"))).ToList();
        var bundle = new FileBundle();
        foreach (var (part, file) in named)
        {
            bundle.Add(file, PolicyJson.Serialise(Document(part, context), indented: true));
        }

        bundle.Add(Page, PersonDataPage.ToBytes(person.DisplayName, named, context));
        Publish(bundle, folder, person, named, context);
        sink.Write(new PersonDataExport(
            person.DisplayName,
            folder,
            Path.Combine(folder, Page),
            [.. named.Select(static n => n.File)],
            parts.Sum(static p => (long)p.Records.Count),
            [.. parts.Where(static p => p.IsUnread).Select(static p => $"{p.Class}: {p.Note}")]));
        sink.Warn("Look the files through before they are handed on: names in texts that people typed are found by the roster's spelling only.");
        return Task.CompletedTask;
    }

    private static object Document(PersonDataPart part, CommandContext context)
    {
        var data = DataClasses.Of(part.Class);
        return new
        {
            part.Class,
            data.What,
            data.Purpose,
            data.Clause,
            data.Source,
            Kept = DataClassWords.Kept(data, context.Config.Retention),
            Readers = DataClassWords.Readers(data),
            part.Note,
            ExemptionTexts.Withheld,
            part.Records,
        };
    }

    private static void Publish(FileBundle bundle, string folder, Person person, IReadOnlyList<(PersonDataPart Part, string File)> parts, CommandContext context)
    {
        using var change = context.BeginChange();
        change.Audit("GOV-1", person.Id, before: null, new { Records = parts.Sum(static p => p.Part.Records.Count), Files = bundle.Digests.Select(static d => new { d.Name, d.Sha256 }) });
        bundle.WriteFolder(folder);
        try
        {
            change.Commit();
        }
        catch
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }

    private static string Folder(string path)
    {
        var folder = Path.GetFullPath(path);
        return File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            ? throw new Fault("ExportFolderNotEmpty", FaultKind.InvalidArgument, folder, $"{folder} is a file, or holds files already. Name a new folder: an export is never mixed with anything else.").ToException()
            : folder;
    }
}
