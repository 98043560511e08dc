using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Tests.Commands;

public sealed class PipedFaultsTests
{
    [Theory]
    [InlineData("PersonNotFound", FaultKind.NotFound)]
    [InlineData("PersonAmbiguous", FaultKind.Ambiguous)]
    [InlineData("GrantAuthoriserNotSlt", FaultKind.NotAuthorised)]
    [InlineData("GrantAlreadyEnded", FaultKind.Conflict)]
    public void A_fault_about_one_object_keeps_nobody_from_the_next(string id, FaultKind kind) =>
        PipedFaults.IsOfOneObject(new Fault(id, kind, "x", "x")).ShouldBeTrue();

    [Theory]
    [InlineData("WorkspaceNotFound", FaultKind.NotFound)]
    [InlineData("ConfigInvalid", FaultKind.InvalidArgument)]
    [InlineData("OperatorNotAuthorised", FaultKind.NotAuthorised)]
    [InlineData("StoreTooNew", FaultKind.Conflict)]
    [InlineData("DiskFull", FaultKind.Unavailable)]
    [InlineData("AuditBroken", FaultKind.Corrupt)]
    public void What_would_befall_each_object_ends_them_all(string id, FaultKind kind) =>
        PipedFaults.IsOfOneObject(new Fault(id, kind, "x", "x")).ShouldBeFalse();
}
