namespace Rosewood.PolicyAdmin.Workspace.Reading;

/// <summary>The Microsoft 365 tenant.</summary>
internal static class TenantSection
{
    public static readonly ConfigValue<TenantConfig> Tenant = ConfigObject.Of(static o =>
    {
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
        };
        var named = (tenant.CertificateThumbprint is null ? 0 : 1) + (tenant.CertificatePath is null ? 0 : 1);
        if (o.IsSound && named != (tenant.Authentication == TenantAuthentication.Certificate ? 1 : 0))
        {
            o.Refuse("authentication", "Certificate needs one of certificateThumbprint and certificatePath; the other ways to sign in need neither.");
        }

        return tenant;
    });

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
