using Rosewood.PolicyAdmin.Access;

namespace Rosewood.PolicyAdmin.Reporting;

/// <summary>Sorts the grants that touch the period, or stand when the report is made.</summary>
internal static class GrantSections
{
    public static ReportGrants From(ReportMaterial material)
    {
        var grants = material.Grants
            .OrderBy(g => g.From)
            .ThenBy(g => g.Id, StringComparer.Ordinal)
            .ToLookup(g => g.Status);
        return new ReportGrants(
            [.. grants[GrantStatus.Active]],
            [.. grants[GrantStatus.Pending]],
            [.. grants[GrantStatus.Expired].Where(g => g.Until > material.Period.From || g.RevokedAt >= material.Period.From)],
            [.. grants[GrantStatus.Revoked].Where(g => (g.RevokedAt ?? g.Until) >= material.Period.From)]);
    }

    /// <summary>The grants of the report, whatever their state.</summary>
    public static IEnumerable<AccessGrant> All(this ReportGrants grants) =>
        grants.InForce.Concat(grants.Pending).Concat(grants.Ended).Concat(grants.Revoked);

    /// <summary>Whether its authoriser has not said yes or no yet.</summary>
    public static bool IsUnconfirmed(this AccessGrant grant) =>
        grant.Confirmation == ConfirmationState.Unconfirmed && grant.Status != GrantStatus.Revoked;

    /// <summary>Whether it was revoked before its authoriser had said yes or no.</summary>
    public static bool IsRevokedUnconfirmed(this AccessGrant grant) =>
        grant.Confirmation == ConfirmationState.Unconfirmed && grant.Status == GrantStatus.Revoked;

    /// <summary>What it covers, in words.</summary>
    public static string ServicesInWords(this AccessGrant grant) =>
        grant.Services.Count == 0 ? "every service" : ReportWords.List(grant.Services, most: 12);
}
