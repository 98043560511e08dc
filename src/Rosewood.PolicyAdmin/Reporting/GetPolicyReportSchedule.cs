using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Reporting.Scheduling;

namespace Rosewood.PolicyAdmin.Reporting;

/// <summary>Shows the reports that are made and sent by themselves: those of policy.json and the registered ones, with what became of them last and what was missed.</summary>
/// <example><code>Get-PolicyReportSchedule</code>All of them.</example>
/// <example><code>Get-PolicyReportSchedule -As Json</code>The same for a program.</example>
public sealed class GetPolicyReportSchedule : PolicyRequest
{
    /// <summary>Their names. Default: all.</summary>
    public string[] Name { get; set; } = [];
}

internal sealed class GetPolicyReportScheduleHandler : CommandHandler<GetPolicyReportSchedule>
{
    public override Task HandleAsync(GetPolicyReportSchedule request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var book = new ScheduleBook(context);
        foreach (var schedule in book.Of(request.Name))
        {
            cancellationToken.ThrowIfCancellationRequested();
            sink.Write(book.Show(schedule));
        }

        return Task.CompletedTask;
    }
}
