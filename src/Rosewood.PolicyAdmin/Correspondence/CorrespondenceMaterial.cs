using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Correspondence.Detection;
using Rosewood.PolicyAdmin.Correspondence.Families;
using Rosewood.PolicyAdmin.Correspondence.Model;
using Rosewood.PolicyAdmin.Correspondence.Reading;
using Rosewood.PolicyAdmin.Graph;
using Rosewood.PolicyAdmin.Graph.Slices;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Traffic.Import;

namespace Rosewood.PolicyAdmin.Correspondence;

/// <summary>Brings together what the audit of correspondence reads.</summary>
internal sealed class CorrespondenceMaterial
{
    private const int ReportEvery = 8 << 20;
    private readonly TenantSlices _slices;
    private readonly MailReadOptions _options;
    private readonly List<MailExportFile> _files = [];
    private readonly List<ForwardRule> _rules = [];
    private readonly List<MailboxRow> _mailboxes = [];

    /// <summary>Opens the workspace's facts.</summary>
    /// <exception cref="FaultException"><c>ContactKeyLost</c>, <c>ContactKeyWrong</c>.</exception>
    public CorrespondenceMaterial(CommandContext context, PeopleHistory people)
    {
        _slices = new TenantSlices(new TenantPaths(context.Workspace.Paths));
        _options = new MailReadOptions(context.Workspace.Zone, context.Config.Logs.DayFirst);
        Families = FamilyDirectory.Open(context);
        Picture = new MailPicture(new AddressBook(people, context.Now.UtcTicks, Families, context.Config));
        Numbers = new PersonalNumberDetector(Picture.Book, people, Families, context.Config.Correspondence.SchoolNumbers);
    }

    /// <summary>The register of families.</summary>
    public FamilyDirectory Families { get; }

    /// <summary>What traces and headers say.</summary>
    public MailPicture Picture { get; }

    /// <summary>What the texts of messages say about phone numbers.</summary>
    public PersonalNumberDetector Numbers { get; }

    /// <summary>The files that were read.</summary>
    public IReadOnlyList<MailExportFile> Files => _files;

    /// <summary>The rules that send mail on.</summary>
    public IReadOnlyList<ForwardRule> Rules => _rules;

    /// <summary>The mailboxes.</summary>
    public IReadOnlyList<MailboxRow> Mailboxes => _mailboxes;

    /// <summary>Reads message traces.</summary>
    public void ReadTraces(string[] paths, ICommandSink sink, CancellationToken cancellationToken) => Read(paths, _ => new TraceMeaning(Picture.Add), sink, cancellationToken);

    /// <summary>Reads messages' headers.</summary>
    public void ReadHeaders(string[] paths, ICommandSink sink, CancellationToken cancellationToken) => Read(paths, _ => new HeaderMeaning(Picture.Add), sink, cancellationToken);

    /// <summary>Reads messages' texts for private numbers; no text is kept.</summary>
    public void ReadTexts(string[] paths, ICommandSink sink, CancellationToken cancellationToken) => Read(paths, _ => new MessageTextMeaning(Numbers.IsWanted, Numbers.Add), sink, cancellationToken);

    /// <summary>Reads inbox rules; where a rule does not say whose it is, the file's name does.</summary>
    public void ReadRules(string[] paths, ICommandSink sink, CancellationToken cancellationToken) =>
        Read(paths, path => new RuleMeaning(r => _rules.Add(r.Mailbox.Length > 0 ? r : r with { Mailbox = MailboxOf(path) })), sink, cancellationToken);

    /// <summary>Reads the message traces that Sync-PolicyTenant fetched; a damaged slice ends it, as a damaged file does.</summary>
    /// <returns>When the tenant was last asked about them; null: never.</returns>
    public DateTimeOffset? ReadTenantTraces(ICommandSink sink, CancellationToken cancellationToken) =>
        ReadTenant(TenantSource.MessageTraces, "message traces", new TraceMeaning(Picture.Add), sink, cancellationToken);

    /// <summary>Reads the inbox rules that Sync-PolicyTenant fetched.</summary>
    /// <returns>When the tenant was last asked about them; null: never.</returns>
    public DateTimeOffset? ReadTenantRules(ICommandSink sink, CancellationToken cancellationToken) =>
        ReadTenant(TenantSource.InboxRules, "inbox rules", new RuleMeaning(_rules.Add), sink, cancellationToken);

    /// <summary>Reads mailboxes; before any mail, since they say by which other addresses people go.</summary>
    public void ReadMailboxes(string[] paths, ICommandSink sink, CancellationToken cancellationToken)
    {
        Read(paths, _ => new MailboxMeaning(_mailboxes.Add), sink, cancellationToken);
        foreach (var mailbox in _mailboxes.Where(static m => !m.IsShared && m.UserPrincipalName.Length > 0))
        {
            Picture.Book.Link(mailbox.UserPrincipalName, mailbox.PrimaryAddress);
        }
    }

    /// <summary>The mailbox in a file's name: <c>d.okonkwo@rosewood.example.json</c>, <c>rules-d.okonkwo.json</c>.</summary>
    internal static string MailboxOf(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        foreach (var prefix in (ReadOnlySpan<string>)["messageRules", "inboxRules", "inbox-rules", "rules"])
        {
            if (name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && name.Length > prefix.Length + 1 && name[prefix.Length] is '-' or '_' or ' ' or '.')
            {
                return name[(prefix.Length + 1)..];
            }
        }

        return name;
    }

    private DateTimeOffset? ReadTenant(TenantSource source, string what, MailMeaning meaning, ICommandSink sink, CancellationToken cancellationToken)
    {
        var kept = _slices.Of(source);
        for (var i = 0; i < kept.Count; i++)
        {
            using var text = _slices.Open(kept[i]);
            _files.Add(MailExport.ReadSlice(text, Path.GetFileName(kept[i].Path), meaning, _options, cancellationToken));
            sink.Progress(new CommandProgress($"Reading the tenant's {what}", i + 1, kept.Count, "", i + 1 == kept.Count));
        }

        return _slices.LastFetch(source);
    }

    private void Read(string[] paths, Func<string, MailMeaning> meaning, ICommandSink sink, CancellationToken cancellationToken)
    {
        foreach (var path in paths.Length == 0 ? [] : LogPaths.Expand(paths))
        {
            var activity = $"Reading {Path.GetFileName(path)}";
            var length = new FileInfo(path) is { Exists: true } file ? file.Length : 0;
            var next = (long)ReportEvery;
            _files.Add(MailExport.Read(path, meaning(path), _options, done =>
            {
                if (done >= next)
                {
                    next = done + ReportEvery;
                    sink.Progress(new CommandProgress(activity, done, length, ""));
                }
            }, cancellationToken));
            sink.Progress(new CommandProgress(activity, length, length, "", Completed: true));
        }
    }
}
