using Rosewood.PolicyAdmin.Safeguarding;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.Safeguarding;

/// <summary>A school with keys, whose files lie outside the workspace.</summary>
internal sealed class SafeguardingSchool : IDisposable
{
    public const string Phrase = "violet anchor seven lamps";

    private SafeguardingSchool(TempWorkspace workspace) => Workspace = workspace;

    public TempWorkspace Workspace { get; }

    public string Stick { get; } = Directory.CreateTempSubdirectory("rosewood-stick-").FullName;

    public static async Task<SafeguardingSchool> OpenAsync(bool lead = true, bool escrow = true, string people = IncidentSchool.People)
    {
        var school = new SafeguardingSchool(await IncidentSchool.OpenAsync(people: people));
        if (lead)
        {
            await school.MakeKeyAsync("r.safe", "lead.key");
        }

        if (escrow)
        {
            await school.MakeKeyAsync("c.hair", "escrow.key", escrow: true);
        }

        return school;
    }

    public string FileOf(string name) => Path.Combine(Stick, name);

    public async Task<RecordingSink> MakeKeyAsync(string user, string name, bool escrow = false) =>
        await Workspace.RunAsync(new NewSafeguardingKey { KeyPath = FileOf(name), Escrow = escrow }, Workspace.As(user), Person());

    /// <summary>A sink with a person who answers each question about a passphrase.</summary>
    public static RecordingSink Person(string phrase = Phrase) => new() { Answer = _ => phrase };

    public async Task<SafeguardingConcernReceipt> ReportAsync(Action<NewSafeguardingConcern>? change = null, string user = "n.obrien")
    {
        var request = new NewSafeguardingConcern { Kind = ConcernKind.MessageFromChild, About = "Zebulon Q.", What = "He sent a xylophone photo", Service = ["instagram"] };
        change?.Invoke(request);
        return (await Workspace.RunAsync(request, Workspace.As(user))).Of<SafeguardingConcernReceipt>().Single();
    }

    public Task<RecordingSink> ReadAsync(string user, string name, string phrase = Phrase, params string[] ids) =>
        Workspace.RunAsync(new GetSafeguardingConcern { KeyPath = FileOf(name), Id = ids }, Workspace.As(user), Person(phrase));

    public void Dispose()
    {
        Workspace.Dispose();
        Directory.Delete(Stick, recursive: true);
    }
}
