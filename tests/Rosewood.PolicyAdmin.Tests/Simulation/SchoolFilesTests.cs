using System.Globalization;
using System.Text;
using System.Text.Json;
using Rosewood.PolicyAdmin.Simulation;
using Rosewood.PolicyAdmin.Simulation.Model;

namespace Rosewood.PolicyAdmin.Tests.Simulation;

public sealed class SchoolFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rosewood-sim-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_same_seed_writes_the_same_bytes_and_another_does_not()
    {
        var (a, b, c) = (Write(4, "a"), Write(4, "b"), Write(5, "c"));
        foreach (var path in Directory.EnumerateFiles(a))
        {
            var name = Path.GetFileName(path);
            File.ReadAllBytes(Path.Combine(b, name)).ShouldBe(File.ReadAllBytes(path), name);
        }

        File.ReadAllBytes(Path.Combine(c, "signins.json")).ShouldNotBe(File.ReadAllBytes(Path.Combine(a, "signins.json")));
    }

    [Fact]
    public void Sign_ins_are_as_graph_writes_them()
    {
        var school = SchoolScenario.Realistic(6, 30, 3).Build();
        school.WriteTo(_folder);
        var file = new FileInfo(Path.Combine(_folder, "signins.json"));
        (file.Length / school.SignIns.Count).ShouldBeInRange(1000, 2000);

        using var json = JsonDocument.Parse(File.ReadAllBytes(file.FullName));
        var records = json.RootElement.GetProperty("value").EnumerateArray().ToList();
        records.Count.ShouldBe(school.SignIns.Count);
        records.Select(r => r.GetProperty("id").GetString()).Distinct(StringComparer.Ordinal).Count().ShouldBe(records.Count);
        var times = records.Select(r => r.GetProperty("createdDateTime").GetString()!).ToList();
        times.ShouldBe(times.OrderDescending(StringComparer.Ordinal));
        foreach (var name in new[] { "userPrincipalName", "userId", "appId", "ipAddress", "clientAppUsed", "correlationId", "conditionalAccessStatus", "isInteractive", "riskDetail", "resourceDisplayName", "appliedConditionalAccessPolicies" })
        {
            records.Count(r => r.TryGetProperty(name, out _)).ShouldBe(records.Count, name);
        }

        records.ShouldAllBe(r => r.GetProperty("status").GetProperty("errorCode").GetInt32() >= 0);
        records.ShouldAllBe(r => r.GetProperty("location").GetProperty("geoCoordinates").GetProperty("latitude").GetDouble() < 90);
        records.ShouldContain(r => r.GetProperty("deviceDetail").GetProperty("trustType").GetString() == "Hybrid Azure AD joined");
        records.Count(r => r.TryGetProperty("signInEventTypes", out _)).ShouldBe(0);
    }

    [Fact]
    public void Beta_records_a_line_each_tell_the_network_and_the_phone()
    {
        var school = SchoolScenario.Realistic(6, 30, 3).Changed(o => o with { BetaFields = true, JsonLines = true }).Build();
        using var stream = new MemoryStream();
        school.WriteSignIns(stream, 500).ShouldBe(500);
        var lines = Encoding.UTF8.GetString(stream.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(500);
        foreach (var line in lines)
        {
            using var json = JsonDocument.Parse(line);
            json.RootElement.GetProperty("autonomousSystemNumber").GetInt32().ShouldBeGreaterThan(64000);
            json.RootElement.GetProperty("signInEventTypes")[0].GetString().ShouldBeOneOf("interactiveUser", "nonInteractiveUser");
            json.RootElement.TryGetProperty("authenticationAppDeviceDetails", out _).ShouldBeTrue();
        }
    }

    [Fact]
    public void Security_events_have_the_values_of_their_template()
    {
        var school = SchoolScenario.Realistic(8, 40, 8).With(Behaviour.RemoteDesktop, 6).With(Behaviour.PcLeftSignedIn, 6).Build();
        school.WriteTo(_folder);
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(_folder, "security.json")));
        var events = json.RootElement.EnumerateArray().ToList();
        events.Count.ShouldBe(school.SecurityEvents.Count);
        var lengths = new Dictionary<int, int> { [4624] = 27, [4625] = 21, [4634] = 5, [4647] = 4, [4778] = 6, [4779] = 6 };
        foreach (var (e, truth) in events.Zip(school.SecurityEvents))
        {
            var id = e.GetProperty("Id").GetInt32();
            var values = e.GetProperty("Properties");
            values.GetArrayLength().ShouldBe(lengths[id]);
            var time = DateTimeOffset.Parse(e.GetProperty("TimeCreated").GetString()!, CultureInfo.InvariantCulture);
            time.ToUnixTimeMilliseconds().ShouldBe(truth.At + truth.Device.ClockOffset);
            time.Offset.ShouldBe(TimeSpan.FromHours(1), "September is summer time");
            if (id == 4624)
            {
                values[8].GetProperty("Value").GetInt32().ShouldBe(truth.LogonType);
                values[5].GetProperty("Value").GetString().ShouldBe(truth.Account?.Login ?? truth.MachineAccount);
            }
        }

        events.Select(e => e.GetProperty("Id").GetInt32()).Distinct().Order().ShouldBe([4624, 4625, 4634, 4647, 4778, 4779]);
    }

    [Fact]
    public void The_registers_have_one_head_one_deputy_and_every_school_device()
    {
        var school = SchoolScenario.Realistic(8, 40, 2).Build();
        school.WriteTo(_folder);
        var staff = Rows("staff.csv");
        staff.Count.ShouldBe(40);
        staff.Count(r => r[2].Contains("HeadTeacher", StringComparison.Ordinal)).ShouldBe(1);
        staff.Count(r => r[2].Contains("DeputyHead", StringComparison.Ordinal)).ShouldBe(1);
        staff.Select(r => r[0]).Distinct(StringComparer.Ordinal).Count().ShouldBe(40);
        var devices = Rows("devices.csv");
        devices.Select(r => r[0]).Distinct(StringComparer.OrdinalIgnoreCase).Count().ShouldBe(devices.Count);
        devices.ShouldAllBe(r => r[0].Length <= 15 && r.Length == 7);
        devices.Count(r => r[5].Length > 0).ShouldBe(school.Devices.Count(d => d.IsSchools && d.Of is not null));
        devices.Count(r => r[6].Length > 0).ShouldBe(school.Devices.Count(d => d.Kind == DeviceKind.RoomPc));
        Rows("networks.csv").ShouldContain(r => r[1] == "Proxy");
        Rows("shared-accounts.csv").Count.ShouldBe(2);
    }

    [Fact]
    public void A_source_that_is_switched_off_is_not_written()
    {
        SchoolScenario.Plain(1, schoolDays: 1).Changed(o => o with { Sources = Sources.SignIns }).Build().WriteTo(_folder);
        Directory.EnumerateFiles(_folder).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(["networks.csv", "shared-accounts.csv", "signins.json"]);
    }

    [Fact]
    public void A_large_school_has_as_many_sign_ins_as_are_asked_for()
    {
        using var stream = new MemoryStream();
        SchoolScenario.Large(1, 20_000).Build().WriteSignIns(stream, 20_000).ShouldBe(20_000);
    }

    private string Write(ulong seed, string name)
    {
        var folder = Path.Combine(_folder, name);
        SchoolScenario.Realistic(seed, 30, 2).Build().WriteTo(folder);
        return folder;
    }

    private List<string[]> Rows(string name) => [.. File.ReadAllLines(Path.Combine(_folder, name)).Skip(1).Select(l => l.Split(','))];
}
