using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.SignIns.Absences;

/// <summary>Shows which absences are recorded. For SLT and the data protection officer; each reading is itself written to the audit trail.</summary>
/// <example><code>Get-StaffAbsence</code>Every recorded absence.</example>
/// <example><code>Get-StaffAbsence -User 'Daniel Okonkwo'</code>One person's.</example>
public sealed class GetStaffAbsence : PolicyRequest
{
    /// <summary>Whose: login name, UPN, full name or role. Default: everybody's.</summary>
    public string[] User { get; set; } = [];
}

internal sealed class GetStaffAbsenceHandler : CommandHandler<GetStaffAbsence>
{
    private const string Everybody = "everybody";

    public override Task HandleAsync(GetStaffAbsence request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var now = context.Now.UtcTicks;
        var people = context.LoadPeople();
        var wanted = request.User.Select(u => people.Resolve(u, now).Id).Distinct(StringComparer.Ordinal).ToList();
        var found = context.Store.Absences.Load().All.Where(a => wanted.Count == 0 || wanted.Contains(a.PersonId, StringComparer.Ordinal)).ToList();

        // Written before anything is shown, so that nothing is seen without its trace.
        using (var change = context.BeginChange())
        {
            change.Audit("LOG-1", wanted.Count == 0 ? Everybody : string.Join(' ', wanted), before: null, new AbsencesRead(found.Count));
            change.Commit();
        }

        foreach (var absence in found)
        {
            cancellationToken.ThrowIfCancellationRequested();
            sink.Write(new StaffAbsence(
                absence.Id,
                PersonNames.Show(people, absence.PersonId, now),
                people.At(absence.PersonId, now)?.UserPrincipalName,
                Local(absence.From),
                Local(absence.Until)));
        }

        return Task.CompletedTask;

        DateTimeOffset Local(long ticks) => TimeZoneInfo.ConvertTime(new DateTimeOffset(ticks, TimeSpan.Zero), context.Workspace.Zone);
    }
}

/// <summary>What the audit trail keeps of a reading.</summary>
/// <param name="Shown">How many absences were shown.</param>
internal sealed record AbsencesRead(int Shown);
