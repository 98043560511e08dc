using Rosewood.PolicyAdmin.Graph;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Workspace.Reading;

/// <summary>The Microsoft 365 tenant.</summary>
internal static class TenantSection
{
    private static readonly ConfigValue<Role> Role = ConfigValues.Word<Role>();
    private static readonly ConfigValue<TenantSource> Source = ConfigValues.Word<TenantSource>();

    public static readonly ConfigValue<TenantConfig> Tenant = ConfigObject.Of(static o =>
    {
        var none = new TenantConfig { TenantId = "", ClientId = default };
        var tenant = new TenantConfig
        {
            TenantId = o.Required("tenantId", TenantId),
            ClientId = o.Required("clientId", ConfigValues.Id),
            Authentication = o.Optional("authentication", ConfigValues.Word<TenantAuthentication>(), TenantAuthentication.DeviceCode),
            CertificateThumbprint = o.Optional("certificateThumbprint", ConfigValues.Thumbprint, fallback: null!),
            CertificatePath = o.Optional("certificatePath", ConfigValues.Line, fallback: null!),
            SenderMailbox = o.Optional("senderMailbox", ConfigValues.Mail, fallback: null!),
            Authority = o.Optional("authority", ConfigValues.Service, fallback: null!),
            GraphBaseUrl = o.Optional("graphBaseUrl", ConfigValues.Service, fallback: null!),
            StaffGroup = o.Optional<Guid?>("staffGroup", static (n, p) => ConfigValues.Id(n, p), fallback: null),
            RoleGroups = o.Optional("roleGroups", RoleGroups, none.RoleGroups),
            Sources = [.. o.Texts("sources", static (n, p) => Source(n, p).ToString()).Select(Enum.Parse<TenantSource>)],
        };
        var named = (tenant.CertificateThumbprint is null ? 0 : 1) + (tenant.CertificatePath is null ? 0 : 1);
        if (o.IsSound && named != (tenant.Authentication == TenantAuthentication.Certificate ? 1 : 0))
        {
            o.Refuse("authentication", "Certificate needs one of certificateThumbprint and certificatePath; the other ways to sign in need neither.");
        }

        return tenant;
    });

    private static IReadOnlyDictionary<Guid, Role> RoleGroups(ConfigNode node, ConfigProblems problems)
    {
        var roles = new Dictionary<Guid, Role>();
        if (node.Kind != ConfigKind.Object)
        {
            problems.Add(node, $"an object in braces belongs here, not {ConfigValues.Describe(node)}. Write a group's id and the role, such as \"11111111-2222-3333-4444-555555555555\": \"Teacher\".");
            return roles;
        }

        foreach (var member in node.Members)
        {
            var role = Role(member.Value, problems);
            if (!ConfigFormats.TryId(member.Key, out var group))
            {
                problems.Add(member.KeyOffset, node.PathOf(member.Key), "this is no group's id. Write its object id as the admin centre shows it: 8-4-4-4-12 hexadecimal digits.");
            }
            else if (!roles.TryAdd(group, role))
            {
                problems.Add(member.KeyOffset, node.PathOf(member.Key), "this group stands here twice. Remove one.");
            }
        }

        return roles;
    }

    private static string TenantId(ConfigNode node, ConfigProblems problems)
    {
        if (node.Kind == ConfigKind.Text && (ConfigFormats.TryId(node.Text, out _) || ConfigFormats.TryHost(node.Text, out _)))
        {
            return node.Text.ToLowerInvariant();
        }

        problems.Add(node, $"{ConfigValues.Describe(node)} is no tenant. Write its id (8-4-4-4-12 hexadecimal digits) or a domain of it such as rosewood.onmicrosoft.com.");
        return "";
    }
}
