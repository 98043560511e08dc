using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.People;

public sealed class GetPolicyPersonTests : IAsyncLifetime, IDisposable
{
    private readonly TempWorkspace _school = new();

    public async Task InitializeAsync() => await _school.RunAsync(new ImportPolicyPerson { Path = _school.Write("staff.csv", TestRoster.Csv) });

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _school.Dispose();

    [Fact]
    public async Task Everybody_current_is_shown_and_those_who_left_on_request()
    {
        (await Names(new GetPolicyPerson())).ShouldNotContain(n => n == "Olive Hand");
        (await Names(new GetPolicyPerson { IncludeEnded = true })).ShouldContain(n => n == "Olive Hand");
        (await Names(new GetPolicyPerson { At = new TimeInput("2026-07-20T23:30") })).ShouldContain(n => n == "Olive Hand");
        (await Names(new GetPolicyPerson { At = new TimeInput("2026-07-21") })).ShouldNotContain(n => n == "Olive Hand");
        (await Names(new GetPolicyPerson { At = new TimeInput("2019-08-31") })).ShouldNotContain(n => n == "Helen Teacher");
    }

    [Fact]
    public async Task Names_patterns_and_roles_choose()
    {
        (await Names(new GetPolicyPerson { User = ["sam *"] })).ShouldBe(["Sam Lee", "Sam Lee"]);
        (await Names(new GetPolicyPerson { User = ["*o'neill"] })).ShouldBe(["Sinéad O’Neill"]);
        (await Names(new GetPolicyPerson { User = [@"ROSEWOOD\*"] })).ShouldBe(["Helen Teacher", "Ian Tech"]);
        (await Names(new GetPolicyPerson { User = ["deputy", "d.p*"] })).ShouldBe(["Dee Puty"]);
        (await Names(new GetPolicyPerson { Role = [Role.DeputyHead, Role.HeadTeacher] })).ShouldBe(["Dee Puty", "Helen Teacher"]);
        (await Names(new GetPolicyPerson { User = ["x*"] })).ShouldBeEmpty();
        (await Names(new GetPolicyPerson { User = ["old.hand"] })).ShouldBe(["Olive Hand"]);
    }

    [Fact]
    public async Task A_name_without_a_pattern_that_is_nobodys_is_a_fault() =>
        (await _school.FaultOfAsync(new GetPolicyPerson { User = ["Sam Lee"] })).Id.ShouldBe("PersonAmbiguous");

    private async Task<List<string>> Names(GetPolicyPerson request) => [.. (await _school.RunAsync(request)).Of<Person>().Select(p => p.DisplayName)];
}
