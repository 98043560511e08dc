using System.Management.Automation;
using Rosewood.PolicyAdmin.Cmdlets.Completion;
using Rosewood.PolicyAdmin.Registers.Phones;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <summary>Shows work numbers, and what is wrong with them.</summary>
[Cmdlet(VerbsCommon.Get, "WorkPhone")]
[OutputType(typeof(WorkPhone))]
public sealed class GetWorkPhoneCommand : PolicyCmdlet<GetWorkPhone>
{
    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.Phones.GetWorkPhone.User"/>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("UserPrincipalName")]
    [ArgumentCompleter(typeof(PersonCompleter))]
    public string[] User { get => Request.User; set => Request.User = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.Phones.GetWorkPhone.FindingsOnly"/>
    [Parameter]
    public SwitchParameter FindingsOnly { get => Request.FindingsOnly; set => Request.FindingsOnly = value; }
}
