using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.Support;

/// <summary>The finding school with a governor, for tests of incidents and safeguarding.</summary>
public static class IncidentSchool
{
    public const string People = FindingSchool.People
        + "c.hair@rosewood.example,Cy Chair,Governor,c.hair,,,,\n"
        + "it.two@rosewood.example,Ida Two,Technician,it.two,,,,\n";

    public static async Task<TempWorkspace> OpenAsync(PolicyConfig? config = null, string people = People)
    {
        var workspace = new TempWorkspace(config);
        await workspace.RunAsync(new ImportPolicyPerson { Path = workspace.Write("staff.csv", people) });
        return workspace;
    }
}
