using System.Globalization;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.People;

/// <summary>Imports the roster of staff from a CSV file or from the tenant: whole, or not at all.</summary>
/// <example><code>Import-PolicyPerson -Path staff.csv -WhatIf</code>Shows what the file would change.</example>
/// <example><code>Import-PolicyPerson -Path staff.csv</code>Imports it.</example>
/// <example><code>Import-PolicyPerson -FromTenant -WhatIf</code>Shows what would change by what was last fetched from the tenant.</example>
public sealed class ImportPolicyPerson : PolicyRequest
{
    /// <summary>
    /// The CSV file, with the columns UserPrincipalName, DisplayName and Roles, and optionally LoginNames, PersonalAddresses, WorkPhone,
    /// StartDate and EndDate. Lists are parted by <c>;</c>, dates are yyyy-MM-dd. A column that the file lacks leaves the roster's values.
    /// </summary>
    [FilePath]
    public string Path { get; set; } = "";

    /// <summary>Instead of a file, what Sync-PolicyTenant -Source People fetched from the tenant last.</summary>
    public bool FromTenant { get; set; }

    /// <inheritdoc/>
    public override void Validate()
    {
        if (!FromTenant)
        {
            ImportFaults.RequirePath(Path, "staff.csv");
        }
        else if (Path.Length > 0)
        {
            throw ImportFaults.PathOrTenant(Path).ToException();
        }
    }
}

internal sealed class ImportPolicyPersonHandler : CommandHandler<ImportPolicyPerson>
{
    private const int Named = 10;

    public override Task HandleAsync(ImportPolicyPerson request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var table = request.FromTenant ? TenantPeople.Read(context, sink) : CsvTable.Open(request.Path, PersonFile.Columns, sink);
        var rows = new PersonFile(table, context.RoleWords(), context.Config.School.MailDomains).Read(cancellationToken);
        var plan = Plan(table, rows, context, context.Now.UtcTicks);
        WarnOf(plan.Suspensions, sink);
        if (plan.ChangesAnything)
        {
            var told = plan.Suspensions.Select(s => s.After.UserPrincipalName).ToHashSet(StringComparer.Ordinal);
            if (!sink.ShouldProcess(request.FromTenant ? "tenant" : request.Path, Describe(plan)))
            {
                return Task.CompletedTask;
            }

            plan = Apply(table, rows, context, cancellationToken);
            WarnOf(plan.Suspensions.Where(s => !told.Contains(s.After.UserPrincipalName)), sink);
        }

        Tell(plan, sink);
        sink.Write(new PersonImport(request.FromTenant ? "tenant" : request.Path, rows.Count, plan.Added, plan.Changed, rows.Count - plan.Added - plan.Changed, plan.Missing.Count, plan.Waiting));
        return Task.CompletedTask;
    }

    private static RosterPlan Plan(CsvTable table, IReadOnlyList<PersonRow> rows, CommandContext context, long utcTicks)
    {
        var plan = new RosterPlan(rows, context.LoadPeople(), context.Store.People.WaitingChanges(), utcTicks);
        plan.AddClashesTo(table.Problems);
        table.ThrowIfInvalid();
        return plan;
    }

    private static RosterPlan Apply(CsvTable table, IReadOnlyList<PersonRow> rows, CommandContext context, CancellationToken cancellationToken)
    {
        using var change = context.BeginChange();

        // Another command may have changed the roster while a person was asked: what counts is what stands now.
        var plan = Plan(table, rows, context, change.Origin.At.UtcTicks);
        if (!plan.ChangesAnything)
        {
            return plan;
        }

        var people = context.Store.People;
        var effectiveFrom = plan.IsFirst ? 0 : change.Origin.At.UtcTicks;
        foreach (var step in plan.Steps)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var after = step.After;
            if (step.Writes)
            {
                after = people.Append(change, step.After, effectiveFrom);
                change.Audit("GOV-1", after.Id, step.Before, after);
            }

            if (!step.Suspended.IsEmpty)
            {
                change.Audit("USE-1", after.Id, step.Suspended, RoleSet.None);
            }

            if (step.Supersedes is { } earlier)
            {
                people.Decide(change, earlier.Id, PolicyChangeStatus.Superseded);
                change.Audit("USE-1", $"{earlier.Id} {after.Id}", earlier, PolicyChangeStatus.Superseded);
            }

            if (step.Proposes)
            {
                var proposal = people.Propose(change, step.Proposal! with { PersonId = after.Id, RequestedBy = change.Origin.OperatorId, RequestedAt = change.Origin.At });
                change.Audit("USE-1", $"{proposal.Id} {after.Id}", before: null, proposal);
            }
        }

        change.Commit();
        return plan;
    }

    private static string Describe(RosterPlan plan) => string.Create(
        CultureInfo.InvariantCulture,
        $"Import the roster: {plan.Added} new, {plan.Changed} changed, {plan.Steps.Count - plan.Added - plan.Changed} unchanged, {plan.Waiting} waiting for confirmation");

    private static void Tell(RosterPlan plan, ICommandSink sink)
    {
        if (plan.Missing.Count > 0)
        {
            sink.Warn($"On the roster but not in the file, and left as they are: {Names(plan.Missing)}. Give those who have left an EndDate.");
        }

        if (plan.Waiting > 0)
        {
            var about = Names([.. plan.Steps.Where(s => s.Proposal is not null).Select(s => s.After)]);
            sink.Warn($"Senior, safeguarding and data protection roles, and login names of those who hold them, wait for a member of SLT: {about}. They see and confirm them with Confirm-PolicyChange.");
        }
    }

    /// <summary>Who has left must not keep rights until somebody confirms it; so it counts at once, and is said aloud.</summary>
    private static void WarnOf(IEnumerable<RosterStep> suspensions, ICommandSink sink)
    {
        foreach (var step in suspensions)
        {
            var dates = new[] { Column(nameof(Person.StartDate), step.Before?.StartDate, step.After.StartDate), Column(nameof(Person.EndDate), step.Before?.EndDate, step.After.EndDate) };
            sink.Warn($"{step.After.DisplayName} held {string.Join(", ", step.Suspended)}; by the file's {string.Join(" and ", dates.OfType<string>())} that ends at once, without anybody's confirmation: SLT should know.");
        }

        static string? Column(string name, DateOnly? before, DateOnly? after) =>
            after is { } day && after != before ? string.Create(CultureInfo.InvariantCulture, $"{name} {day:yyyy-MM-dd}") : null;
    }

    private static string Names(IReadOnlyList<Person> people) =>
        string.Join(", ", people.Take(Named).Select(p => p.DisplayName))
        + (people.Count > Named ? string.Create(CultureInfo.InvariantCulture, $" and {people.Count - Named} more") : "");
}
