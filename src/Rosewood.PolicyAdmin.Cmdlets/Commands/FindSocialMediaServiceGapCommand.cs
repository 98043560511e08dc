using System.Management.Automation;
using Rosewood.PolicyAdmin.Cmdlets.Completion;
using Rosewood.PolicyAdmin.Traffic;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <inheritdoc cref="FindSocialMediaServiceGap"/>
[Cmdlet(VerbsCommon.Find, "SocialMediaServiceGap")]
[OutputType(typeof(ServiceGap))]
public sealed class FindSocialMediaServiceGapCommand : PolicyCmdlet<FindSocialMediaServiceGap>
{
    /// <inheritdoc cref="FindSocialMediaServiceGap.Path"/>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ValueFromRemainingArguments = true)]
    [Alias("FullName")]
    public string[] Path { get => Request.Path; set => Request.Path = value; }

    /// <inheritdoc cref="FindSocialMediaServiceGap.Format"/>
    [Parameter]
    [ArgumentCompleter(typeof(LogFormatCompleter))]
    public string? Format { get => Request.Format; set => Request.Format = value; }

    /// <inheritdoc cref="FindSocialMediaServiceGap.TimeZone"/>
    [Parameter]
    public string? TimeZone { get => Request.TimeZone; set => Request.TimeZone = value; }

    /// <inheritdoc cref="FindSocialMediaServiceGap.Year"/>
    [Parameter]
    public int? Year { get => Request.Year; set => Request.Year = value; }

    /// <inheritdoc cref="FindSocialMediaServiceGap.MinimumSessions"/>
    [Parameter]
    public int MinimumSessions { get => Request.MinimumSessions; set => Request.MinimumSessions = value; }

    /// <inheritdoc cref="FindSocialMediaServiceGap.MinimumPeople"/>
    [Parameter]
    public int MinimumPeople { get => Request.MinimumPeople; set => Request.MinimumPeople = value; }
}
