using System.Text.Json;
using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Console.Binding;
using Rosewood.PolicyAdmin.Console.Input;
using Rosewood.PolicyAdmin.Console.Syntax;
using Rosewood.PolicyAdmin.Correspondence;
using Rosewood.PolicyAdmin.Correspondence.Texts;
using Rosewood.PolicyAdmin.Devices;
using Rosewood.PolicyAdmin.Incidents;
using Rosewood.PolicyAdmin.SignIns;
using Rosewood.PolicyAdmin.Storage;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Traffic;

namespace Rosewood.PolicyAdmin.Tests.Incidents;

/// <summary>From what a Find- command gives to an incident, by the console's own binder.</summary>
public sealed class IncidentFromFindingTests : IAsyncLifetime, IDisposable
{
    private static readonly DateTimeOffset Start = DateTimeOffset.Parse("2026-11-23T10:00:00+00:00");
    private TempWorkspace _school = null!;

    public async Task InitializeAsync() => _school = await IncidentSchool.OpenAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _school.Dispose();

    public static TheoryData<string, IncidentType> Findings() => new()
    {
        { "visit", IncidentType.UnauthorisedUse },
        { "content", IncidentType.ChildAbuseMaterial },
        { "login", IncidentType.LoginMisuse },
        { "mail", IncidentType.UnofficialCorrespondence },
        { "text", IncidentType.TextMessageMisuse },
    };

    [Theory]
    [MemberData(nameof(Findings))]
    public async Task A_finding_becomes_one_incident_however_often_it_is_given(string finding, IncidentType type)
    {
        var made = (await Pipe(Finding(finding))).Of<PolicyIncident>().Single();
        made.ShouldSatisfyAllConditions(
            i => i.Type.ShouldBe(type),
            i => i.Users.ShouldBe(["Niamh O'Brien"]),
            i => i.Occurred.ShouldBe(Start),
            i => i.Finding.ShouldNotBeNullOrEmpty(),
            i => i.Summary!.ShouldEndWith("It is where to look, and no proof."));

        var again = await Pipe(Finding(finding));
        again.Warnings.ShouldHaveSingleItem().ShouldContain("I-0001");
        again.Of<PolicyIncident>().Single().Id.ShouldBe("I-0001");
        _school.Store.Incidents.LoadAll().Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_longer_search_that_finds_the_same_opens_no_second_one_and_a_later_finding_does()
    {
        await Pipe(Login(Start, Start.AddHours(5)));
        (await Pipe(Login(Start.AddDays(-3), Start.AddHours(7)))).Warnings.ShouldHaveSingleItem();
        _school.Clock.Now = _school.Clock.Now.AddDays(20);
        (await Pipe(Login(Start.AddDays(10), Start.AddDays(11)))).Of<PolicyIncident>().Single().Id.ShouldBe("I-0002");
        (await Pipe(Visit() with { Service = "YouTube" })).Of<PolicyIncident>().Single().Id.ShouldBe("I-0003");
    }

    [Fact]
    public async Task Another_way_to_write_is_another_incident_and_a_finding_without_time_stands_again_after_the_first_was_closed()
    {
        var rule = Mail() with { Kind = CorrespondenceKind.InboxRuleForward, Clause = "COM-4", When = null, LastSeen = null, Correspondent = "n.obrien@gmail.com" };
        (await Pipe(rule)).Of<PolicyIncident>().Single().Id.ShouldBe("I-0001");
        (await Pipe(rule with { Correspondent = "niamh@outlook.com" })).Of<PolicyIncident>().Single().Id.ShouldBe("I-0002");
        (await Pipe(rule)).Of<PolicyIncident>().Single().Id.ShouldBe("I-0001");

        await _school.RunAsync(new UpdatePolicyIncident { Id = ["I-0001"], Status = IncidentStatus.Closed, Outcome = IncidentOutcome.NotEstablished, Reason = "Removed" }, _school.As("head"));
        (await Pipe(rule)).Of<PolicyIncident>().Single().ShouldSatisfyAllConditions(i => i.Id.ShouldBe("I-0003"), i => i.Status.ShouldBe(IncidentStatus.Open));
        (await Pipe(rule)).Of<PolicyIncident>().Single().Id.ShouldBe("I-0003");

        await Pipe(Visit());
        await _school.RunAsync(new UpdatePolicyIncident { Id = ["I-0004"], Status = IncidentStatus.Closed, Outcome = IncidentOutcome.NotEstablished, Reason = "Told" }, _school.As("head"));
        (await Pipe(Visit())).Of<PolicyIncident>().Single().Id.ShouldBe("I-0004", "the same visit is over and done with");
    }

    [Fact]
    public async Task No_address_of_a_family_and_none_that_is_withheld_gets_into_the_store()
    {
        await Pipe(Mail() with { Correspondent = "mum.smith@gmail.com" });
        await Pipe(Content() with { Categories = ["Child abuse http://bad.example/x"], Hosts = ["bad.example"] });
        foreach (var json in _school.Store.Query("SELECT fact FROM incident", [], static r => r.GetString(0)))
        {
            json.ShouldNotContain("mum.smith");
            json.ShouldNotContain("bad.example");
        }
    }

    [Fact]
    public async Task A_visit_that_is_as_it_should_be_opens_none()
    {
        (await Pipe(Visit() with { Verdict = Verdict.Authorised })).Faults.ShouldHaveSingleItem().Id.ShouldBe("IncidentNothingWrong");
        _school.Store.Incidents.LoadAll().ShouldBeEmpty();
    }

    [Fact]
    public async Task An_account_that_is_nobodys_stays_as_the_log_has_it_and_one_of_the_operators_own_opens_none()
    {
        (await Pipe(Visit() with { User = "pupil7", OnRoster = false })).Of<PolicyIncident>().Single().Users.ShouldBe(["pupil7"]);
        (await Pipe(Visit() with { User = "Hana Teach" })).Faults.ShouldHaveSingleItem().Id.ShouldBe("IncidentOfSelf");
        (await Pipe(Visit() with { User = null, OnRoster = false })).Of<PolicyIncident>().Single().Users.ShouldBeEmpty();
        _school.Store.Incidents.LoadAll().Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_technician_who_meets_anothers_incident_hears_its_number_only()
    {
        await Pipe(Visit());
        var sink = await Pipe(Visit(), "it.tech");
        sink.Warnings.ShouldHaveSingleItem().ShouldContain("I-0001");
        sink.Outputs.ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_at_once_open_one()
    {
        var sink = new RecordingSink
        {
            Meanwhile = () => Pipe(Visit(), "deputy").GetAwaiter().GetResult(),
        };
        await _school.RunAsync(Bind(Visit()), _school.As("head"), sink);
        sink.Warnings.ShouldHaveSingleItem().ShouldContain("I-0001");
        _school.Store.Incidents.LoadAll().Count.ShouldBe(1);
    }

    private static object Finding(string name) => name switch
    {
        "visit" => Visit(),
        "content" => Content(),
        "login" => Login(Start, Start.AddHours(5)),
        "mail" => Mail(),
        _ => Text(),
    };

    private static Visit Visit() => new()
    {
        User = "Niamh O'Brien",
        OnRoster = true,
        Device = "PC-07",
        DeviceClass = DeviceClass.School,
        Address = "10.20.1.7",
        Service = "Facebook",
        Start = Start,
        End = Start.AddMinutes(8),
        Hits = 12,
        Bytes = 9000,
        Verdict = Verdict.Unexplained,
        Reason = default,
        Clause = "USE-1",
        GrantId = null,
        NamedInPolicy = true,
    };

    private static ContentAccess Content() => new()
    {
        User = "n.obrien",
        OnRoster = true,
        Device = "PC-07",
        DeviceClass = DeviceClass.School,
        Address = "10.20.1.7",
        Type = IncidentType.ChildAbuseMaterial,
        Categories = ["Child Abuse"],
        Hosts = [],
        HostCount = 0,
        AddressesWithheld = true,
        Start = Start,
        End = Start.AddMinutes(1),
        Allowed = 0,
        Blocked = 2,
        Route = "x",
        Clause = "RES-1",
    };

    private static SharedCredentialUse Login(DateTimeOffset from, DateTimeOffset until) => new()
    {
        Account = "Niamh O'Brien",
        OnRoster = true,
        Verdict = SharedCredentialVerdict.Shared,
        Likelihood = 0.97,
        FirstSeen = from,
        LastSeen = until,
        Devices = ["PC-07", "PC-09"],
        Evidence = [],
        InnocentExplanations = [],
    };

    private static UnofficialCorrespondence Mail() => new()
    {
        Person = "Niamh O'Brien",
        Kind = CorrespondenceKind.PersonalAddress,
        When = Start,
        LastSeen = Start.AddDays(1),
        Count = 3,
        Correspondent = "family:F-1042",
        MessageId = "<a1@mail.example>",
        MessageIds = ["<a1@mail.example>"],
        Confidence = 0.9,
        Clause = "COM-1",
        Explanation = "x",
        DeclaredAs = null,
    };

    private static TextMessageMisuse Text() => new()
    {
        Person = "Niamh O'Brien",
        OnRoster = true,
        Kind = TextMessageMisuseKind.SenderNotAllowed,
        When = Start,
        LastSeen = Start.AddHours(1),
        Count = 2,
        Recipient = "family:F-1042",
        Families = ["family:F-1042"],
        Confidence = 1,
        Explanation = "x",
    };

    private static PolicyRequest Bind(object finding)
    {
        var catalog = CommandCatalog.Shipped();
        var command = ArgumentBinder.Bind(catalog.SyntaxOf(catalog.Find("New-PolicyIncident")), ["-InputJson", "-"]);
        using var json = JsonDocument.Parse(PolicyJson.Serialise(finding));
        return PipelineBinder.Bind(command, json.RootElement, 1);
    }

    private Task<RecordingSink> Pipe(object finding, string user = "head") => _school.RunAsync(Bind(finding), _school.As(user));
}
