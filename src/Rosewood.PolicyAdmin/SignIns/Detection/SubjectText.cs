using Rosewood.PolicyAdmin.SignIns.Timeline;

namespace Rosewood.PolicyAdmin.SignIns.Detection;

/// <summary>Other people in sentences about somebody.</summary>
internal static class SubjectText
{
    /// <summary>The name of somebody on the roster; anybody else may be a pupil and is not named.</summary>
    public static string Of(AccountTimeline account) => account.Person is not null ? account.Name : "an account that is not on the roster";
}
