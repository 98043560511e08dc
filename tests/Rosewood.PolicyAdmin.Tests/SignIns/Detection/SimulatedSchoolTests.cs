using Rosewood.PolicyAdmin.Devices;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.SignIns;
using Rosewood.PolicyAdmin.SignIns.Detection;
using Rosewood.PolicyAdmin.SignIns.Reading;
using Rosewood.PolicyAdmin.SignIns.Timeline;
using Rosewood.PolicyAdmin.Simulation;
using Rosewood.PolicyAdmin.Simulation.Model;
using Rosewood.PolicyAdmin.Workspace;
using Story = Rosewood.PolicyAdmin.Simulation.Model.SharingStory;

namespace Rosewood.PolicyAdmin.Tests.SignIns.Detection;

/// <summary>Simulated schools with one behaviour, and with sharing beside it, by way of the files that they would hand over.</summary>
public sealed class SimulatedSchoolTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rosewood-traps-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(Behaviour.LaptopBesidePc)]
    [InlineData(Behaviour.PhoneMail)]
    [InlineData(Behaviour.QuickLookAtColleagues)]
    [InlineData(Behaviour.IctTeacherInSuite)]
    [InlineData(Behaviour.ClockOffset)]
    [InlineData(Behaviour.RemoteDesktop)]
    [InlineData(Behaviour.IllButWorking)]
    public void A_behaviour_alone_makes_nobody_a_sharer(Behaviour behaviour)
    {
        var school = School(behaviour).Build();
        school.Truth.ShouldContain(t => t.Behaviours.Contains(behaviour));
        var findings = Detect(school).Findings;
        findings.Where(f => f.Verdict == SharedCredentialVerdict.Shared).ShouldBeEmpty(InnocentExplanationTests.Describe(findings));
    }

    [Theory]
    [InlineData(Behaviour.LaptopBesidePc, Story.TeacherLoginToAssistant)]
    [InlineData(Behaviour.PhoneMail, Story.FriendAtHome)]
    [InlineData(Behaviour.QuickLookAtColleagues, Story.OfficePair)]
    [InlineData(Behaviour.IctTeacherInSuite, Story.OnColleaguesLaptop)]
    [InlineData(Behaviour.ClockOffset, Story.HandedRoundTeam)]
    [InlineData(Behaviour.RemoteDesktop, Story.DeputyAndAssistant)]
    [InlineData(Behaviour.IllButWorking, Story.IllTeachersRegister)]
    public void Habitual_sharing_beside_it_is_found_where_the_files_show_it(Behaviour behaviour, Story story)
    {
        var school = School(behaviour).WithSharing(story, SharingStrength.Habitual).Build();
        var truth = school.Truth.Where(t => t.IsShared).ShouldHaveSingleItem();
        var findings = Detect(school).Findings;
        var shared = string.Join(", ", findings.Where(f => f.Verdict == SharedCredentialVerdict.Shared).Select(f => f.SubjectId));
        shared.ShouldBe(truth.Detectable ? truth.Account.Owner!.Login : "", customMessage: $"{truth.Story} Detectable: {truth.Detectable}\n{InnocentExplanationTests.Describe(findings)}");
    }

    /// <summary>Thirty days of thirty people. Who is ill has a phone as well: absence alone is one kind of evidence, and never enough.</summary>
    private static SchoolScenario School(Behaviour behaviour)
    {
        var school = SchoolScenario.Plain(7, schoolDays: 30).Changed(o => o with { LaptopShare = 0.7 });
        return behaviour switch
        {
            Behaviour.IctTeacherInSuite => school.With(behaviour),
            Behaviour.IllButWorking => school.Changed(o => o with { IllnessRate = 0.02 }).With(behaviour, 3).With(Behaviour.PhoneMail, 12),
            _ => school.With(behaviour, 3),
        };
    }

    /// <summary>Reads both files, with the school's lists, as the command does.</summary>
    private DetectionResult Detect(SimulatedSchool school)
    {
        school.WriteTo(_folder);
        var zone = SignInScript.London;
        var now = new DateTimeOffset(school.SchoolDays[^1].AddDays(7), TimeOnly.MinValue, TimeSpan.Zero);
        var people = school.Staff.Select(p => new PersonVersion(0, new Person(p.Login, p.Account!.UserPrincipalName, p.DisplayName, RoleSet.Of(Role.Teacher), [p.Login], [], null, null, null)));
        var devices = school.Devices.Where(d => d.IsSchools).Select(d => new DeviceVersion(0, new Device(d.Name, d.Name, ClassOf(d), [], null, null, d.Of?.Account?.UserPrincipalName)));
        var networks = school.Networks.Select(n => new NetworkConfig(n.Cidr, Enum.Parse<DeviceClass>(n.Class), n.Name)).ToList();
        var timeline = new SignInTimeline(new PeopleHistory(people, zone), new DeviceHistory(devices), networks, now);
        foreach (var name in new[] { "signins.json", "security.json" })
        {
            SignInLog.Read(Path.Combine(_folder, name), new SignInReadOptions(zone), timeline.Add, progress: null, CancellationToken.None).Malformed.ShouldBe(0);
        }

        return new SharedLoginDetector(timeline, new DetectionOptions
        {
            Config = new SignInsConfig { UseAbsences = true, DeclaredSharedAccounts = [.. school.DeclaredShared.Select(a => a.UserPrincipalName)] },
            Zone = zone,
            Absences = new PolicyAdmin.SignIns.Absences.AbsenceRegister(school.Absences.Select(a => new PolicyAdmin.SignIns.Absences.Absence("A-1", a.Person.Login, Start(a.From), Start(a.To.AddDays(1))))),
        }).Detect();

        long Start(DateOnly day)
        {
            var local = day.ToDateTime(TimeOnly.MinValue);
            return new DateTimeOffset(local, zone.GetUtcOffset(local)).UtcTicks;
        }
    }

    private static DeviceClass ClassOf(SimulatedDevice device) => device.Kind switch
    {
        Rosewood.PolicyAdmin.Simulation.Model.DeviceKind.Server => DeviceClass.Server,
        Rosewood.PolicyAdmin.Simulation.Model.DeviceKind.SchoolMobile => DeviceClass.SchoolMobile,
        _ => DeviceClass.School,
    };
}
