using System.Management.Automation;
using Rosewood.PolicyAdmin.Cmdlets;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Tests.Console.Support;

[Cmdlet(VerbsCommon.Set, "FakeThing", SupportsShouldProcess = true)]
[OutputType(typeof(FakeOutput))]
public sealed class SetFakeThingCommand : PolicyCmdlet<SetFakeThing>
{
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Person", "Who")]
    public string[] User { get => Request.User; set => Request.User = value; }

    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    public FakeColour? Colour { get => Request.Colour; set => Request.Colour = value; }

    [Parameter]
    public FakeColour[] Colours { get => Request.Colours; set => Request.Colours = value; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public int Count { get => Request.Count; set => Request.Count = value; }

    [Parameter]
    public double? Share { get => Request.Share; set => Request.Share = value; }

    [Parameter]
    public SwitchParameter Force { get => Request.Force; set => Request.Force = value; }

    [Parameter]
    public bool? Flag { get => Request.Flag; set => Request.Flag = value; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Reason { get => Request.Reason; set => Request.Reason = value; }

    [Parameter]
    public string? Remark { get => Request.Remark; set => Request.Remark = value; }

    [Parameter]
    [ValidateSet("Fast", "Slow")]
    public string? Mode { get => Request.Mode; set => Request.Mode = value; }

    [Parameter]
    public TimeInput? Until { get => Request.Until; set => Request.Until = value; }

    [Parameter]
    public DurationInput? For { get => Request.For; set => Request.For = value; }

    [Parameter]
    public DateTimeOffset? At { get => Request.At; set => Request.At = value; }

    [Parameter]
    public DateOnly? Day { get => Request.Day; set => Request.Day = value; }

    [Parameter]
    public Uri? Address { get => Request.Address; set => Request.Address = value; }

    public string? NoParameter { get; set; }
}

[Cmdlet(VerbsCommon.Remove, "FakeThing", DefaultParameterSetName = "ByUser", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveFakeThingCommand : PolicyCmdlet<RemoveFakeThing>
{
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "ByUser")]
    public string? User { get => Request.User; set => Request.User = value; }

    [Parameter(Mandatory = true, ParameterSetName = "ById")]
    public string? Id { get => Request.Id; set => Request.Id = value; }

    [Parameter(Position = 0, ParameterSetName = "ById")]
    [Parameter(Position = 1, ParameterSetName = "ByUser")]
    public string? Note { get => Request.Note; set => Request.Note = value; }

    [Parameter(ValueFromRemainingArguments = true)]
    public string[] Rest { get => Request.Rest; set => Request.Rest = value; }
}

[Cmdlet(VerbsCommon.Get, "FakeThing")]
public sealed class GetFakeThingCommand : PolicyCmdlet<GetFakeThing>
{
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    public string? Name { get => Request.Name; set => Request.Name = value; }
}
