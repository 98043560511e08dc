namespace Rosewood.PolicyAdmin.Simulation.Model;

/// <summary>How an account comes to be used by somebody else.</summary>
public enum SharingStory
{
    /// <summary>The teaching assistant of the room uses the teacher's login on the classroom PC while the teacher is elsewhere.</summary>
    TeacherLoginToAssistant,

    /// <summary>Two office workers use one login, each at their own PC.</summary>
    OfficePair,

    /// <summary>Somebody new or on supply has no account yet and works with another's for weeks.</summary>
    NewStarterWithoutAccount,

    /// <summary>A colleague takes the register with the login of a teacher who is ill.</summary>
    IllTeachersRegister,

    /// <summary>Two partners of a job share use one account.</summary>
    JobSharePartners,

    /// <summary>A login is used on a colleague's own laptop.</summary>
    OnColleaguesLaptop,

    /// <summary>One account goes round a team of three or more.</summary>
    HandedRoundTeam,

    /// <summary>A friend uses it at home.</summary>
    FriendAtHome,

    /// <summary>The deputy's account is used by the PA, also for mail, while the deputy is at another site.</summary>
    DeputyAndAssistant,
}
