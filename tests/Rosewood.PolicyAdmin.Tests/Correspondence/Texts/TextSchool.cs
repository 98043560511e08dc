using Rosewood.PolicyAdmin.Correspondence.Families;
using Rosewood.PolicyAdmin.Correspondence.Texts;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.Correspondence.Texts;

/// <summary>A small school whose texts a test writes line by line.</summary>
internal sealed class TextSchool : IDisposable
{
    public const string Header = "Date sent,Sent by,Mobile,Status,Message\n";
    public const string Mother = "07700 900123";

    private const string Staff = """
        UserPrincipalName,DisplayName,Roles,LoginNames,PersonalAddresses,WorkPhone,StartDate,EndDate
        h.head@rosewood.example,Hana Head,HeadTeacher,h.head,,,,
        o.admin@rosewood.example,Olive Admin,Admin,o.admin,,07700 900501,,
        d.okonkwo@rosewood.example,Daniel Okonkwo,Teacher,d.okonkwo,dan.own@home.example,,,
        s.jones@rosewood.example,Sarah Jones,Teacher,s.jones,,,,
        s.jones2@rosewood.example,Simon Jones,Support,s.jones2,,,,
        f.worker@rosewood.example,Fay Worker,Support,f.worker,,,,
        l.eaver@rosewood.example,Lee Eaver,Admin,l.eaver,,,,2026-11-13

        """;

    private TextSchool(TempWorkspace workspace) => Workspace = workspace;

    public TempWorkspace Workspace { get; }

    public static async Task<TextSchool> OpenAsync(CorrespondenceConfig? config = null, bool families = true)
    {
        var workspace = new TempWorkspace(TestConfig.School with { Correspondence = config ?? new() });
        await workspace.RunAsync(new ImportPolicyPerson { Path = workspace.Write("staff.csv", Staff) });
        if (families)
        {
            var path = workspace.Write("families.csv", "FamilyId,Relationship,Address,Phone\nF-1,Mother,,07700 900123\nF-1,Father,,07700 900124\nF-2,Parent,,07700 900125\nF-3,Parent,,07700 900126\n");
            await workspace.RunAsync(new ImportFamilyContact { Path = path });
            File.Delete(path);
        }

        return new TextSchool(workspace);
    }

    /// <summary>Imports rows below the usual header, or a whole file.</summary>
    public async Task<TextMessageImport> ImportAsync(string rows, string header = Header) => (await RunAsync(rows, header)).Of<TextMessageImport>().ShouldHaveSingleItem();

    public Task<RecordingSink> RunAsync(string rows, string header = Header, RecordingSink? sink = null) =>
        Workspace.RunAsync(new ImportTextMessageLog { Path = Workspace.Write("texts.csv", header + rows) }, sink: sink);

    public async Task<RecordingSink> FindAsync(bool possible = false, params string[] user) => await Workspace.RunAsync(new FindTextMessageMisuse { IncludePossible = possible, User = user });

    public async Task<List<TextMessageMisuse>> FoundAsync(bool possible = false) => [.. (await FindAsync(possible)).Of<TextMessageMisuse>()];

    public void Dispose() => Workspace.Dispose();
}
