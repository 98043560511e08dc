using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Tests.People;

/// <summary>A small roster for tests.</summary>
internal static class TestRoster
{
    public const string Header = "UserPrincipalName,DisplayName,Roles,LoginNames,PersonalAddresses,WorkPhone,StartDate,EndDate";

    public const string Csv = Header + """

        h.teacher@rosewood.example,Helen Teacher,HeadTeacher,ROSEWOOD\h.teacher,helen@home.example,01632 960001,2019-09-01,
        d.puty@rosewood.example,Dee Puty,DeputyHead;SafeguardingLead,d.puty,,,,
        s.oneill@rosewood.example,Sinéad O’Neill,Teacher,s.oneill,,,,
        s.lee1@rosewood.example,Sam Lee,Teacher,,,,,
        s.lee2@rosewood.example,Sam Lee,Support,,,,,
        it.tech@rosewood.example,Ian Tech,Technician,ROSEWOOD\it.tech;it.tech,,,,
        old.hand@rosewood.example,Olive Hand,Teacher,old.hand,,,,2026-07-20

        """;

    public static Person Make(string upn, string name, RoleSet roles = default, params string[] logins) =>
        new("P-" + upn, upn, name, roles, logins, [], WorkPhone: null, StartDate: null, EndDate: null);
}
