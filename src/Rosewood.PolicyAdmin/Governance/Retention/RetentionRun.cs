using System.Globalization;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Governance.Data;
using Rosewood.PolicyAdmin.Governance.Holds;
using Rosewood.PolicyAdmin.Storage;

namespace Rosewood.PolicyAdmin.Governance.Retention;

/// <summary>
/// One run of retention: class after class, each removal committed with its entry in the audit trail, then the file rebuilt, then the run
/// noted. Wherever it is stopped, the next run finds what is left: nothing of a plan is kept between them.
/// </summary>
internal sealed class RetentionRun
{
    private const string Clause = "GOV-1";

    /// <summary>Children before what they are judged by: visits before grants, findings before people, and the trail last of all.</summary>
    private static readonly DataClassName[] Order =
    [
        DataClassName.Visits, DataClassName.ProhibitedContent, DataClassName.LogCounts, DataClassName.SignInReviews, DataClassName.CorrespondenceReviews, DataClassName.Dismissals,
        DataClassName.TextMessages, DataClassName.Absences, DataClassName.Declarations, DataClassName.ContactAgreements, DataClassName.FamilyContacts, DataClassName.Grants,
        DataClassName.BlockRecords, DataClassName.FilteringReviews, DataClassName.ReportMails, DataClassName.ReportSchedules, DataClassName.Incidents, DataClassName.SafeguardingConcerns,
        DataClassName.Acknowledgements, DataClassName.RecruitmentRecords, DataClassName.UnsuccessfulCandidates, DataClassName.Rulings, DataClassName.LegalHolds, DataClassName.Devices, DataClassName.Roster,
        DataClassName.TenantRecords, DataClassName.Reports, DataClassName.AuditValues, DataClassName.AuditTrail,
    ];

    private readonly CommandContext _context;
    private readonly ICommandSink _sink;
    private readonly HoldBook _holds;
    private readonly RetentionLook _look;
    private bool _isDeclined;

    public RetentionRun(CommandContext context, ICommandSink sink)
    {
        _context = context;
        _sink = sink;

        // Read before anything goes: by whose logins a hold looks is known from the roster as it is now.
        _holds = new HoldBook(context);
        _look = new RetentionLook(context, _holds);
    }

    /// <summary>Classes with a time that this run takes care of.</summary>
    internal static IReadOnlyList<DataClassName> Covered => Order;

    public void Run(CancellationToken cancellationToken)
    {
        var results = new List<ExpiredData>();
        foreach (var name in Order)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var result = RunClass(DataClasses.Of(name), cancellationToken);
            results.Add(result);
            if (result.Expired > 0)
            {
                _sink.Write(result);
            }
        }

        Finish(results);
    }

    private ExpiredData RunClass(DataClass data, CancellationToken cancellationToken)
    {
        var result = _look.At(data);
        if (result.Expired == result.Held)
        {
            return result;
        }

        var action = string.Create(CultureInfo.InvariantCulture, $"Remove {result.Expired - result.Held:N0} from before {result.Before:yyyy-MM-dd}");
        if (!_sink.ShouldProcess(data.Name.ToString(), action))
        {
            _isDeclined = true;
            return result;
        }

        return result with { Removed = Remove(data.Name, result, cancellationToken) };
    }

    private long Remove(DataClassName name, ExpiredData found, CancellationToken cancellationToken) => name switch
    {
        DataClassName.TenantRecords => RemoveFiles(found, new ExpiredSlices(_context, _holds).Remove),
        DataClassName.Reports => RemoveFiles(found, () => new ExpiredReports(_context, _holds).Remove(found.Before)),
        DataClassName.AuditValues => RemoveValues(found),
        DataClassName.AuditTrail => CutTrail(found),
        _ => RemoveRows(name, found, cancellationToken),
    };

    private long RemoveRows(DataClassName name, ExpiredData found, CancellationToken cancellationToken)
    {
        var scope = _look.Scope(name, found.Before);
        for (var total = 0L; ;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var change = _context.BeginChange();
            var removed = _context.Store.Expiry.Remove(change, name, scope);
            if (removed == 0)
            {
                return total;
            }

            Record(change, $"retention {name}", found, removed);
            total += removed;
            _sink.Progress(new CommandProgress($"Removing {name}", total, found.Expired - found.Held, ""));
        }
    }

    /// <summary>The entry comes before the files go: one that says more than was done is mended by the next run, one that says less by nobody.</summary>
    private long RemoveFiles(ExpiredData found, Func<long> remove)
    {
        using (var change = _context.BeginChange())
        {
            Record(change, $"retention {found.Class}", found, found.Expired - found.Held);
        }

        return remove();
    }

    private long RemoveValues(ExpiredData found)
    {
        using var change = _context.BeginChange();
        var (removed, upTo) = _context.Store.Audit.EraseValues(change, found.Before, _holds.Of(DataClassName.AuditValues));
        Record(change, AuditCut.ErasedSubject(upTo), found, removed);
        return removed;
    }

    private long CutTrail(ExpiredData found)
    {
        using var change = _context.BeginChange();
        if (_context.Store.Audit.Cut(change, found.Before, _holds.Of(DataClassName.AuditTrail)) is not { } cut)
        {
            return 0;
        }

        Record(change, cut.Subject, found, found.Expired - found.Held);
        return found.Expired - found.Held;
    }

    private void Record(StoreChange change, string subject, ExpiredData found, long removed)
    {
        RetentionState.SetCompactionPending(_context.Store, change);
        change.Audit(Clause, subject, before: null, new { Class = found.Class.ToString(), found.Kept, found.Before, Removed = removed, found.Held });
        change.Commit();
    }

    private void Finish(List<ExpiredData> results)
    {
        if (_isDeclined || !_sink.ShouldProcess("store.db", "Give the room back, so that nothing of what was removed is left in the file, and note the run"))
        {
            return;
        }

        if (RetentionState.IsCompactionPending(_context.Store) && !_context.Store.Compact())
        {
            _sink.Report(RetentionFaults.StillRead(_context.Store.FilePath));
            return;
        }

        using (var change = _context.BeginChange())
        {
            RetentionState.SetLastRun(_context.Store, change);
            change.Audit(Clause, "retention run", before: null, new { Removed = results.Sum(static r => r.Removed), Held = results.Sum(static r => r.Held) });
            change.Commit();
        }

        if (results.Sum(static r => r.Held) is > 0 and var held)
        {
            _sink.Warn(string.Create(CultureInfo.InvariantCulture, $"{held:N0} stay beyond their time by a legal hold. Get-PolicyLegalHold lists the holds for the data protection officer and SLT."));
        }
    }
}
