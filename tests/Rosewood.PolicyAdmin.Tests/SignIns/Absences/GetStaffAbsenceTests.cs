using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.SignIns.Absences;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.SignIns.Absences;

public sealed class GetStaffAbsenceTests : IAsyncLifetime, IDisposable
{
    private TempWorkspace _school = null!;

    public async Task InitializeAsync()
    {
        _school = await FindingSchool.OpenAsync();
        await _school.RunAsync(Import("n.obrien,2026-06-01,2026-06-02\nn.brown2@rosewood.example,2026-11-03T12:00,2026-11-03T16:30\n"));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _school.Dispose();

    [Fact]
    public async Task Absences_are_shown_in_local_time_by_their_beginning()
    {
        var shown = (await _school.RunAsync(new GetStaffAbsence(), _school.As("d.prot"))).Of<StaffAbsence>().ToList();
        shown.ShouldBe(
        [
            new StaffAbsence("A-0001", "Niamh O'Brien", "n.obrien@rosewood.example", DateTimeOffset.Parse("2026-06-01T00:00:00+01:00"), DateTimeOffset.Parse("2026-06-03T00:00:00+01:00")),
            new StaffAbsence("A-0002", "n.brown2@rosewood.example", "n.brown2@rosewood.example", DateTimeOffset.Parse("2026-11-03T12:00:00+00:00"), DateTimeOffset.Parse("2026-11-03T16:30:00+00:00")),
        ]);
        (await _school.RunAsync(new GetStaffAbsence { User = ["Niamh O'Brien"] })).Of<StaffAbsence>().ShouldHaveSingleItem().Id.ShouldBe("A-0001");
        (await _school.FaultOfAsync(new GetStaffAbsence { User = ["nobody"] })).Id.ShouldBe("PersonNotFound");
    }

    [Fact]
    public async Task Each_reading_is_in_the_audit_trail()
    {
        await _school.RunAsync(new GetStaffAbsence(), _school.As("head"));
        await _school.RunAsync(new GetStaffAbsence { User = ["deputy"] }, _school.As("d.prot"));

        _school.Store.Audit.Read().TakeLast(2).Select(r => (r.Command, r.OperatorId, r.Subject, r.After)).ShouldBe(
            [("Get-StaffAbsence", _school.IdOf("head"), "everybody", """{"Shown":2}"""), ("Get-StaffAbsence", _school.IdOf("d.prot"), _school.IdOf("deputy"), """{"Shown":0}""")]);
    }

    [Theory]
    [InlineData("h.teach", true, true)]
    [InlineData("s.lead", true, true)]
    [InlineData("d.prot", false, true)]
    [InlineData("it.tech", true, false)]
    [InlineData("r.safe", false, false)]
    [InlineData("n.obrien", false, false)]
    public void Slt_and_the_data_protection_officer_read_and_who_operates_imports(string user, bool imports, bool reads)
    {
        var roles = _school.As(user).Roles;
        roles.Overlaps(CommandTable.For(typeof(ImportStaffAbsence)).Roles).ShouldBe(imports);
        roles.Overlaps(CommandTable.For(typeof(GetStaffAbsence)).Roles).ShouldBe(reads);
    }

    [Fact]
    public async Task What_is_shown_can_be_imported_again()
    {
        var rows = (await _school.RunAsync(new GetStaffAbsence())).Of<StaffAbsence>().Select(a => $"{a.UserPrincipalName},{a.From:O},{a.To:O}\n");
        (await _school.RunAsync(Import(string.Concat(rows)))).Of<AbsenceImport>().Single().Unchanged.ShouldBe(2);
    }

    private ImportStaffAbsence Import(string rows) => new() { Path = _school.Write("absences.csv", "UserPrincipalName,From,To\n" + rows) };
}
