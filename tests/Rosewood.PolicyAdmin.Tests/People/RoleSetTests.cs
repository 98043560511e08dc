using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Tests.People;

public sealed class RoleSetTests
{
    private static readonly Arbitrary<RoleSet> Sets =
        Gen.Elements(Enum.GetValues<Role>()).ListOf().Select(r => RoleSet.Of([.. r])).ToArbitrary();

    [Fact]
    public void All_is_every_role() => RoleSet.All.ShouldBe(RoleSet.Of(Enum.GetValues<Role>()));

    [Property]
    public Property It_behaves_as_a_set_of_roles() => Prop.ForAll(Sets, Sets, (a, b) =>
    {
        var (x, y) = (a.ToHashSet(), b.ToHashSet());
        return x.Union(y).ToHashSet().SetEquals(a.Union(b))
            && x.Intersect(y).ToHashSet().SetEquals(a.Intersect(b))
            && x.Except(y).ToHashSet().SetEquals(a.Except(b))
            && x.Overlaps(y) == a.Overlaps(b)
            && x.SetEquals(y) == (a == b)
            && (x.Count == 0) == a.IsEmpty;
    });

    [Property]
    public Property What_is_taken_apart_and_put_together_is_the_same() => Prop.ForAll(Sets, Sets, (a, b) =>
        a.Except(b).Union(a.Intersect(b)) == a && a.Union(b) == b.Union(a) && a.Except(b).Intersect(b).IsEmpty);

    [Property]
    public Property A_role_put_in_is_in_and_taken_out_is_out() => Prop.ForAll(Sets, Gen.Elements(Enum.GetValues<Role>()).ToArbitrary(), (set, role) =>
        set.With(role).Contains(role) && !set.Without(role).Contains(role) && set.With(role).Without(role) == set.Without(role));

    [Fact]
    public void Guarded_roles_are_SLT_DSL_and_DPO()
    {
        RoleSet.Guarded.ShouldBe([Role.HeadTeacher, Role.DeputyHead, Role.SeniorLeader, Role.SafeguardingLead, Role.DataProtectionOfficer], ignoreOrder: true);
        RoleSet.SeniorLeadership.Except(RoleSet.Guarded).IsEmpty.ShouldBeTrue();
        RoleSet.StandingAuthorisation.Except(RoleSet.SeniorLeadership).IsEmpty.ShouldBeTrue();
    }
}
