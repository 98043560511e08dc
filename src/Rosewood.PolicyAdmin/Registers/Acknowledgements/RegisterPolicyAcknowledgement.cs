using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Registers.Files;

namespace Rosewood.PolicyAdmin.Registers.Acknowledgements;

/// <summary>
/// Records that members of staff have read the policy, and what else they say of themselves (TRN-1, CON-2, REL-3). Everybody records their
/// own; SLT, the admin team and technicians also others', and who recorded it stays with it.
/// </summary>
/// <example><code>Register-PolicyAcknowledgement -User n.ames -Statement PolicyRead,PrivacySettings,NotFriendsWithPupils,NamesNobody</code>All that the policy asks for, today.</example>
/// <example><code>Register-PolicyAcknowledgement -Path inset.csv -Date 2026-09-01 -Statement PolicyRead,PrivacySettings,NotFriendsWithPupils,NamesNobody -WhatIf</code>A whole training day from a file with a column User; what its cells say counts before what is typed.</example>
public sealed class RegisterPolicyAcknowledgement : PolicyRequest
{
    /// <summary>Members of staff: login name, UPN, full name or role. Default: who runs the command.</summary>
    public string[] User { get; set; } = [];

    /// <summary>The version of the policy that they had. Default: the one in policy.json.</summary>
    public string? Version { get; set; }

    /// <summary>The day on which they said it. Default: today.</summary>
    public TimeInput? Date { get; set; }

    /// <summary>What they said. Default: that they have read the policy.</summary>
    public AcknowledgedStatement[] Statement { get; set; } = [];

    /// <summary>
    /// Instead of -User: a CSV file with the column User, and optionally Date, Version and Statements. Whole, or not at all. What
    /// rosewood Get-PolicyAcknowledgement -As Csv wrote can be read back.
    /// </summary>
    [FilePath]
    public string Path { get; set; } = "";

    /// <inheritdoc/>
    public override void Validate()
    {
        RegisterText.Read(nameof(Version), Version);
        if (Path.Length > 0)
        {
            RegisterText.RefuseBoth(string.Concat(User));
        }
    }
}

internal sealed class RegisterPolicyAcknowledgementHandler : CommandHandler<RegisterPolicyAcknowledgement>
{
    private static readonly IReadOnlyList<CsvColumn> Columns = RegisterFile.Columns(
        [RegisterFile.User],
        ["Date", "Version", "Statements"],
        ["Id", "Status", "ValidUntil", "Outstanding", "RecordedBy", "RecordedAt"]);

    public override Task HandleAsync(RegisterPolicyAcknowledgement request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var people = context.LoadPeople();
        var now = context.Now.UtcTicks;
        var drafts = Drafts(request, context, people, sink, cancellationToken);
        var target = request.Path.Length > 0 ? request.Path : string.Join(", ", drafts.Select(d => PersonNames.Show(people, d.PersonId, now)));
        if (drafts.Count == 0 || !sink.ShouldProcess(target, RegisterFile.Describe(drafts.Count, "acknowledgement", "acknowledgements")))
        {
            return Task.CompletedTask;
        }

        var made = Record(drafts, context);
        var register = new AcknowledgementRegister(context.Store.Acknowledgements.LoadAll(), context.Config.Registers, RegisterPeriod.Day(context.Now, context.Workspace.Zone));
        foreach (var fact in made)
        {
            sink.Write(PolicyAcknowledgement.Of(fact, register, people, now, context.Workspace.Zone));
        }

        RegisterFile.TellKnown(drafts.Count - made.Count, sink);
        return Task.CompletedTask;
    }

    private static IReadOnlyList<AcknowledgementFact> Drafts(RegisterPolicyAcknowledgement request, CommandContext context, PeopleHistory people, ICommandSink sink, CancellationToken cancellationToken)
    {
        if (request.Path.Length > 0)
        {
            return RegisterFile.Read(request.Path, Columns, sink, row => OfRow(row, request, context, people), cancellationToken, static status => status is nameof(AcknowledgementStatus.Never));
        }

        string[] users = request.User.Length > 0 ? request.User : [context.Operator.Person?.UserPrincipalName ?? throw RegisterFaults.UserOrPath().ToException()];
        return [.. users.Select(u => Draft(u, request.Date, request.Version, request.Statement, context, people, new RegisterGuard())!).DistinctBy(static f => f.PersonId, StringComparer.Ordinal)];
    }

    /// <summary>What a row's cells say counts before what was typed.</summary>
    private static AcknowledgementFact? OfRow(RegisterRow row, RegisterPolicyAcknowledgement request, CommandContext context, PeopleHistory people)
    {
        var statements = row.Words<AcknowledgedStatement>("Statements");
        return Draft(
            row.Text("User") ?? "",
            row.Time("Date") ?? request.Date,
            row.Text("Version") ?? request.Version,
            statements.Length > 0 ? statements : request.Statement,
            context,
            people,
            row.Guard);
    }

    private static AcknowledgementFact? Draft(string user, TimeInput? date, string? version, AcknowledgedStatement[] statements, CommandContext context, PeopleHistory people, RegisterGuard guard)
    {
        var person = guard.Check("User", () => AcknowledgementRights.Require(people.Resolve(user, context.Now.UtcTicks), context.Operator, AcknowledgementRights.Keepers));
        var day = guard.Check("Date", () => RegisterPeriod.PastDay("Date", date, context.Now, context.Workspace.Zone));
        var text = guard.Check("Version", () => RegisterText.Read("Version", version));

        // Who read it before the version in force was made had another one.
        var had = text ?? (context.Config.Registers.PolicyDate is { } since && day < since ? null : context.Config.Registers.PolicyVersion);
        return guard.HasFailed || person is null ? null : new AcknowledgementFact
        {
            Id = "",
            PersonId = person.Id,
            Date = day,
            Version = had,
            Statements = statements.Length == 0 ? [AcknowledgedStatement.PolicyRead] : [.. statements.Distinct().Order()],
            RecordedBy = context.Operator.Id,
            RecordedAt = context.Now,
        };
    }

    private static List<AcknowledgementFact> Record(IReadOnlyList<AcknowledgementFact> drafts, CommandContext context)
    {
        using var change = context.BeginChange();
        var known = context.Store.Acknowledgements.LoadAll().Select(KeyOf).ToHashSet();
        var made = new List<AcknowledgementFact>();
        foreach (var draft in drafts.Where(d => known.Add(KeyOf(d))))
        {
            var fact = draft with { Id = context.Store.Acknowledgements.NextId(change), RecordedAt = change.Origin.At };
            context.Store.Acknowledgements.Add(change, fact);
            change.Audit("TRN-1", $"{fact.Id} {fact.PersonId}", before: null, fact);
            made.Add(fact);
        }

        if (made.Count > 0)
        {
            change.Commit();
        }

        return made;
    }

    private static (string PersonId, DateOnly Date, string? Version, string Statements) KeyOf(AcknowledgementFact fact) =>
        (fact.PersonId, fact.Date, fact.Version, string.Join(';', fact.Statements));
}
