using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Storage;

namespace Rosewood.PolicyAdmin.Traffic.Import;

/// <summary>Stored visits as the archive of a <see cref="VisitBuilder"/>.</summary>
internal sealed class StoreArchive(VisitRecords visits, ServiceCatalogue catalogue) : IVisitArchive
{
    public (long From, long Until) Range() => visits.Range();

    public IReadOnlyList<OpenVisit> Find(VisitKey key, long from, long until) => visits.Find(key, catalogue.Services[key.Service].Name, from, until);
}
