using System.Text.Json;
using Rosewood.PolicyAdmin.Devices;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Samples;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.Samples;

public sealed class DemoSchoolTests
{
    private static readonly DemoRoster Roster = DemoRoster.Load();

    [Fact]
    public void Sixty_people_with_the_roles_that_the_policy_needs()
    {
        Roster.Staff.Count.ShouldBe(60);
        Count(Role.HeadTeacher).ShouldBe(1);
        Count(Role.DeputyHead).ShouldBe(1);
        Count(Role.SeniorLeader).ShouldBe(3);
        Count(Role.SafeguardingLead).ShouldBe(1);
        Count(Role.DataProtectionOfficer).ShouldBe(1);
        Count(Role.Technician).ShouldBe(2);
        int Count(Role role) => Roster.Staff.Count(s => s.Roles.Contains(role));
    }

    [Fact]
    public void Names_are_as_schools_have_them()
    {
        var names = Roster.Staff.Select(s => s.Name).ToList();
        names.ShouldContain(n => n.Contains("Ní Dhonnchadha", StringComparison.Ordinal));
        names.ShouldContain(n => n.Contains("O'Brien", StringComparison.Ordinal));
        names.GroupBy(n => n, StringComparer.Ordinal).Single(g => g.Count() > 1).Key.ShouldBe("Sarah Jones");
        Roster.Staff.Select(s => s.Login).ShouldBeUnique(StringComparer.Ordinal);
        Roster.Staff.Single(s => s.End is { Month: 11 }).Login.ShouldBe("c.frayne");
    }

    [Fact]
    public void Devices_are_of_every_class_that_a_school_lists()
    {
        Roster.Devices.Count(d => d.Class == DeviceClass.School).ShouldBeInRange(40, 50);
        Roster.Devices.Count(d => d.Class == DeviceClass.SchoolMobile).ShouldBe(6);
        Roster.Devices.Select(d => d.Class).Distinct().ShouldBe([DeviceClass.School, DeviceClass.SchoolMobile, DeviceClass.Personal, DeviceClass.Server, DeviceClass.Proxy], ignoreOrder: true);
        Roster.Devices.Select(d => d.Name).ShouldBeUnique(StringComparer.Ordinal);
        Roster.Devices.Select(d => d.Address).ShouldBeUnique(StringComparer.Ordinal);
        Roster.Devices.Where(d => d.AssignedLogin is not null).ShouldAllBe(d => Roster.Staff.Any(s => string.Equals(s.Login, d.AssignedLogin, StringComparison.Ordinal)));
    }

    [Fact]
    public void Addresses_and_domains_are_from_the_ranges_kept_for_examples()
    {
        var text = DemoSchool.ReadText(DemoSchool.StaffFile);
        text.Split(['@', ';', ',', '\n']).Where(p => p.Contains('.', StringComparison.Ordinal) && p.EndsWith("example", StringComparison.Ordinal)).ShouldNotBeEmpty();
        text.ShouldNotMatch(@"@[a-z.]+\.(com|uk|org|net)");
    }

    [Fact]
    public void The_terms_of_2026_27_have_190_school_days()
    {
        using var config = JsonDocument.Parse(DemoSchool.ReadFile(DemoSchool.ConfigFile));
        var day = config.RootElement.GetProperty("schoolDay");
        var closures = Spans(day.GetProperty("closures"));
        var days = Spans(day.GetProperty("terms"))
            .SelectMany(t => Enumerable.Range(t.From.DayNumber, t.To.DayNumber - t.From.DayNumber + 1))
            .Select(DateOnly.FromDayNumber)
            .Count(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !closures.Any(c => c.From <= d && d <= c.To));
        days.ShouldBe(190);
    }

    [Fact]
    public void Its_configuration_reads_without_a_complaint()
    {
        var folder = Directory.CreateTempSubdirectory("rosewood-demo-test-").FullName;
        try
        {
            var path = Path.Combine(folder, DemoSchool.ConfigFile);
            File.WriteAllBytes(path, DemoSchool.ReadFile(DemoSchool.ConfigFile));
            var config = PolicyConfigReader.Read(path);
            config.School.Name.ShouldBe("Rosewood Free School");
            config.Networks.Select(n => n.Class).Distinct().Count().ShouldBe(7);
            config.Access.DefaultDuration.ShouldBe(TimeSpan.FromDays(28));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_file_that_is_not_there_is_named() =>
        Should.Throw<ArgumentException>(() => DemoSchool.ReadFile("pupils.csv")).Message.ShouldContain("pupils.csv");

    private static List<(DateOnly From, DateOnly To)> Spans(JsonElement list) =>
        [.. list.EnumerateArray().Select(e => (DateOnly.Parse(e.GetProperty("from").GetString()!), DateOnly.Parse(e.GetProperty("to").GetString()!)))];
}
