using Rosewood.PolicyAdmin.SignIns.Absences;

namespace Rosewood.PolicyAdmin.Tests.SignIns.Absences;

public sealed class AbsenceRegisterTests
{
    private static readonly AbsenceRegister Register = new(
    [
        new Absence("A-0003", "P-0001", 40, 50),
        new Absence("A-0001", "P-0001", 10, 20),
        new Absence("A-0002", "P-0001", 20, 30),
        new Absence("A-0004", "P-0002", 5, 500),
    ]);

    [Theory]
    [InlineData(9, null)]
    [InlineData(10, "A-0001")]
    [InlineData(19, "A-0001")]
    [InlineData(20, "A-0002")]
    [InlineData(30, null)]
    [InlineData(39, null)]
    [InlineData(49, "A-0003")]
    [InlineData(50, null)]
    public void An_absence_covers_its_first_instant_and_not_its_end(long at, string? id) => (Register.At("P-0001", at)?.Id).ShouldBe(id);

    [Fact]
    public void A_persons_absences_are_theirs_alone()
    {
        Register.Of("P-0001").Select(a => a.Id).ShouldBe(["A-0001", "A-0002", "A-0003"]);
        Register.At("P-0002", 10)!.Id.ShouldBe("A-0004");
        Register.At("P-0003", 10).ShouldBeNull();
        Register.Of("P-0003").ShouldBeEmpty();
        AbsenceRegister.Empty.At("P-0001", 10).ShouldBeNull();
    }
}
