using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Registers.Reminders;

/// <summary>
/// Shows what is due, overdue or soon due: reviews, agreements, rulings and grants that end, acknowledgements outstanding, changes of roles
/// that wait, the yearly review of filtering, what has been kept long enough. Of a register that is not for them people see how much is due, not whom it is about.
/// </summary>
/// <example><code>Get-PolicyReminder</code>What is due, and what will be within 30 days.</example>
/// <example><code>Get-PolicyReminder -Days 0</code>What is due today or overdue.</example>
public sealed class GetPolicyReminder : PolicyRequest
{
    private const int MostDays = 3660;

    /// <summary>How many days to look ahead; 0 to 3660. Default: 30.</summary>
    public int? Days { get; set; }

    /// <inheritdoc/>
    public override void Validate()
    {
        if (Days is < 0 or > MostDays)
        {
            throw new Fault("ReminderDaysInvalid", FaultKind.InvalidArgument, "Days", $"-Days is a number from 0 to {MostDays}. Give one, such as 30.").ToException();
        }
    }
}

internal sealed class GetPolicyReminderHandler : CommandHandler<GetPolicyReminder>
{
    private const int DefaultDays = 30;

    public override Task HandleAsync(GetPolicyReminder request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var until = RegisterPeriod.Day(context.Now, context.Workspace.Zone).AddDays(request.Days ?? DefaultDays);
        foreach (var reminder in ReminderReader.Read(context, until))
        {
            cancellationToken.ThrowIfCancellationRequested();
            sink.Write(reminder);
        }

        return Task.CompletedTask;
    }
}
