using System.Management.Automation;
using Rosewood.PolicyAdmin.Cmdlets.Completion;
using Rosewood.PolicyAdmin.Registers.Recruitment;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <summary>Shows recruitment records.</summary>
[Cmdlet(VerbsCommon.Get, "RecruitmentRecord")]
[OutputType(typeof(RecruitmentRecord))]
public sealed class GetRecruitmentRecordCommand : PolicyCmdlet<GetRecruitmentRecord>
{
    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.Recruitment.GetRecruitmentRecord.Id"/>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(RecruitmentCompleter))]
    public string[] Id { get => Request.Id; set => Request.Id = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.Recruitment.GetRecruitmentRecord.Outcome"/>
    [Parameter]
    public RecruitmentOutcome[] Outcome { get => Request.Outcome; set => Request.Outcome = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.Recruitment.GetRecruitmentRecord.User"/>
    [Parameter]
    [Alias("UserPrincipalName")]
    [ArgumentCompleter(typeof(PersonCompleter))]
    public string[] User { get => Request.User; set => Request.User = value; }
}
