using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Devices;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Tests.People;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.Devices;

public sealed class ImportPolicyDeviceTests : IAsyncLifetime, IDisposable
{
    private const string Header = "Name,Class,Addresses,Mac,SerialNumber,AssignedUser\n";
    private const string Csv = Header + """
        LT-07,School,10.20.1.7;2001:DB8::7,0A-1B-2C-3D-4E-5F,S1,Dee Puty
        MOB-1,school mobile,,0a1b.2c3d.4e60,,deputy
        GATE,Proxy,10.20.9.250,,,

        """;

    private readonly TempWorkspace _school = new();

    public async Task InitializeAsync() => await _school.RunAsync(new ImportPolicyPerson { Path = _school.Write("staff.csv", TestRoster.Csv) });

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _school.Dispose();

    [Fact]
    public async Task The_first_import_holds_for_all_earlier_time_and_normalises_what_it_reads()
    {
        (await Import(Csv)).ShouldBe(new DeviceImport(Path, 3, 3, 0, 0, 0, 0));
        var devices = (await _school.RunAsync(new GetPolicyDevice { At = new TimeInput("2020-01-01") })).Of<Device>().ToList();
        devices.Select(d => d.Name).ShouldBe(["GATE", "LT-07", "MOB-1"]);
        devices[1].Id.ShouldStartWith("D-");
        devices[1].Addresses.ShouldBe(["10.20.1.7", "2001:db8::7"]);
        devices[1].Mac.ShouldBe("0a:1b:2c:3d:4e:5f");
        devices[1].AssignedUser.ShouldBe("d.puty@rosewood.example");
        devices[2].Class.ShouldBe(DeviceClass.SchoolMobile);
    }

    [Fact]
    public async Task Later_imports_count_from_now_and_say_nothing_of_columns_that_they_lack()
    {
        await Import(Csv);
        _school.Clock.Now = _school.Clock.Now.AddDays(1);
        (await Import("Name,Class\nlt-07,Personal\nMOB-1,SchoolMobile\nNEW,School\n")).ShouldBe(new DeviceImport(Path, 3, 1, 1, 1, 1, 0));

        var directory = new DeviceDirectory(_school.Store.Devices.Load(), []);
        var now = _school.Clock.Now.UtcTicks;
        directory.Resolve("10.20.1.7", deviceText: null, now - 1).ShouldBe(new DeviceMatch(DeviceClass.School, "LT-07", "d.puty@rosewood.example"));
        directory.Resolve("10.20.1.7", deviceText: null, now).ShouldBe(new DeviceMatch(DeviceClass.Personal, "lt-07", "d.puty@rosewood.example"));
        directory.Resolve(address: null, "NEW", now - 1).Class.ShouldBe(DeviceClass.Unknown);
        directory.Resolve(address: null, "NEW", now).Class.ShouldBe(DeviceClass.School);
    }

    [Fact]
    public async Task What_another_command_imported_while_a_person_was_asked_is_not_imported_twice()
    {
        await Import(Csv);
        const string more = "Name,Class\nNEW,School\n";
        var sink = new RecordingSink
        {
            Meanwhile = () =>
            {
                _school.Clock.Now += TimeSpan.FromMinutes(5);
                Import(more).GetAwaiter().GetResult();
                _school.Clock.Now += TimeSpan.FromMinutes(5);
            },
        };

        var import = (await _school.RunAsync(new ImportPolicyDevice { Path = _school.Write("new.csv", more) }, sink: sink)).Of<DeviceImport>().Single();

        (import.Added, import.Unchanged).ShouldBe((0, 1));
        (await _school.RunAsync(new GetPolicyDevice())).Of<Device>().Count(d => d.Name is "NEW").ShouldBe(1);
    }

    [Fact]
    public async Task A_room_is_kept_until_a_file_says_otherwise()
    {
        await Import("Name,Class,Classroom\nPC-1,School,Room 7\nPC-2,School,\n");
        (await Import("Name,Class\nPC-1,School\n")).Changed.ShouldBe(0);
        (await RoomOf("PC-1")).ShouldBe("Room 7");
        (await RoomOf("PC-2")).ShouldBeNull();
        (await Import("Name,Class,Room\nPC-1,School,\n")).Changed.ShouldBe(1);
        (await RoomOf("PC-1")).ShouldBeNull();

        async Task<string?> RoomOf(string name) => (await _school.RunAsync(new GetPolicyDevice())).Of<Device>().Single(d => string.Equals(d.Name, name, StringComparison.Ordinal)).Room;
    }

    [Fact]
    public async Task Devices_missing_from_a_file_stay_unless_told()
    {
        await Import(Csv);
        var sink = await _school.RunAsync(new ImportPolicyDevice { Path = _school.Write("d.csv", Header + "MOB-1,SchoolMobile,,,,\n") });
        sink.Warnings.ShouldHaveSingleItem().ShouldContain("GATE, LT-07");
        (await Names()).ShouldBe(["GATE", "LT-07", "MOB-1"]);

        (await Import(Header + "MOB-1,SchoolMobile,,,,\n", remove: true)).Removed.ShouldBe(2);
        (await Names()).ShouldBe(["MOB-1"]);

        // A device that comes back is in the inventory again, from then on.
        _school.Clock.Now = _school.Clock.Now.AddHours(1);
        (await Import(Csv)).Added.ShouldBe(2);
        _school.Store.Devices.Load().FindByName("GATE", _school.Clock.Now.AddMinutes(-1).UtcTicks).ShouldBeNull();
    }

    [Theory]
    [InlineData("A,School,10.20.1.300,,,", ":2:10", "no IP address")]
    [InlineData("A,Laptop,,,,", ":2:3", "no class")]
    [InlineData("A,Unknown,,,,", ":2:3", "no class")]
    [InlineData("A,School,,ff:ff:ff:ff:ff:ff,,", ":2:11", "no MAC")]
    [InlineData("A,School,,,,nobody@x.example", ":2:13", "Nobody on the roster")]
    [InlineData("A,School,,,,Sam Lee", ":2:13", "s.lee2@rosewood.example")]
    [InlineData("\"a;b\",School,,,,", ":2:1", "holds none of")]
    [InlineData("PC*,School,,,,", ":2:1", "holds none of")]
    [InlineData(",School,,,,", ":2:1", "must not be empty")]
    [InlineData("A,School,,,,\na,School,,,,", ":3:1", "also in line 2")]
    [InlineData("A,School,10.0.0.1,,,\nB,School,::ffff:10.0.0.1,,,", ":3:10", "A, in line 2")]
    [InlineData("A,School,,0a1b2c3d4e5f,,\nB,School,,0A:1B:2C:3D:4E:5F,,", ":3:11", "A, in line 2")]
    [InlineData("A,School,,,s1,\nB,School,,,S1,", ":3:12", "A, in line 2")]
    public async Task A_bad_row_imports_nothing(string rows, string place, string says)
    {
        var fault = await _school.FaultOfAsync(new ImportPolicyDevice { Path = _school.Write("devices.csv", Header + rows) });
        fault.Id.ShouldBe("CsvInvalid");
        fault.Target.ShouldEndWith(place);
        fault.Message.ShouldContain(says);
        (await Names()).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_address_of_a_device_that_is_not_in_the_file_is_refused()
    {
        await Import(Csv);
        var fault = await _school.FaultOfAsync(new ImportPolicyDevice { Path = _school.Write("d.csv", Header + "NEW,School,10.20.1.7,,,\n") });
        fault.Message.ShouldContain("LT-07, which is not in this file");
    }

    [Fact]
    public async Task Importing_the_same_file_again_changes_nothing()
    {
        await Import(Csv);
        var entries = _school.Store.Audit.Head().Sequence;
        (await Import(Csv)).ShouldBe(new DeviceImport(Path, 3, 0, 0, 3, 0, 0));
        _school.Store.Audit.Head().Sequence.ShouldBe(entries);
    }

    [Fact]
    public async Task Names_classes_and_patterns_choose_and_an_unknown_name_is_a_fault()
    {
        await Import(Csv);
        (await _school.RunAsync(new GetPolicyDevice { Name = ["l*"] })).Of<Device>().ShouldHaveSingleItem().Name.ShouldBe("LT-07");
        (await _school.RunAsync(new GetPolicyDevice { Class = [DeviceClass.SchoolMobile, DeviceClass.Proxy] })).Of<Device>().Count().ShouldBe(2);
        (await _school.RunAsync(new GetPolicyDevice { Name = ["mob-1"], Class = [DeviceClass.School] })).Outputs.ShouldBeEmpty();
        (await _school.FaultOfAsync(new GetPolicyDevice { Name = ["PC-99"] })).Id.ShouldBe("DeviceNotFound");
    }

    [Fact]
    public async Task A_name_may_hold_a_comma_and_letters_of_any_language()
    {
        await Import(Header + "\"Sia\u0302n, own tablet\",Personal,10.30.1.26,,,\n");
        (await Names()).ShouldBe(["Siân, own tablet"]);
        _school.Store.Devices.Load().FindByName("SIÂN, own tablet", 0).ShouldNotBeNull();
    }

    [Fact]
    public async Task Without_consent_nothing_is_imported()
    {
        var sink = await _school.RunAsync(new ImportPolicyDevice { Path = _school.Write("d.csv", Csv) }, sink: new RecordingSink { Agrees = false });
        sink.Asked.ShouldHaveSingleItem().Action.ShouldContain("3 new");
        sink.Outputs.ShouldBeEmpty();
        (await Names()).ShouldBeEmpty();
    }

    private string Path => System.IO.Path.Combine(_school.Folder, "devices.csv");

    private async Task<DeviceImport> Import(string csv, bool remove = false) =>
        (await _school.RunAsync(new ImportPolicyDevice { Path = _school.Write("devices.csv", csv), RemoveMissing = remove })).Of<DeviceImport>().Single();

    private async Task<List<string>> Names() => [.. (await _school.RunAsync(new GetPolicyDevice())).Of<Device>().Select(d => d.Name)];
}
