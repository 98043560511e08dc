using System.Management.Automation;
using Rosewood.PolicyAdmin.Cmdlets.Completion;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <inheritdoc cref="GetPolicyPerson"/>
[Cmdlet(VerbsCommon.Get, "PolicyPerson")]
[OutputType(typeof(Person))]
public sealed class GetPolicyPersonCommand : PolicyCmdlet<GetPolicyPerson>
{
    /// <inheritdoc cref="GetPolicyPerson.User"/>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("UserPrincipalName")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(PersonCompleter))]
    public string[] User { get => Request.User; set => Request.User = value; }

    /// <inheritdoc cref="GetPolicyPerson.Role"/>
    [Parameter]
    public Role[] Role { get => Request.Role; set => Request.Role = value; }

    /// <inheritdoc cref="GetPolicyPerson.At"/>
    [Parameter]
    public TimeInput? At { get => Request.At; set => Request.At = value; }

    /// <inheritdoc cref="GetPolicyPerson.IncludeEnded"/>
    [Parameter]
    public SwitchParameter IncludeEnded { get => Request.IncludeEnded; set => Request.IncludeEnded = value; }
}
