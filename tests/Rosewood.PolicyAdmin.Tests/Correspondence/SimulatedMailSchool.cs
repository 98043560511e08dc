using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Correspondence;
using Rosewood.PolicyAdmin.Correspondence.Families;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Registers;
using Rosewood.PolicyAdmin.Simulation.Mail;
using Rosewood.PolicyAdmin.Simulation.Mail.Model;
using Rosewood.PolicyAdmin.Storage;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.Correspondence;

/// <summary>A simulated school's mail in a workspace of its own: its registers imported, its files searched by the command. The benchmarks compile it too.</summary>
internal sealed class SimulatedMailSchool : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rosewood-mail-").FullName;
    private readonly PolicyWorkspace _workspace;
    private readonly Clock _clock;
    private readonly PeopleHistory _people;

    public SimulatedMailSchool(SimulatedMail mail)
    {
        mail.WriteTo(_folder);
        _clock = new Clock(new DateTimeOffset(mail.SchoolDays[^1].AddDays(2).ToDateTime(default), TimeSpan.Zero));
        var paths = new WorkspacePaths(Directory.CreateDirectory(Path.Combine(_folder, "workspace")).FullName);
        _workspace = new PolicyWorkspace(paths, ConfigOf(mail.Lists), PolicyStore.Open(paths.Store, create: true));
        Run(new ImportPolicyPerson { Path = Path.Combine(_folder, "staff.csv") });
        Run(new ImportFamilyContact { Path = Path.Combine(_folder, "families.csv") });
        _people = Context("Import-PolicyPerson").LoadPeople();
        Declare(mail.Declarations);
    }

    /// <summary>A person's id.</summary>
    public string IdOf(MailPerson person) => _people.Resolve(person.SchoolAddress, _clock.GetUtcNow().UtcTicks).Id;

    /// <summary>The findings of the command, also what is only possible.</summary>
    public List<UnofficialCorrespondence> Find() =>
        [.. Run(new FindUnofficialCorrespondence
        {
            MessageTrace = Existing("trace.json"),
            MessageHeader = Existing("headers.json"),
            InboxRule = Existing("inboxrules.json"),
            Mailbox = Existing("mailboxes.csv"),
            IncludePossible = true,
        }).OfType<UnofficialCorrespondence>()];

    public void Dispose()
    {
        _workspace.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static PolicyConfig ConfigOf(MailLists lists) => new()
    {
        School = new SchoolConfig("Rosewood", [.. lists.MailDomains], []),
        SchoolDay = new SchoolDayConfig([], [], []),
        Correspondence = new CorrespondenceConfig
        {
            SharedMailboxes = lists.SharedMailboxes,
            DistributionLists = lists.DistributionLists,
            JournalAddresses = lists.JournalAddresses,
            OutsideSenders = lists.OutsideSenders,
            ExcludedCorrespondents = lists.ExcludedCorrespondents,
        },
    };

    private string[] Existing(string name) => Path.Combine(_folder, name) is var path && File.Exists(path) ? [path] : [];

    private void Declare(IReadOnlyList<Declaration> declarations)
    {
        using var change = Context("New-RelationshipDeclaration").BeginChange();
        foreach (var d in declarations)
        {
            var kind = d.Kind.StartsWith("rel", StringComparison.OrdinalIgnoreCase) ? FamilyLinkKind.RelationshipDeclaration : FamilyLinkKind.FamilyContactAgreement;
            _workspace.Store.FamilyLinks.Add(change, new FamilyLinkFact
            {
                Id = _workspace.Store.FamilyLinks.NextId(change, kind),
                Kind = kind,
                PersonId = IdOf(d.Person),
                FamilyId = d.Family.Id,
                From = new DateTimeOffset(d.From.ToDateTime(default), TimeSpan.Zero),
                Until = d.Until is { } until ? new DateTimeOffset(until.AddDays(1).ToDateTime(default), TimeSpan.Zero) : null,
                Text = "declared",
                LeaderId = "head",
                RecordedBy = "head",
                RecordedAt = change.Origin.At,
            });
        }

        change.Audit("REL-1", "simulated", before: null, new { declarations.Count });
        change.Commit();
    }

    private CommandContext Context(string command) => new(command, new Operator("bench", Person: null, RoleSet.Of(Role.Technician)), _clock, _workspace);

    private List<object> Run(PolicyRequest request)
    {
        var command = CommandTable.For(request.GetType());
        var sink = new Sink();
        request.Validate();
        command.CreateHandler().HandleAsync(request, Context(command.Name), sink, CancellationToken.None).GetAwaiter().GetResult();
        return sink.Outputs;
    }

    private sealed class Clock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }

    private sealed class Sink : ICommandSink
    {
        public List<object> Outputs { get; } = [];

        public void Write(object value) => Outputs.Add(value);

        public void Warn(string message)
        {
        }

        public void Report(Fault fault)
        {
        }

        public void Progress(CommandProgress progress)
        {
        }

        public bool ShouldProcess(string target, string action) => true;
    }
}
