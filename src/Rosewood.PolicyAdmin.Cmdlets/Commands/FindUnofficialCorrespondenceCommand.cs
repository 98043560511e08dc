using System.Management.Automation;
using Rosewood.PolicyAdmin.Cmdlets.Completion;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Correspondence;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <inheritdoc cref="FindUnofficialCorrespondence"/>
[Cmdlet(VerbsCommon.Find, "UnofficialCorrespondence")]
[OutputType(typeof(UnofficialCorrespondence))]
public sealed class FindUnofficialCorrespondenceCommand : PolicyCmdlet<FindUnofficialCorrespondence>
{
    /// <inheritdoc cref="FindUnofficialCorrespondence.MessageTrace"/>
    [Parameter(Position = 0)]
    public string[] MessageTrace { get => Request.MessageTrace; set => Request.MessageTrace = value; }

    /// <inheritdoc cref="FindUnofficialCorrespondence.MessageHeader"/>
    [Parameter]
    public string[] MessageHeader { get => Request.MessageHeader; set => Request.MessageHeader = value; }

    /// <inheritdoc cref="FindUnofficialCorrespondence.MessageText"/>
    [Parameter]
    public string[] MessageText { get => Request.MessageText; set => Request.MessageText = value; }

    /// <inheritdoc cref="FindUnofficialCorrespondence.InboxRule"/>
    [Parameter]
    public string[] InboxRule { get => Request.InboxRule; set => Request.InboxRule = value; }

    /// <inheritdoc cref="FindUnofficialCorrespondence.Mailbox"/>
    [Parameter]
    public string[] Mailbox { get => Request.Mailbox; set => Request.Mailbox = value; }

    /// <inheritdoc cref="FindUnofficialCorrespondence.FromTenant"/>
    [Parameter]
    public SwitchParameter FromTenant { get => Request.FromTenant; set => Request.FromTenant = value; }

    /// <inheritdoc cref="FindUnofficialCorrespondence.From"/>
    [Parameter]
    public TimeInput? From { get => Request.From; set => Request.From = value; }

    /// <inheritdoc cref="FindUnofficialCorrespondence.To"/>
    [Parameter]
    public TimeInput? To { get => Request.To; set => Request.To = value; }

    /// <inheritdoc cref="FindUnofficialCorrespondence.User"/>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("UserPrincipalName")]
    [ArgumentCompleter(typeof(PersonCompleter))]
    public string[] User { get => Request.User; set => Request.User = value; }

    /// <inheritdoc cref="FindUnofficialCorrespondence.IncludePossible"/>
    [Parameter]
    public SwitchParameter IncludePossible { get => Request.IncludePossible; set => Request.IncludePossible = value; }
}
