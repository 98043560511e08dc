using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Workspace.Reading;

/// <summary>The school's own words for roles.</summary>
internal static class RoleNamesSection
{
    private static readonly ConfigValue<Role> Role = ConfigValues.Word<Role>();

    public static IReadOnlyDictionary<string, Role> Read(ConfigNode node, ConfigProblems problems)
    {
        var names = new Dictionary<string, Role>(StringComparer.OrdinalIgnoreCase);
        if (node.Kind != ConfigKind.Object)
        {
            problems.Add(node, $"an object in braces belongs here, not {ConfigValues.Describe(node)}. Write the school's word and the role, such as \"Class teacher\": \"Teacher\".");
            return names;
        }

        foreach (var member in node.Members)
        {
            Add(node, member, names, problems);
        }

        return names;
    }

    private static void Add(ConfigNode node, ConfigMember member, Dictionary<string, Role> names, ConfigProblems problems)
    {
        var path = node.PathOf(member.Key);
        var role = Role(member.Value, problems);
        if (!ConfigFormats.TryName(member.Key, out var name))
        {
            problems.Add(member.KeyOffset, path, "this is no name for a role. Write 1 to 200 characters, without line breaks and without blanks at the ends.");
        }
        else if (Enum.TryParse<Role>(name, ignoreCase: true, out var own) && !char.IsAsciiDigit(name[0]) && own != role)
        {
            problems.Add(member.KeyOffset, path, $"{own} is a role of its own and can't mean another. Remove this entry, or use another word.");
        }
        else if (!names.TryAdd(name, role))
        {
            problems.Add(member.KeyOffset, path, "this word stands here twice; capitals make no difference. Remove one.");
        }
    }
}
