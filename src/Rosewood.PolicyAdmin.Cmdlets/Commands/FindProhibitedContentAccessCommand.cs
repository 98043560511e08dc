using System.Management.Automation;
using Rosewood.PolicyAdmin.Cmdlets.Completion;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Traffic;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <inheritdoc cref="FindProhibitedContentAccess"/>
[Cmdlet(VerbsCommon.Find, "ProhibitedContentAccess")]
[OutputType(typeof(ContentAccess))]
public sealed class FindProhibitedContentAccessCommand : PolicyCmdlet<FindProhibitedContentAccess>
{
    /// <inheritdoc cref="FindProhibitedContentAccess.From"/>
    [Parameter]
    public TimeInput? From { get => Request.From; set => Request.From = value; }

    /// <inheritdoc cref="FindProhibitedContentAccess.To"/>
    [Parameter]
    public TimeInput? To { get => Request.To; set => Request.To = value; }

    /// <inheritdoc cref="FindProhibitedContentAccess.User"/>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("UserPrincipalName")]
    [ArgumentCompleter(typeof(PersonCompleter))]
    public string[] User { get => Request.User; set => Request.User = value; }
}
