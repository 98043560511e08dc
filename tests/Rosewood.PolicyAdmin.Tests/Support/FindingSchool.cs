using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.Support;

/// <summary>The demo staff with a safeguarding lead and a data protection officer, for tests of findings.</summary>
public static class FindingSchool
{
    public const string People = DemoStaff.People
        + "r.safe@rosewood.example,Ruth Safe,SafeguardingLead,r.safe,ruth.safe@home.example,,,\n"
        + "d.prot@rosewood.example,Dora Prot,DataProtectionOfficer,d.prot,,,,\n";

    /// <summary>A configuration in which absences are used, and a kiosk's account is declared as shared.</summary>
    public static PolicyConfig Config { get; } = TestConfig.School with { SignIns = new() { UseAbsences = true, DeclaredSharedAccounts = ["Kiosk@rosewood.example"] } };

    public static async Task<TempWorkspace> OpenAsync(PolicyConfig? config = null)
    {
        var workspace = new TempWorkspace(config ?? Config);
        await workspace.RunAsync(new ImportPolicyPerson { Path = workspace.Write("staff.csv", People) });
        return workspace;
    }

    /// <summary>A person's id.</summary>
    public static string IdOf(this TempWorkspace workspace, string user) => workspace.As(user).Person!.Id;
}
