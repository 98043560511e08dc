using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Devices;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Tests.Support;

/// <summary>A few people and devices for tests of access.</summary>
public static class DemoStaff
{
    public const string People = """
        UserPrincipalName,DisplayName,Roles,LoginNames,PersonalAddresses,WorkPhone,StartDate,EndDate
        h.teach@rosewood.example,Hana Teach,HeadTeacher,h.teach;ROSEWOOD\h.teach,,,,
        d.puty@rosewood.example,Dee Puty,DeputyHead,d.puty,,,,
        s.lead@rosewood.example,Sol Lead,SeniorLeader,s.lead,,,,
        it.tech@rosewood.example,Ivy Tech,Technician,it.tech,,,,
        n.obrien@rosewood.example,Niamh O'Brien,Teacher,n.obrien,,,,
        n.brown@rosewood.example,Nell Brown,Teacher,n.brown,,,,
        n.brown2@rosewood.example,Nell Brown,Support,n.brown2,,,,
        l.eaver@rosewood.example,Lee Eaver,Teacher,l.eaver,,,,2026-11-13

        """;

    public const string Devices = """
        Name,Class,Addresses,Mac,SerialNumber,AssignedUser
        PC-07,School,10.20.1.7,,,
        Mobile-1,SchoolMobile,10.40.0.3,,,

        """;

    /// <summary>Imports both files.</summary>
    public static async Task<TempWorkspace> WithSchoolAsync(this TempWorkspace workspace)
    {
        await workspace.RunAsync(new ImportPolicyPerson { Path = workspace.Write("staff.csv", People) });
        await workspace.RunAsync(new ImportPolicyDevice { Path = workspace.Write("devices.csv", Devices) });
        return workspace;
    }

    /// <summary>A person of the roster as operator.</summary>
    public static Operator As(this TempWorkspace workspace, string user)
    {
        var person = workspace.Context("x").LoadPeople().Resolve(user, workspace.Clock.Now.UtcTicks);
        return new Operator(user, person, person.Roles);
    }
}
