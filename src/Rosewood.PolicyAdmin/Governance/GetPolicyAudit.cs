using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Governance.Holds;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Registers;
using Rosewood.PolicyAdmin.Registers.Recruitment;
using Rosewood.PolicyAdmin.Safeguarding;

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
    private const string Unsaid = "(withheld)";
    private const string Withheld = "(for those who may read the register)";

    public override Task HandleAsync(GetPolicyAudit request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var zone = context.Workspace.Zone;
        var names = new OperatorNames(context.LoadPeople(), context.Store.Audit.Operators(), context.Now.UtcTicks);
        var ids = request.User is null ? null : names.IdsOf(request.User);
        var (from, to) = Interval(request, zone);
        var reader = context.Operator;
        var known = reader.Roles.Overlaps(KnownConcerns.Watched) ? KnownConcerns.Of(context, reader.Person?.Id) : null;
        var rows = context.Store.Audit.Read(from, to)
            .Where(r => (ids is null || ids.Contains(r.OperatorId)) && IsWanted(request.Command, r.Command))
            .Where(r => !IsOfUnknownConcern(r) || (ids is null && request.Command.Length == 0));
        foreach (var row in request.Last is { } last ? rows.TakeLast(last) : rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var entry = Show(row, names, zone, reader);
            sink.Write(IsOfUnknownConcern(row) ? entry with { Operator = Unsaid, Command = Unsaid, Clause = Unsaid, Subject = Unsaid, Before = null, After = null } : entry);
        }

        return Task.CompletedTask;

        // A concern may be about whoever reads this: then neither that there is one, nor who reported or opened it, is told to them.
        bool IsOfUnknownConcern(AuditRow row) => known is not null && row.Command.EndsWith("-SafeguardingConcern", StringComparison.Ordinal)
            && !known.Contains(row.Subject) && !string.Equals(row.OperatorId, reader.Id, StringComparison.Ordinal);
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

    private static AuditEntry Show(AuditRow row, OperatorNames names, TimeZoneInfo zone, Operator reader)
    {
        var hidden = (ReadersOf(row) is { } readers && !reader.Roles.Overlaps(readers)) || IsHoldOf(row, reader);
        return new AuditEntry(
            row.Sequence,
            TimeZoneInfo.ConvertTime(row.At, zone),
            names.NameOf(row.OperatorId, row.At.UtcTicks),
            row.Command,
            row.Clause,
            hidden ? row.Subject.Split(' ')[0] : row.Subject,
            Value(row.BeforeDigest, row.Before, hidden),
            Value(row.AfterDigest, row.After, hidden),
            Convert.ToHexStringLower(row.Hash));
    }

    /// <summary>Who may read the register behind a clause, also as values in the trail, and whom an entry is about; null: whoever reads the trail.</summary>
    private static RoleSet? ReadersOf(AuditRow row) => IsHold(row) ? CommandTable.HoldKeepers : row.Clause switch
    {
        "SAF-1" => RoleSet.Of(Role.SafeguardingLead),
        "REL-1" or "REL-2" => FamilyLinkBook.Readers,
        "REC-1" => RecruitmentRules.Keepers,
        _ => null,
    };

    private static bool IsHold(AuditRow row) => row.Command is "Set-PolicyLegalHold" or "Clear-PolicyLegalHold";

    /// <summary>Whether it is about a hold on the reader's own records, which is kept from them.</summary>
    private static bool IsHoldOf(AuditRow row, Operator reader) => IsHold(row) && reader.Person is { } person
        && (row.Subject.EndsWith(' ' + person.Id, StringComparison.Ordinal)
            || new[] { row.Before, row.After }.Any(v => v?.Contains($"\"{nameof(LegalHoldFact.PersonId)}\":\"{person.Id}\"", StringComparison.Ordinal) == true));

    private static string? Value(byte[]? digest, string? value, bool hidden) =>
        digest is null ? value : hidden ? Withheld : value ?? Erased;
}
