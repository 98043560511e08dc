using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Governance;

/// <summary>Shows the audit trail: who did what, when, for which clause, with the states before and after.</summary>
/// <example><code>Get-PolicyAudit -Last 20</code>The last twenty entries.</example>
/// <example><code>Get-PolicyAudit -From 2026-11-01 -Command Grant-*,Revoke-*</code>Who gave and took access since a day.</example>
public sealed class GetPolicyAudit : PolicyRequest
{
    /// <summary>First moment. Default: the beginning.</summary>
    public TimeInput? From { get; set; }

    /// <summary>End, not included; a date alone includes its day. Default: now.</summary>
    public TimeInput? To { get; set; }

    /// <summary>Only what this person or account did.</summary>
    public string? User { get; set; }

    /// <summary>Only these commands; <c>*</c> stands for anything.</summary>
    public string[] Command { get; set; } = [];

    /// <summary>Only the last so many. Default: all.</summary>
    public int? Last { get; set; }

    /// <inheritdoc/>
    public override void Validate()
    {
        if (Last is <= 0)
        {
            throw CommandFaults.LastInvalid("entries").ToException();
        }
    }
}

/// <summary>Runs <see cref="GetPolicyAudit"/>.</summary>
internal sealed class GetPolicyAuditHandler : CommandHandler<GetPolicyAudit>
{
    private const string Erased = "(erased)";
    private const string Withheld = "(withheld)";
    private const string ForReaders = "(for those who may read the register)";

    public override Task HandleAsync(GetPolicyAudit request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var zone = context.Workspace.Zone;
        var names = new OperatorNames(context.LoadPeople(), context.Store.Audit.Operators(), context.Now.UtcTicks);
        var ids = request.User is null ? null : names.IdsOf(request.User);
        var (from, to) = Interval(request, zone);
        var sight = new AuditSight(context);

        // What was asked for by command or person would show what it is by coming up.
        var isFiltered = ids is not null || request.Command.Length > 0;
        var rows = context.Store.Audit.Read(from, to)
            .Where(r => (ids is null || ids.Contains(r.OperatorId)) && IsWanted(request.Command, r.Command))
            .Where(r => !isFiltered || !sight.IsWithheld(r));
        foreach (var row in request.Last is { } last ? rows.TakeLast(last) : rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            sink.Write(Show(row, sight, names, zone));
        }

        return Task.CompletedTask;
    }

    private static (DateTimeOffset? From, DateTimeOffset? To) Interval(GetPolicyAudit request, TimeZoneInfo zone)
    {
        var (from, to) = (request.From?.ToStart(zone), request.To?.ToEnd(zone));
        return from >= to
            ? throw new Fault("IntervalEmpty", FaultKind.InvalidArgument, $"{request.From} to {request.To}", "The end lies before the begin. Swap -From and -To, or correct one of them.").ToException()
            : (from, to);
    }

    private static bool IsWanted(string[] commands, string command) =>
        commands.Length == 0 || Array.Exists(commands, c => System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(c, command));

    private static AuditEntry Show(AuditRow row, AuditSight sight, OperatorNames names, TimeZoneInfo zone)
    {
        var at = TimeZoneInfo.ConvertTime(row.At, zone);
        var hash = Convert.ToHexStringLower(row.Hash);
        if (sight.IsWithheld(row))
        {
            return new AuditEntry(row.Sequence, at, Withheld, Withheld, Withheld, Withheld, Before: null, After: null, hash);
        }

        var isHidden = sight.IsHidden(row);
        return new AuditEntry(
            row.Sequence,
            at,
            names.NameOf(row.OperatorId, row.At.UtcTicks),
            row.Command,
            row.Clause,
            isHidden ? row.Subject.Split(' ')[0] : row.Subject,
            Value(row.BeforeDigest, row.Before, isHidden),
            Value(row.AfterDigest, row.After, isHidden),
            hash);
    }

    private static string? Value(byte[]? digest, string? value, bool hidden) =>
        digest is null ? value : hidden ? ForReaders : value ?? Erased;
}
