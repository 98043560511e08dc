using System.Collections;

namespace Rosewood.PolicyAdmin.People;

/// <summary>A set of roles, as a value.</summary>
public readonly record struct RoleSet : IEnumerable<Role>
{
    private readonly uint _bits;

    private RoleSet(uint bits) => _bits = bits;

    /// <summary>No role.</summary>
    public static RoleSet None => default;

    /// <summary>Every role: whoever holds any.</summary>
    public static RoleSet All { get; } = new((1u << ((int)Role.Governor + 1)) - 1);

    /// <summary>The senior leadership team: those who may authorise (USE-1).</summary>
    public static RoleSet SeniorLeadership { get; } = Of(Role.HeadTeacher, Role.DeputyHead, Role.SeniorLeader);

    /// <summary>Those with the standing authorisation on school mobiles (USE-3).</summary>
    public static RoleSet StandingAuthorisation { get; } = Of(Role.HeadTeacher, Role.DeputyHead);

    /// <summary>Roles that wait for a second person's confirmation when given or taken.</summary>
    public static RoleSet Guarded { get; } = SeniorLeadership.With(Role.SafeguardingLead).With(Role.DataProtectionOfficer);

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => _bits == 0;

    /// <summary>A set of these roles.</summary>
    public static RoleSet Of(params ReadOnlySpan<Role> roles)
    {
        uint bits = 0;
        foreach (var role in roles)
        {
            bits |= 1u << (int)role;
        }

        return new RoleSet(bits);
    }

    /// <summary>This set and one more role.</summary>
    public RoleSet With(Role role) => new(_bits | (1u << (int)role));

    /// <summary>This set less one role.</summary>
    public RoleSet Without(Role role) => new(_bits & ~(1u << (int)role));

    /// <summary>Both sets together.</summary>
    public RoleSet Union(RoleSet other) => new(_bits | other._bits);

    /// <summary>What is in both.</summary>
    public RoleSet Intersect(RoleSet other) => new(_bits & other._bits);

    /// <summary>What is here and not in the other.</summary>
    public RoleSet Except(RoleSet other) => new(_bits & ~other._bits);

    /// <summary>Whether a role is in the set.</summary>
    public bool Contains(Role role) => (_bits & (1u << (int)role)) != 0;

    /// <summary>Whether any role is in both sets.</summary>
    public bool Overlaps(RoleSet other) => (_bits & other._bits) != 0;

    /// <inheritdoc/>
    public IEnumerator<Role> GetEnumerator()
    {
        for (var (role, rest) = (0, _bits); rest != 0; role++, rest >>= 1)
        {
            if ((rest & 1) != 0)
            {
                yield return (Role)role;
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The roles' names, joined by <c>;</c>.</summary>
    public override string ToString() => string.Join(';', this);
}
