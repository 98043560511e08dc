using System.Management.Automation;
using Rosewood.PolicyAdmin.Cmdlets.Completion;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Correspondence.Texts;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <inheritdoc cref="FindTextMessageMisuse"/>
[Cmdlet(VerbsCommon.Find, "TextMessageMisuse")]
[OutputType(typeof(TextMessageMisuse))]
public sealed class FindTextMessageMisuseCommand : PolicyCmdlet<FindTextMessageMisuse>
{
    /// <inheritdoc cref="FindTextMessageMisuse.From"/>
    [Parameter]
    public TimeInput? From { get => Request.From; set => Request.From = value; }

    /// <inheritdoc cref="FindTextMessageMisuse.To"/>
    [Parameter]
    public TimeInput? To { get => Request.To; set => Request.To = value; }

    /// <inheritdoc cref="FindTextMessageMisuse.User"/>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("UserPrincipalName")]
    [ArgumentCompleter(typeof(PersonCompleter))]
    public string[] User { get => Request.User; set => Request.User = value; }

    /// <inheritdoc cref="FindTextMessageMisuse.IncludePossible"/>
    [Parameter]
    public SwitchParameter IncludePossible { get => Request.IncludePossible; set => Request.IncludePossible = value; }
}
