using System.Text;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Devices;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.Workspace;

public sealed class PolicyConfigReaderTests
{
    [Fact]
    public void Every_section_is_read()
    {
        var config = ConfigDocuments.Read(ConfigDocuments.Full);

        config.School.ShouldSatisfyAllConditions(
            s => s.Name.ShouldBe("St Mary’s & Rosewood"),
            s => s.MailDomains.ShouldBe(["rosewood.example", "xn--bcher-kva.example"]),
            s => s.OwnHosts.ShouldBe(["teams.microsoft.com"]));
        config.SchoolDay.Terms[1].ShouldBe(new TermConfig("Spring 2027", new DateOnly(2027, 1, 5), new DateOnly(2027, 3, 26)));
        config.SchoolDay.Sessions[0].Days.ShouldBe([DayOfWeek.Monday, DayOfWeek.Friday]);
        config.SchoolDay.Breaks[0].Until.ShouldBe(new TimeOnly(11, 0));
        config.SchoolDay.Closures[0].Name.ShouldBe("Half term");
        config.Networks[1].ShouldBe(new NetworkConfig("2001:db8:20::/48", DeviceClass.Personal, null));
        config.RoleNames["CLASS TEACHER"].ShouldBe(Role.Teacher);
        config.Access.LongestDuration.ShouldBe(TimeSpan.FromDays(365));
        config.Enforcement.Targets.Select(t => t.Kind).ShouldBe(Enum.GetValues<EnforcementTargetKind>());
        config.Enforcement.Targets[0].ReloadCommand.ShouldBe(["systemctl", "reload", "squid"]);
        config.Enforcement.Targets[4].Enabled.ShouldBeFalse();
        config.Tenant!.CertificateThumbprint.ShouldBe("0123456789ABCDEF0123456789ABCDEF01234567");
        config.Retention.TextMessages.ShouldBe(TimeSpan.FromDays(364));
        config.Reports.Routes[0].ShouldSatisfyAllConditions(r => r.About.ShouldBe(Role.HeadTeacher), r => r.Instead.ShouldBeTrue());
        config.Reports.Schedule[0].At.ShouldBe(new TimeOnly(7, 0));
        config.SignIns.Thresholds.Possible.ShouldBe(0.4);
        config.Correspondence.ExcludedCorrespondents.ShouldBe(["union.example", "rep@union.example"]);
        config.Logs.StaleAfter.ShouldBe(TimeSpan.FromHours(36));
        config.Logs.CsvFormats[0].ShouldSatisfyAllConditions(c => c.Delimiter.ShouldBe(';'), c => c.Columns.Device.ShouldBe("#11"));
    }

    [Fact]
    public void What_is_left_out_has_its_default()
    {
        var config = ConfigDocuments.Read(ConfigDocuments.Least);

        config.School.TimeZone.ShouldBe("Europe/London");
        config.Access.ShouldBe(new AccessConfig());
        config.Retention.ShouldBe(new RetentionConfig());
        config.Tenant.ShouldBeNull();
        config.Networks.ShouldBeEmpty();
        config.Logs.StaleAfter.ShouldBe(TimeSpan.FromDays(2));
    }

    [Fact]
    public void Comments_trailing_commas_and_a_byte_order_mark_are_taken()
    {
        byte[] bytes = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("// ours\n{ \"school\": { \"name\": \"Rosewood\", }, /* soon */ \"schoolDay\": {}, }\n// end\n")];
        PolicyConfigReader.Parse(bytes).School.Name.ShouldBe("Rosewood");
    }

    [Fact]
    public void A_problem_is_told_with_line_column_path_and_remedy()
    {
        const string Json = "{\n  \"school\": { \"name\": \"Schönau\", \"timeZone\": \"Europe/Londn\" },\n  \"schoolDay\": {},\n  \"networks\": [\n    { \"cidr\": \"10.20.0/16\", \"class\": \"School\" },\n  ],\n}";
        var fault = FaultOf(Json);

        fault.ShouldSatisfyAllConditions(
            f => f.Id.ShouldBe("ConfigInvalid"),
            f => f.Kind.ShouldBe(FaultKind.InvalidArgument),
            f => f.Target.ShouldBe("policy.json:2:46"),
            f => f.Message.ShouldContain("policy.json:2:46 $.school.timeZone: 'Europe/Londn' can't be read here. Write an IANA time zone"),
            f => f.Message.ShouldContain("policy.json:5:15 $.networks[0].cidr: '10.20.0/16' is no network."));
    }

    [Theory]
    [InlineData("school.nmae", "\"x\"", "there is no such key. Did you mean \"name\"?")]
    [InlineData("access.standingauthorisation", "true", "Did you mean \"standingAuthorisation\"?")]
    [InlineData("tenant.clientSecret", "\"hunter2\"", "there is no such key. Remove it; the keys here are tenantId")]
    [InlineData("school.name", "5", "a text in quotes belongs here, not the number 5")]
    [InlineData("access.requireConfirmation", "\"yes\"", "true or false belongs here, not 'yes'")]
    [InlineData("networks", "{}", "a list in square brackets belongs here")]
    [InlineData("access", "[]", "an object in braces belongs here")]
    [InlineData("access", "null", "an object in braces belongs here, not null")]
    [InlineData("networks.0.cidr", "\"10.20.0.5/16\"", "Write 10.20.0.0/16, or correct the prefix")]
    [InlineData("networks.0.cidr", "\"10.20.0.0/33\"", "is no network")]
    [InlineData("networks.0.cidr", "\"010.20.0.0/16\"", "is no network")]
    [InlineData("networks.2.cidr", "\"10.20.0.0/16\"", "the network '10.20.0.0/16' stands here twice")]
    [InlineData("networks.1.cidr", "\"2001:DB8:20:0::/32\"", "Write 2001:db8::/32, or correct the prefix")]
    [InlineData("networks.0.class", "\"school\"", "write \"School\" with its capitals")]
    [InlineData("networks.0.class", "\"Unknown\"", "Write one of School, SchoolMobile")]
    [InlineData("schoolDay.terms.0.to", "\"2026-09-01\"", "the last day, 2026-09-01, lies before the first, 2026-09-02")]
    [InlineData("schoolDay.terms.0.to", "\"2027-01-05\"", "this term begins before 'Autumn 2026' has ended")]
    [InlineData("schoolDay.terms.0.to", "\"2028-09-02\"", "a term of over a year")]
    [InlineData("schoolDay.terms.0.from", "\"2026-02-30\"", "Write a date from 2000 to 2099")]
    [InlineData("schoolDay.sessions.0.until", "\"12:30\"", "on Monday this session begins before 'Day' has ended")]
    [InlineData("schoolDay.sessions.0.until", "\"08:50\"", "08:50 is not after the begin, 08:50")]
    [InlineData("schoolDay.sessions.0.from", "\"8:50\"", "Write a time of day as 08:50")]
    [InlineData("schoolDay.sessions.0.days", "[]", "this list needs an entry at least")]
    [InlineData("schoolDay.sessions.0.days", "[\"Monday\",\"Monday\"]", "the day 'Monday' stands here twice")]
    [InlineData("schoolDay.closures.0.from", "\"2025-10-26\"", null)]
    [InlineData("schoolDay.closures.0.to", "\"2026-10-25\"", "lies before the first")]
    [InlineData("access.defaultDuration", "\"400d\"", "a grant's usual length is above the longest one")]
    [InlineData("access.defaultDuration", "28", "Write a duration as 90m, 2h, 28d")]
    [InlineData("access.defaultDuration", "\"28\"", "Write a duration as 90m, 2h, 28d")]
    [InlineData("access.defaultDuration", "\"P\"", "Write a duration")]
    [InlineData("access.defaultDuration", "\"PT0S\"", "Write a duration")]
    [InlineData("access.defaultDuration", "\"-P1D\"", "Write a duration")]
    [InlineData("retention.visits", "\"2h\"", "records are kept for a day at least")]
    [InlineData("school.mailDomains", "[\"https://rosewood.example\"]", "Write a host such as")]
    [InlineData("school.mailDomains", "[\"rosewood.example\",\"Rosewood.Example\"]", "the entry 'rosewood.example' stands here twice")]
    [InlineData("reports.recipients.0.addresses", "[\"Head <head@rosewood.example>\"]", "Write one mail address")]
    [InlineData("roleNames.Governor", "\"Teacher\"", "Governor is a role of its own")]
    [InlineData("roleNames.CLASS TEACHER", "\"Teacher\"", "this word stands here twice")]
    [InlineData("enforcement.targets.1.format", "\"Edge\"", "a Dns target needs a format: Rpz, Bind, Hosts")]
    [InlineData("enforcement.targets.0.path", null, "a Squid target needs a path")]
    [InlineData("enforcement.targets.0.tunnelPort", "443", "a port between 1024 and 65535")]
    [InlineData("enforcement.targets.4.groupId", null, null)]
    [InlineData("enforcement.targets.4", "{\"name\":\"g\",\"kind\":\"Group\"}", "a Group target without a format needs the group's object id")]
    [InlineData("enforcement.targets.4", "{\"name\":\"g\",\"kind\":\"Group\",\"format\":\"PowerShell\"}", "needs the group: its object id in Entra ID as groupId, or its name in Active Directory")]
    [InlineData("enforcement.targets.4", "{\"name\":\"g\",\"kind\":\"Group\",\"format\":\"Ldif\",\"groupName\":\"Social media\"}", "needs the group's distinguished name as groupName")]
    [InlineData("enforcement.targets.4", "{\"name\":\"g\",\"kind\":\"Group\",\"format\":\"EntraId\"}", "of the format EntraId needs the group's object id")]
    [InlineData("enforcement.targets.4.timeBound", "true", "timeBound belongs to Group targets of the format EntraId only")]
    [InlineData("enforcement.targets.3.groupId", "\"11111111-2222-3333-4444-555555555555\"", "groupId belongs to Group targets only")]
    [InlineData("enforcement.targets.1.name", "\"Proxy\"", "the target 'Proxy' stands here twice")]
    [InlineData("tenant.certificateThumbprint", null, "Certificate needs one of certificateThumbprint and certificatePath")]
    [InlineData("tenant.authority", "\"http://login.example\"", "plain http is taken for 127.0.0.1")]
    [InlineData("tenant.graphBaseUrl", "\"https://u:p@graph.example\"", "Write an https address")]
    [InlineData("signIns.prior", "1", "a number between 0 and 1 belongs here")]
    [InlineData("signIns.thresholds.possible", "0.95", "it has to lie below shared")]
    [InlineData("logs.squidFormats.0.logFormat", "\"%>a %ru\"", "it holds no time code")]
    [InlineData("logs.squidFormats.0.logFormat", "\"%ts %>a%un %ru\"", "nothing between them")]
    [InlineData("logs.csvFormats.0.timeFormat", "\"yyyy\"", "Write a date pattern")]
    [InlineData("logs.csvFormats.0.allowedWords", "[]", "no word of the action column means let through")]
    [InlineData("logs.csvFormats.0.columns.action", null, "no action column")]
    [InlineData("logs.csvFormats.0.hasHeader", "false", "told by their number")]
    [InlineData("logs.csvFormats.0.columns.device", "\"#0\"", "counted from #1")]
    [InlineData("logs.csvFormats.0.delimiter", "\"\"", "Write one of")]
    [InlineData("logs.csvFormats.0.name", "\"Ours\"", "the format 'Ours' stands here twice")]
    public void What_is_wrong_is_refused_with_its_remedy(string path, string? value, string? message)
    {
        var json = ConfigDocuments.With(path, value);
        if (message is null)
        {
            Should.NotThrow(() => ConfigDocuments.Read(json));
        }
        else
        {
            FaultOf(json).Message.ShouldContain(message);
        }
    }

    [Fact]
    public void A_closure_in_no_term_is_mostly_a_wrong_year()
    {
        var json = ConfigDocuments.With("schoolDay.closures.0", """{ "name": "Half term", "from": "2025-10-26", "to": "2025-10-30" }""");
        FaultOf(json).Message.ShouldContain("these days lie in no term");
    }

    [Fact]
    public void A_column_for_host_or_url_is_needed()
    {
        var json = ConfigDocuments.With("logs.csvFormats.0.columns", """{ "time": "Date" }""");
        FaultOf(json).Message.ShouldContain("neither host nor url has a column");
    }

    [Fact]
    public void A_key_given_twice_is_refused_at_its_second_place()
    {
        var fault = FaultOf("{ \"school\": { \"name\": \"A\",\n\"name\": \"B\" }, \"schoolDay\": {} }");
        fault.Target.ShouldBe("policy.json:2:1");
        fault.Message.ShouldContain("$.school.name: this key is given twice");
    }

    [Fact]
    public void All_problems_are_told_at_once_but_no_more_than_twenty()
    {
        var networks = string.Join(',', Enumerable.Range(0, 30).Select(i => $"{{ \"cidr\": \"bad{i}\", \"class\": \"School\" }}"));
        var fault = FaultOf($"{{ \"school\": {{ \"name\": \"A\" }}, \"schoolDay\": {{}}, \"networks\": [{networks}] }}");

        fault.Message.ShouldStartWith("policy.json can't be used: 30 problems.");
        fault.Message.Split('\n').Count(l => l.StartsWith("policy.json:1:", StringComparison.Ordinal)).ShouldBe(20);
        fault.Message.ShouldContain("and 10 more.");
        fault.Message.ShouldContain("'bad19'");
        fault.Message.ShouldNotContain("'bad20'");
    }

    [Fact]
    public void Missing_sections_are_named_at_the_object_that_lacks_them()
    {
        var fault = FaultOf("\n  {}");
        fault.Target.ShouldBe("policy.json:2:3");
        fault.Message.ShouldContain("the key \"school\" is missing");
        fault.Message.ShouldContain("the key \"schoolDay\" is missing");
    }

    [Theory]
    [InlineData("", "policy.json:1:1")]
    [InlineData("{", "policy.json:1:2")]
    [InlineData("{ \"school\": { \"name\": \"A\" }\n  \"schoolDay\": {} }", "policy.json:2:3")]
    [InlineData("{ \"é\": 1, oops }", "policy.json:1:11")]
    [InlineData("{} {}", "policy.json:1:4")]
    [InlineData("[", "policy.json:1:2")]
    [InlineData("{ \"a\": 1 } // fine\n}", "policy.json:2:1")]
    public void Broken_JSON_is_told_with_the_place_where_it_breaks(string json, string place)
    {
        var fault = FaultOf(json);
        fault.Target.ShouldBe(place);
        fault.Message.ShouldContain("the JSON breaks off here");
        fault.Message.ShouldNotContain("LineNumber");
    }

    [Fact]
    public void What_the_parser_expected_is_told_to_its_end() =>
        FaultOf("{ \"school\": { \"name\": \"A\" }\n  \"schoolDay\": {} }").Message.ShouldContain("Expected either ',', '}', or ']'. Look for a missing comma");

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"x\"")]
    [InlineData("// only a comment\n1")]
    public void A_root_that_is_no_object_is_refused(string json) => FaultOf(json).Message.ShouldContain("an object in braces belongs here");

    [Fact]
    public void Text_that_is_no_UTF8_is_refused_where_it_begins()
    {
        byte[] latin1 = [.. "{\n\"school\": \""u8, 0xE9, .. "\" }"u8];
        FaultOf(latin1).ShouldSatisfyAllConditions(f => f.Target.ShouldBe("policy.json:2:12"), f => f.Message.ShouldContain("Save the file as UTF-8"));
        FaultOf(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("{}")).ToArray()).Message.ShouldContain("Save the file as UTF-8");
    }

    [Theory]
    [InlineData("\\ud83d")]
    [InlineData("\\udc00x")]
    public void Half_a_character_is_refused(string escape) =>
        FaultOf($$"""{ "school": { "name": "{{escape}}" }, "schoolDay": {} }""").Message.ShouldContain("half of a character");

    [Fact]
    public void Deep_nesting_is_refused()
    {
        var deep = new string('[', 100_000);
        FaultOf($"{{ \"school\": {deep}").Message.ShouldContain("maximum configured depth");
    }

    [Fact]
    public void What_could_steer_a_terminal_is_not_shown_as_it_is()
    {
        var fault = FaultOf("""{ "school": { "name": "A", "timeZone": "\u001b[2J\u202eevil" }, "schoolDay": {}, "\u0007bell": 1 }""");
        fault.Message.ShouldNotContain("\u001b");
        fault.Message.ShouldNotContain("\u202e");
        fault.Message.ShouldNotContain("\u0007");
    }

    [Fact]
    public void A_file_over_one_mebibyte_is_no_configuration()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("rosewood-test-").FullName, "policy.json");
        try
        {
            File.WriteAllText(path, ConfigDocuments.Least + new string(' ', 1 << 20));
            Should.Throw<FaultException>(() => PolicyConfigReader.Read(path)).Fault.Message.ShouldContain("larger than 1 MiB");
            File.WriteAllText(path, ConfigDocuments.Least.PadRight(1 << 20));
            PolicyConfigReader.Read(path, out var text).School.Name.ShouldBe("Rosewood");
            text.Length.ShouldBe(1 << 20);
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        }
    }

    [Fact]
    public void Mutated_documents_are_read_or_refused_and_nothing_else()
    {
        var random = new Random(20261124);
        var good = Encoding.UTF8.GetBytes(ConfigDocuments.Full);
        for (var i = 0; i < 3000; i++)
        {
            var bytes = good.ToArray();
            for (var flips = random.Next(1, 6); flips > 0; flips--)
            {
                bytes[random.Next(bytes.Length)] = random.Next(3) == 0 ? (byte)random.Next(256) : good[random.Next(good.Length)];
            }

            var cut = random.Next(4) == 0 ? bytes[..random.Next(bytes.Length)] : bytes;
            try
            {
                PolicyConfigReader.Parse(cut).ShouldNotBeNull();
            }
            catch (FaultException e)
            {
                e.Fault.Id.ShouldBe("ConfigInvalid");
                e.Fault.Target.ShouldMatch("^policy\\.json:[0-9]+:[0-9]+$");
            }
        }
    }

    private static Fault FaultOf(string json) => FaultOf(Encoding.UTF8.GetBytes(json));

    private static Fault FaultOf(byte[] utf8) => Should.Throw<FaultException>(() => PolicyConfigReader.Parse(utf8)).Fault;
}
