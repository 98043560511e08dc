namespace Rosewood.PolicyAdmin.Traffic.Import;

/// <summary>Visits that are stored already and may still grow.</summary>
internal interface IVisitArchive
{
    /// <summary>The earliest beginning of a stored visit and the latest end; empty (from after until) when there is none.</summary>
    (long From, long Until) Range();

    /// <summary>Stored visits of a key that reach into [from, until].</summary>
    IReadOnlyList<OpenVisit> Find(VisitKey key, long from, long until);
}
