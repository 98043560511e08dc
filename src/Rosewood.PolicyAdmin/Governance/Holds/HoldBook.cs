using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Governance.Data;
using Rosewood.PolicyAdmin.Storage.Expiry;

namespace Rosewood.PolicyAdmin.Governance.Holds;

/// <summary>
/// What the holds in force keep, in the words of each class's rows. A person is looked for by everything they were ever called: what a hold
/// keeps too much does less harm than what it loses.
/// </summary>
internal sealed class HoldBook
{
    private readonly CommandContext _context;
    private readonly IReadOnlyList<LegalHoldFact> _holds;
    private readonly Dictionary<string, IReadOnlyList<string>> _subjects = new(StringComparer.Ordinal);

    public HoldBook(CommandContext context)
    {
        _context = context;
        _holds = context.Store.LegalHolds.InForce();
    }

    /// <summary>What is kept of a class.</summary>
    public IReadOnlyList<HeldSubject> Of(DataClassName name) => [.. _holds
        .Where(h => h.Class is null || h.Class == name)
        .SelectMany(h => h.PersonId is { } id
            ? SubjectsOf(id).Select(s => new HeldSubject(s, h.From.UtcTicks, h.To.UtcTicks))
            : [new HeldSubject(Subject: null, h.From.UtcTicks, h.To.UtcTicks)])];

    /// <summary>Whether files of a time are kept. Nobody can tell whom a sealed file or a report is about: a hold about anybody keeps them.</summary>
    /// <param name="name">The files' class.</param>
    /// <param name="from">First instant.</param>
    /// <param name="until">First instant no longer.</param>
    public bool KeepsFile(DataClassName name, DateTimeOffset from, DateTimeOffset until) =>
        _holds.Any(h => (h.Class is null || h.Class == name) && h.From < until && from < h.To);

    private IReadOnlyList<string> SubjectsOf(string personId)
    {
        if (!_subjects.TryGetValue(personId, out var subjects))
        {
            _subjects.Add(personId, subjects = [.. new PersonTraces(_context, personId).All]);
        }

        return subjects;
    }
}
