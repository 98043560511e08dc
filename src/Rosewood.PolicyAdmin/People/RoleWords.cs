using System.Collections.Frozen;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.People;

/// <summary>The words for roles that people type: the roles' own names, the usual short ones, and the school's.</summary>
public sealed class RoleWords
{
    private readonly FrozenDictionary<string, Role> _roles;

    private RoleWords(FrozenDictionary<string, Role> roles) => _roles = roles;

    /// <summary>Without a school's own words.</summary>
    public static RoleWords BuiltIn { get; } = new(Usual().ToFrozenDictionary(StringComparer.Ordinal));

    /// <summary>These words and a school's own, which win.</summary>
    public RoleWords With(IEnumerable<KeyValuePair<string, Role>> school)
    {
        ArgumentNullException.ThrowIfNull(school);
        var all = new Dictionary<string, Role>(_roles, StringComparer.Ordinal);
        foreach (var (word, role) in school)
        {
            all[CsvColumn.Squeeze(word)] = role;
        }

        return new RoleWords(all.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>The role that a word stands for, or null. Case, spaces and dashes make no difference.</summary>
    public Role? Find(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return _roles.TryGetValue(CsvColumn.Squeeze(word), out var role) ? role : null;
    }

    private static Dictionary<string, Role> Usual()
    {
        var words = new Dictionary<string, Role>(StringComparer.Ordinal)
        {
            ["head"] = Role.HeadTeacher,
            ["headmaster"] = Role.HeadTeacher,
            ["headmistress"] = Role.HeadTeacher,
            ["principal"] = Role.HeadTeacher,
            ["deputy"] = Role.DeputyHead,
            ["deputyheadteacher"] = Role.DeputyHead,
            ["slt"] = Role.SeniorLeader,
            ["seniorleadership"] = Role.SeniorLeader,
            ["dsl"] = Role.SafeguardingLead,
            ["designatedsafeguardinglead"] = Role.SafeguardingLead,
            ["dpo"] = Role.DataProtectionOfficer,
            ["it"] = Role.Technician,
            ["ittechnician"] = Role.Technician,
            ["office"] = Role.Admin,
        };
        foreach (var role in Enum.GetValues<Role>())
        {
            words[role.ToString().ToLowerInvariant()] = role;
        }

        return words;
    }
}
