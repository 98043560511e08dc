using System.Management.Automation;
using Rosewood.PolicyAdmin.Registers.Reminders;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <summary>Shows what is due, overdue or soon due.</summary>
[Cmdlet(VerbsCommon.Get, "PolicyReminder")]
[OutputType(typeof(PolicyReminder))]
public sealed class GetPolicyReminderCommand : PolicyCmdlet<GetPolicyReminder>
{
    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.Reminders.GetPolicyReminder.Days"/>
    [Parameter(Position = 0)]
    public int? Days { get => Request.Days; set => Request.Days = value; }
}
