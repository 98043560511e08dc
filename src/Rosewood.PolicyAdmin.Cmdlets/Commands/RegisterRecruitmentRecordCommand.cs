using System.Management.Automation;
using Rosewood.PolicyAdmin.Cmdlets.Completion;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Registers.Recruitment;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <summary>Records an interview, or adds to a recruitment record.</summary>
[Cmdlet(VerbsLifecycle.Register, "RecruitmentRecord", SupportsShouldProcess = true, DefaultParameterSetName = "One")]
[OutputType(typeof(RecruitmentRecord))]
public sealed class RegisterRecruitmentRecordCommand : PolicyCmdlet<RegisterRecruitmentRecord>
{
    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.Recruitment.RegisterRecruitmentRecord.Candidate"/>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "One")]
    public string Candidate { get => Request.Candidate; set => Request.Candidate = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.Recruitment.RegisterRecruitmentRecord.Post"/>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = "One")]
    public string Post { get => Request.Post; set => Request.Post = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.Recruitment.RegisterRecruitmentRecord.InterviewDate"/>
    [Parameter(ParameterSetName = "One")]
    public TimeInput? InterviewDate { get => Request.InterviewDate; set => Request.InterviewDate = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.Recruitment.RegisterRecruitmentRecord.Id"/>
    [Parameter(Mandatory = true, ParameterSetName = "Add")]
    [ArgumentCompleter(typeof(RecruitmentCompleter))]
    public string Id { get => Request.Id; set => Request.Id = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.Recruitment.RegisterRecruitmentRecord.SocialMediaDiscussed"/>
    [Parameter]
    public SwitchParameter SocialMediaDiscussed { get => Request.SocialMediaDiscussed; set => Request.SocialMediaDiscussed = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.Recruitment.RegisterRecruitmentRecord.PostsLookedThrough"/>
    [Parameter]
    public SwitchParameter PostsLookedThrough { get => Request.PostsLookedThrough; set => Request.PostsLookedThrough = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.Recruitment.RegisterRecruitmentRecord.Outcome"/>
    [Parameter]
    public RecruitmentOutcome? Outcome { get => Request.Outcome; set => Request.Outcome = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.Recruitment.RegisterRecruitmentRecord.OutcomeDate"/>
    [Parameter]
    public TimeInput? OutcomeDate { get => Request.OutcomeDate; set => Request.OutcomeDate = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.Recruitment.RegisterRecruitmentRecord.User"/>
    [Parameter]
    [Alias("UserPrincipalName")]
    [ArgumentCompleter(typeof(PersonCompleter))]
    public string? User { get => Request.User; set => Request.User = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.Recruitment.RegisterRecruitmentRecord.Path"/>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true, ParameterSetName = "File")]
    [Alias("FullName")]
    public string Path { get => Request.Path; set => Request.Path = value; }
}
