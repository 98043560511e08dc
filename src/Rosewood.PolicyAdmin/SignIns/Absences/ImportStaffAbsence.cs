using System.Globalization;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.SignIns.Absences;

/// <summary>
/// Imports from a CSV file when members of staff were absent: whole, or not at all. Only where <c>signIns.useAbsences</c> in policy.json is
/// on, since nothing is kept that is not used. Why somebody was absent is never read.
/// </summary>
/// <example><code>Import-StaffAbsence -Path absences.csv</code>Adds and corrects what the file has.</example>
/// <example><code>Import-StaffAbsence -Path absences.csv -RemoveMissing -WhatIf</code>Shows what would change if the file were the whole register.</example>
public sealed class ImportStaffAbsence : PolicyRequest
{
    /// <summary>
    /// The CSV file, with the columns UserPrincipalName, From and To: dates (yyyy-MM-dd, both days included) or times, the school's local time
    /// unless they have an offset. An absence that goes on is given the end that is expected.
    /// </summary>
    [FilePath]
    public string Path { get; set; } = "";

    /// <summary>The file is the whole register: recorded absences that it lacks are taken out. Without it they stay.</summary>
    public bool RemoveMissing { get; set; }

    /// <inheritdoc/>
    public override void Validate() => ImportFaults.RequirePath(Path, "absences.csv");
}

internal sealed class ImportStaffAbsenceHandler : CommandHandler<ImportStaffAbsence>
{
    private const string Clause = "LOG-1";

    public override Task HandleAsync(ImportStaffAbsence request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        if (!context.Config.SignIns.UseAbsences)
        {
            throw new Fault(
                "AbsencesNotInUse",
                FaultKind.Conflict,
                request.Path,
                "This school does not use absences, and what is not used is not kept: nothing was read. Where the data protection officer agrees that they may count as evidence, set \"signIns\": { \"useAbsences\": true } in policy.json and import the file again.").ToException();
        }

        var table = CsvTable.Open(request.Path, AbsenceFile.Columns, sink, AbsenceFile.WhyOnlyTimes);
        var rows = new AbsenceFile(table, context.LoadPeople(), context.Workspace.Zone, context.Now.UtcTicks).Read(cancellationToken);
        table.ThrowIfInvalid();
        var plan = Plan(rows, request, context);
        if (plan.ChangesAnything)
        {
            if (!sink.ShouldProcess(request.Path, Describe(plan)))
            {
                return Task.CompletedTask;
            }

            plan = Apply(rows, request, context);
        }

        var stay = plan.Missing.Count - plan.Removed.Count;
        if (stay > 0)
        {
            // Numbers alone: who imports need not be one of those who may read the register.
            sink.Warn(string.Create(CultureInfo.InvariantCulture, $"{stay} recorded {(stay == 1 ? "absence is" : "absences are")} not in the file, and left as they are. Where the file is the whole register, import it with -RemoveMissing."));
        }

        sink.Write(new AbsenceImport(request.Path, rows.Count, plan.Added, plan.Changed, plan.Unchanged, stay, plan.Removed.Count));
        return Task.CompletedTask;
    }

    private static AbsencePlan Plan(IReadOnlyList<AbsenceRow> rows, ImportStaffAbsence request, CommandContext context) =>
        new(rows, context.Store.Absences.Load(), request.RemoveMissing);

    private static AbsencePlan Apply(IReadOnlyList<AbsenceRow> rows, ImportStaffAbsence request, CommandContext context)
    {
        using var change = context.BeginChange();

        // Another command may have changed the register while a person was asked: what counts is what stands now.
        var plan = Plan(rows, request, context);
        if (!plan.ChangesAnything)
        {
            return plan;
        }

        var absences = context.Store.Absences;
        foreach (var absence in plan.Replaced.Concat(plan.Removed))
        {
            absences.Remove(change, absence.Id);
        }

        foreach (var step in plan.Steps.Where(s => s.Writes))
        {
            var after = absences.Add(change, step.Row.PersonId, step.Row.From, step.Row.Until);
            var before = step.Before.Count == 0 ? null : step.Before.Select(AbsenceTimes.Of).ToArray();
            change.Audit(Clause, string.Join(' ', step.Before.Select(b => b.Id).Prepend(after.Id)), before, AbsenceTimes.Of(after));
        }

        foreach (var absence in plan.Removed)
        {
            change.Audit(Clause, absence.Id, AbsenceTimes.Of(absence), after: null);
        }

        change.Commit();
        return plan;
    }

    private static string Describe(AbsencePlan plan) => string.Create(
        CultureInfo.InvariantCulture,
        $"Import absences: {plan.Added} new, {plan.Changed} changed, {plan.Unchanged} unchanged, {plan.Removed.Count} removed");
}
