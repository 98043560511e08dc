namespace Rosewood.PolicyAdmin.Governance.SubjectAccess;

/// <summary>All that the workspace has about a person, class by class.</summary>
internal static class PersonDataParts
{
    public static IReadOnlyList<PersonDataPart> Read(PersonDataSource source, CancellationToken cancellationToken) =>
    [
        .. RosterParts.Read(source),
        .. AccessParts.Read(source),
        .. TrafficParts.Read(source),
        .. FindingParts.Read(source),
        .. FamilyParts.Read(source),
        .. RegisterParts.Read(source),
        .. TenantParts.Read(source, cancellationToken),
        .. ReportParts.Read(source, cancellationToken),
        .. WorkspaceParts.Read(source),
        .. AuditParts.Read(source),
        // </data>
    ];
}
