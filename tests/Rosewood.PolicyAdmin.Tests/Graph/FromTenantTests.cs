using System.Text.Json.Nodes;
using Rosewood.PolicyAdmin.Correspondence;
using Rosewood.PolicyAdmin.Correspondence.Families;
using Rosewood.PolicyAdmin.Devices;
using Rosewood.PolicyAdmin.Graph;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.SignIns;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.Tenancy.Directory;
using Rosewood.Tenancy.Exchange;

namespace Rosewood.PolicyAdmin.Tests.Graph;

public sealed class FromTenantTests
{
    private static async Task<TenantSchool> SchoolAsync(params (TenantUser User, Guid Group)[] users)
    {
        var school = await TenantSchool.StartAsync();
        var directory = school.Tenant.Directory;
        string[] staff =
        [
            directory.Add(new TenantUser(Guid.NewGuid().ToString(), "h.teach@rosewood.example", "Hana Teach")).Id,
            directory.Add(new TenantUser(Guid.NewGuid().ToString(), "n.obrien@rosewood.example", "Niamh O'Brien")).Id,
            directory.Add(new TenantUser(Guid.NewGuid().ToString(), "it.tech@rosewood.example", "Ivy Tech")).Id,
        ];
        var more = users.Select(u => (directory.Add(u.User).Id, u.Group)).ToList();
        string[] Of(Guid group) => [.. more.Where(m => m.Group == group).Select(m => m.Id)];

        // Teachers are staff through their own group, as most schools have it.
        directory.Add(new TenantGroup(TenantSchool.HeadGroup.ToString(), "Head"), [staff[0], .. Of(TenantSchool.HeadGroup)]);
        directory.Add(new TenantGroup(TenantSchool.TeacherGroup.ToString(), "Teachers"), [staff[1], staff[2], .. Of(TenantSchool.TeacherGroup)]);
        directory.Add(new TenantGroup(TenantSchool.StaffGroup.ToString(), "Staff"), [TenantSchool.HeadGroup.ToString(), TenantSchool.TeacherGroup.ToString(), .. Of(TenantSchool.StaffGroup)]);
        await school.Temp.WithSchoolAsync();
        return school;
    }

    private static TenantUser User(string upn, string name) => new(Guid.NewGuid().ToString(), upn, name);

    private static Person PersonOf(TenantSchool school, string upn) =>
        school.Temp.Context("x").LoadPeople().All(school.Clock.Now.AddDays(1).UtcTicks).Single(p => p.UserPrincipalName.Equals(upn, StringComparison.Ordinal));

    [Fact]
    public async Task New_staff_come_in_with_their_groups_roles_and_what_the_tenant_does_not_know_stays()
    {
        await using var school = await SchoolAsync((User("Z.New@rosewood.example", "Zoe New") with { OnPremisesSamAccountName = "z.new" }, TenantSchool.TeacherGroup));
        await school.RunAsync(new SyncPolicyTenant { Source = [TenantSource.People] });

        var import = (await school.RunAsync(new ImportPolicyPerson { FromTenant = true })).Of<PersonImport>().Single();

        import.Path.ShouldBe("tenant");
        import.Added.ShouldBe(1);
        var zoe = PersonOf(school, "z.new@rosewood.example");
        zoe.Roles.ShouldBe(RoleSet.Of(Role.Teacher));
        zoe.LoginNames.ShouldBe(["z.new"]);

        // No group gives Technician, so the tenant has no say about it; the head's second login name stays.
        PersonOf(school, "it.tech@rosewood.example").Roles.ShouldBe(RoleSet.Of(Role.Technician).With(Role.Teacher));
        PersonOf(school, "h.teach@rosewood.example").LoginNames.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_group_makes_nobody_head_teacher_before_a_member_of_slt_confirms_it()
    {
        await using var school = await SchoolAsync((User("m.allory@rosewood.example", "Mal Lory"), TenantSchool.HeadGroup));
        await school.RunAsync(new SyncPolicyTenant { Source = [TenantSource.People] });

        var sink = await school.RunAsync(new ImportPolicyPerson { FromTenant = true });

        sink.Of<PersonImport>().Single().WaitingForConfirmation.ShouldBe(1);
        PersonOf(school, "m.allory@rosewood.example").Roles.Contains(Role.HeadTeacher).ShouldBeFalse();
        PersonOf(school, "h.teach@rosewood.example").Roles.Contains(Role.HeadTeacher).ShouldBeTrue();
    }

    [Fact]
    public async Task Guests_and_disabled_accounts_are_left_out_and_said()
    {
        await using var school = await SchoolAsync(
            (User("x_mail.example#EXT#@rosewood.example", "Xan Guest") with { UserType = "Guest" }, TenantSchool.StaffGroup),
            (User("o.ld@rosewood.example", "Olga Ld") with { AccountEnabled = false }, TenantSchool.StaffGroup));
        await school.RunAsync(new SyncPolicyTenant { Source = [TenantSource.People] });

        var sink = await school.RunAsync(new ImportPolicyPerson { FromTenant = true });

        sink.Of<PersonImport>().Single().Read.ShouldBe(3);
        sink.Warnings.ShouldContain(w => w.Contains("2 accounts of guests or disabled", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_empty_staff_group_keeps_the_last_picture_and_is_a_fault()
    {
        await using var school = await TenantSchool.StartAsync();
        foreach (var group in (Guid[])[TenantSchool.StaffGroup, TenantSchool.HeadGroup, TenantSchool.TeacherGroup])
        {
            school.Tenant.Directory.Add(new TenantGroup(group.ToString(), "g"));
        }

        (await school.RunAsync(new SyncPolicyTenant { Source = [TenantSource.People] })).Faults.Single().Id.ShouldBe("TenantStaffGroupEmpty");
        (await school.FaultOfAsync(new ImportPolicyPerson { FromTenant = true })).Id.ShouldBe("TenantNotSynchronised");
    }

    [Fact]
    public async Task A_name_that_can_not_be_taken_is_told_by_its_account_and_not_by_a_line()
    {
        await using var school = await SchoolAsync((User("b.ad@rosewood.example", "B\u0430d Name"), TenantSchool.StaffGroup));
        await school.RunAsync(new SyncPolicyTenant { Source = [TenantSource.People] });

        var fault = await school.FaultOfAsync(new ImportPolicyPerson { FromTenant = true });
        fault.Id.ShouldBe("CsvInvalid");
        fault.Message.ShouldContain("tenant: b.ad@rosewood.example");
        fault.Message.ShouldContain("run Sync-PolicyTenant");
    }

    [Fact]
    public async Task Devices_get_their_class_from_owner_and_system_and_the_last_enrolment_counts()
    {
        await using var school = await SchoolAsync();
        var devices = school.Tenant.Devices;
        Device("PC-07", "company", "Windows", mac: "AABBCCDDEE01", user: "n.obrien@rosewood.example", synced: "2026-11-20T08:00:00Z", serial: "S-NEW");
        Device("PC-07", "company", "Windows", mac: "AABBCCDDEE02", synced: "2026-01-20T08:00:00Z", serial: "S-OLD");
        Device("TAB-1", "company", "iOS", serial: "Default string");
        Device("PHONE", "personal", "Android", serial: "Default string");
        Device("ODD", "unknown", "Windows");
        await school.RunAsync(new SyncPolicyTenant { Source = [TenantSource.Devices] });

        var sink = await school.RunAsync(new ImportPolicyDevice { FromTenant = true });

        var known = school.Temp.Store.Devices.Load().All(school.Clock.Now.AddDays(1).UtcTicks).ToDictionary(d => d.Name, StringComparer.Ordinal);
        known["PC-07"].ShouldSatisfyAllConditions(
            d => d.Class.ShouldBe(DeviceClass.School),
            d => d.Mac.ShouldBe("aa:bb:cc:dd:ee:01"),
            d => d.SerialNumber.ShouldBe("S-NEW"),
            d => d.AssignedUser.ShouldBe("n.obrien@rosewood.example"),
            d => d.Addresses.ShouldBe(["10.20.1.7"]));
        known["TAB-1"].Class.ShouldBe(DeviceClass.SchoolMobile);
        known["TAB-1"].SerialNumber.ShouldBeNull();
        known["PHONE"].Class.ShouldBe(DeviceClass.Personal);
        known.ContainsKey("ODD").ShouldBeFalse();
        known.ContainsKey("Mobile-1").ShouldBeTrue();
        sink.Warnings.ShouldContain(w => w.Contains("1 device of which Intune does not say", StringComparison.Ordinal));

        void Device(string name, string owner, string system, string mac = "", string user = "", string synced = "2026-11-20T08:00:00Z", string serial = "") => devices.Add(new JsonObject
        {
            ["id"] = Guid.NewGuid().ToString(),
            ["deviceName"] = name,
            ["managedDeviceOwnerType"] = owner,
            ["operatingSystem"] = system,
            ["wiFiMacAddress"] = mac,
            ["userPrincipalName"] = user,
            ["lastSyncDateTime"] = synced,
            ["serialNumber"] = serial,
        });
    }

    [Fact]
    public async Task Shared_logins_are_looked_for_in_what_was_fetched_and_its_age_is_said()
    {
        await using var school = await SchoolAsync();
        school.Tenant.SignIns.Generate(2000, TenantSchool.Start.AddDays(-28), TenantSchool.Start.AddMinutes(-5), nonInteractive: 0.3);
        await school.RunAsync(new SyncPolicyTenant { Source = [TenantSource.SignIns, TenantSource.NonInteractiveSignIns] });
        school.Clock.Now = TenantSchool.Start.AddDays(4);

        var sink = await school.RunAsync(new FindSharedCredentialUse { FromTenant = true });

        sink.Warnings.ShouldContain(w => w.Contains("last asked on 24 November 2026 at 08:58, 4 days ago", StringComparison.Ordinal));
        sink.Warnings.ShouldContain(w => w.Contains("Entra sign-ins (tenant), 2,000 records", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Correspondence_is_looked_for_in_the_fetched_traces_and_rules_and_their_age_is_said()
    {
        await using var school = await SchoolAsync();
        await school.RunAsync(new ImportFamilyContact { Path = school.Temp.Write("families.csv", "FamilyId,Relationship,Address,Phone\nF-1,Mother,mother.one@gmail.com,\nF-2,Parent,two.parent@btinternet.com,\n") });
        school.Tenant.Traces.Add(
            new TraceRecord("t-1", TenantSchool.Start.AddDays(-2), "mother.one@gmail.com", "n.obrien@rosewood.example"),
            new TraceRecord("t-2", TenantSchool.Start.AddDays(-2).AddMinutes(2), "n.obrien@rosewood.example", "niamh.obrien@gmail.com"),
            new TraceRecord("t-3", TenantSchool.Start.AddDays(-3), "h.teach@rosewood.example", "two.parent@btinternet.com"));
        Rule("n.obrien@rosewood.example", enabled: true, "forwardTo", "somewhere@mail.example");
        Rule("h.teach@rosewood.example", enabled: false, "redirectTo", "else@mail.example");
        await school.RunAsync(new SyncPolicyTenant { Source = [TenantSource.MessageTraces, TenantSource.InboxRules] });
        school.Clock.Now = TenantSchool.Start.AddDays(4);

        var sink = await school.RunAsync(new FindUnofficialCorrespondence { FromTenant = true, IncludePossible = true });

        var rule = sink.Of<UnofficialCorrespondence>().Where(f => f.Kind == CorrespondenceKind.InboxRuleForward).ShouldHaveSingleItem();
        rule.Person.ShouldBe("Niamh O'Brien");
        sink.Warnings.ShouldContain(w => w.Contains("last asked on 24 November 2026", StringComparison.Ordinal) && w.Contains("4 days ago", StringComparison.Ordinal));
        sink.Warnings.ShouldContain(w => w.Contains("Message trace (tenant), 3 records from 2026-11-21 to 2026-11-22", StringComparison.Ordinal) && w.Contains("Inbox rules (tenant), 2 records", StringComparison.Ordinal));
        sink.Warnings.ShouldNotContain(w => w.Contains("Inbox rules were not given", StringComparison.Ordinal) || w.Contains("No message trace was given", StringComparison.Ordinal));

        void Rule(string mailbox, bool enabled, string action, string to) => school.Tenant.Mail.AddRule(
            school.Tenant.Directory.Users.Single(u => u.UserPrincipalName.Equals(mailbox, StringComparison.Ordinal)).Id,
            new JsonObject
            {
                ["id"] = Guid.NewGuid().ToString(),
                ["displayName"] = "r",
                ["isEnabled"] = enabled,
                ["actions"] = new JsonObject { [action] = new JsonArray(new JsonObject { ["emailAddress"] = new JsonObject { ["name"] = "x", ["address"] = to } }) },
            });
    }

    [Fact]
    public async Task Official_correspondence_is_measured_in_the_fetched_traces()
    {
        await using var school = await SchoolAsync();
        await school.RunAsync(new ImportFamilyContact { Path = school.Temp.Write("families.csv", "FamilyId,Relationship,Address,Phone\nF-1,Mother,mother.one@gmail.com,\n") });
        school.Tenant.Traces.Add(Enumerable.Range(0, 9).Select(i => new TraceRecord($"t-{i}", TenantSchool.Start.AddDays(-2).AddMinutes(i), "n.obrien@rosewood.example", "mother.one@gmail.com")));
        (await school.FaultOfAsync(new MeasureOfficialCorrespondence { FromTenant = true })).Id.ShouldBe("TenantNotSynchronised");
        await school.RunAsync(new SyncPolicyTenant { Source = [TenantSource.MessageTraces] });

        var sink = await school.RunAsync(new MeasureOfficialCorrespondence { FromTenant = true });

        var csv = school.Temp.Write("trace.csv", "date_time_utc,sender_address,recipient_address,message_id,status\n" + string.Concat(Enumerable.Range(0, 9).Select(i => $"2026-11-22T09:0{i}:00Z,n.obrien@rosewood.example,mother.one@gmail.com,<m{i}>,Delivered\n")));
        var fromFile = await school.RunAsync(new MeasureOfficialCorrespondence { MessageTrace = [csv] });
        sink.Of<OfficialCorrespondence>().ToList().ShouldBe(fromFile.Of<OfficialCorrespondence>().ToList());
        sink.Of<OfficialCorrespondence>().ShouldContain(t => t.Sent == 9);
        sink.Warnings.ShouldContain(w => w.Contains("last asked on 24 November 2026", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Traces_without_rules_are_searched_and_what_is_lacking_is_said()
    {
        await using var school = await SchoolAsync();
        await school.RunAsync(new SyncPolicyTenant { Source = [TenantSource.MessageTraces] });

        var sink = await school.RunAsync(new FindUnofficialCorrespondence { FromTenant = true });

        sink.Warnings.ShouldContain(w => w.Contains("Inbox rules were not given", StringComparison.Ordinal) && w.Contains("No message trace was given", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_fetched_yet_is_a_fault_that_says_what_to_run()
    {
        await using var school = await TenantSchool.StartAsync();
        (await school.FaultOfAsync(new FindSharedCredentialUse { FromTenant = true })).Message.ShouldContain("Sync-PolicyTenant -Source SignIns");
        (await school.FaultOfAsync(new FindUnofficialCorrespondence { FromTenant = true })).Message.ShouldContain("Sync-PolicyTenant -Source MessageTraces");
        (await school.FaultOfAsync(new ImportPolicyDevice { FromTenant = true })).Message.ShouldContain("Sync-PolicyTenant -Source Devices");
    }

    [Fact]
    public async Task A_device_that_went_to_somebody_who_is_none_of_the_staff_is_nobodys()
    {
        await using var school = await SchoolAsync();
        await GiveAsync("n.obrien@rosewood.example", TenantSchool.Start.AddDays(-2));
        Owner().ShouldBe("n.obrien@rosewood.example");

        // Intune that names nobody says nothing; one that names a pupil does.
        await GiveAsync(user: null, TenantSchool.Start.AddDays(-1));
        Owner().ShouldBe("n.obrien@rosewood.example");
        await GiveAsync("pupil07@rosewood.example", TenantSchool.Start.AddHours(-1));
        Owner().ShouldBeNull();

        async Task GiveAsync(string? user, DateTimeOffset synced)
        {
            school.Tenant.Devices.Add(new JsonObject
            {
                ["id"] = Guid.NewGuid().ToString(),
                ["deviceName"] = "PC-07",
                ["managedDeviceOwnerType"] = "company",
                ["operatingSystem"] = "Windows",
                ["userPrincipalName"] = user,
                ["lastSyncDateTime"] = synced.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
            });
            school.Clock.Now += TimeSpan.FromMinutes(1);
            await school.RunAsync(new SyncPolicyTenant { Source = [TenantSource.Devices] });
            await school.RunAsync(new ImportPolicyDevice { FromTenant = true });
        }

        string? Owner() => school.Temp.Store.Devices.Load().All(school.Clock.Now.AddDays(1).UtcTicks).Single(d => d.Name.Equals("PC-07", StringComparison.Ordinal)).AssignedUser;
    }

    [Theory]
    [InlineData("")]
    [InlineData("none")]
    [InlineData("000000000000")]
    public async Task A_wifi_address_that_names_no_device_leaves_it_to_the_ethernet_one(string wifi)
    {
        await using var school = await SchoolAsync();
        school.Tenant.Devices.Add(new JsonObject
        {
            ["id"] = Guid.NewGuid().ToString(),
            ["deviceName"] = "PC-90",
            ["managedDeviceOwnerType"] = "company",
            ["operatingSystem"] = "Windows",
            ["wiFiMacAddress"] = wifi,
            ["ethernetMacAddress"] = "AABBCCDDEE09",
        });
        await school.RunAsync(new SyncPolicyTenant { Source = [TenantSource.Devices] });

        await school.RunAsync(new ImportPolicyDevice { FromTenant = true });

        school.Temp.Store.Devices.Load().All(school.Clock.Now.AddDays(1).UtcTicks).Single(d => d.Name.Equals("PC-90", StringComparison.Ordinal)).Mac.ShouldBe("aa:bb:cc:dd:ee:09");
    }

    [Fact]
    public async Task Of_two_kinds_of_sign_ins_the_older_age_is_told_and_one_that_was_never_fetched_is_blindness()
    {
        await using var school = await SchoolAsync();
        school.Tenant.SignIns.Generate(500, TenantSchool.Start.AddDays(-20), TenantSchool.Start.AddMinutes(-5), nonInteractive: 0.5);
        await school.RunAsync(new SyncPolicyTenant { Source = [TenantSource.SignIns] });
        (await school.RunAsync(new FindSharedCredentialUse { FromTenant = true })).Warnings
            .ShouldContain(w => w.Contains("Non-interactive sign-ins were never fetched from the tenant (Sync-PolicyTenant -Source NonInteractiveSignIns).", StringComparison.Ordinal));

        school.Clock.Now = TenantSchool.Start.AddDays(3);
        await school.RunAsync(new SyncPolicyTenant { Source = [TenantSource.NonInteractiveSignIns] });
        school.Clock.Now = TenantSchool.Start.AddDays(4);
        var sink = await school.RunAsync(new FindSharedCredentialUse { FromTenant = true });

        sink.Warnings.ShouldContain(w => w.Contains("last asked on 24 November 2026 at 08:58, 4 days ago", StringComparison.Ordinal));
        sink.Warnings.ShouldNotContain(w => w.Contains("never fetched", StringComparison.Ordinal));
    }
}
