using Rosewood.Tenancy.Server;

namespace Rosewood.Tenancy.Reports;

/// <summary>The refusal of reports in a tenant without Entra ID P1.</summary>
internal static class ReportLicence
{
    public static void Check(GraphRequest request)
    {
        if (!request.State.Options.PremiumLicence)
        {
            throw new GraphException(403, "Authentication_RequestFromNonPremiumTenantOrB2CTenant", "Neither tenant is B2C or tenant doesn't have premium license");
        }
    }
}
