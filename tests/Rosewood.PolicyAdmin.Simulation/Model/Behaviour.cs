namespace Rosewood.PolicyAdmin.Simulation.Model;

/// <summary>What an honest member of staff, or a machine of theirs, does that may look odd in the files.</summary>
public enum Behaviour
{
    /// <summary>The school laptop is open beside the classroom PC all day, both signed in.</summary>
    LaptopBesidePc,

    /// <summary>School mail on the own phone, which asks for fresh tokens day and night.</summary>
    PhoneMail,

    /// <summary>The laptop is replaced one day: another name, another device id.</summary>
    ReplacedLaptop,

    /// <summary>The PC or laptop is installed afresh: the same name, another device id.</summary>
    ReinstalledDevice,

    /// <summary>A teaching assistant signs in on the classroom PC that others use too, with the own account.</summary>
    SharedClassroomPc,

    /// <summary>Works on whichever PC of the staff room is free.</summary>
    HotDesking,

    /// <summary>Supply staff: another room and another PC each day.</summary>
    SupplyOnManyPcs,

    /// <summary>Teaches in two rooms and hurries between their PCs.</summary>
    RunsBetweenRooms,

    /// <summary>Signs in on the suite's teacher PC and on several pupil PCs within minutes.</summary>
    IctTeacherInSuite,

    /// <summary>Signs in for some minutes on a colleague's PC, to show or to print something.</summary>
    QuickLookAtColleagues,

    /// <summary>The own laptop is broken: a colleague's for a day.</summary>
    BorrowedLaptop,

    /// <summary>Remote desktop from the private PC at home to the own PC at school.</summary>
    RemoteDesktop,

    /// <summary>The laptop at home goes out through the school's VPN.</summary>
    VpnFromHome,

    /// <summary>The phone is on the carrier's network most of the day: addresses change, places are wrong.</summary>
    CarrierAddresses,

    /// <summary>The home network has IPv6 with privacy addresses.</summary>
    Ipv6Privacy,

    /// <summary>Two members of staff live together: one home address for both.</summary>
    CoupleAtHome,

    /// <summary>Some days abroad, on holiday or with a class, with the phone.</summary>
    TravelAbroad,

    /// <summary>Misses second-factor prompts and tries again.</summary>
    MissedMfa,

    /// <summary>After a password change the old phone goes on trying the old one.</summary>
    OldPhoneAfterPasswordChange,

    /// <summary>The clock of the person's PC is minutes wrong.</summary>
    ClockOffset,

    /// <summary>The PC's browser names no device: sign-ins come without a device id.</summary>
    EmptyDeviceId,

    /// <summary>Leaves the PC signed in over night; it goes on asking for tokens.</summary>
    PcLeftSignedIn,

    /// <summary>Two people share a job and its PC, each with the own account.</summary>
    JobShareOnePc,

    /// <summary>Is ill, and works from home all the same.</summary>
    IllButWorking,

    /// <summary>Is written down as absent, and comes in for half an hour to set cover.</summary>
    AbsentButCameIn,

    /// <summary>Forgets the phone at home on some days; it goes on fetching mail there.</summary>
    PhoneForgottenAtHome,

    /// <summary>A private PC at home, known to nobody's inventory.</summary>
    PrivatePcAtHome,

    /// <summary>Has forgotten the password after the holidays.</summary>
    ForgottenPassword,

    /// <summary>Changes the password.</summary>
    PasswordChange,

    /// <summary>Moves the authenticator app to a new phone.</summary>
    NewAuthenticatorPhone,

    /// <summary>Mistypes the password now and then.</summary>
    TypingErrors,

    /// <summary>Some of the traffic goes out through a cloud proxy.</summary>
    CloudProxy,

    /// <summary>Works on some weekdays only.</summary>
    PartTime,

    /// <summary>Attackers abroad try a few passwords on the account.</summary>
    PasswordSpray,

    /// <summary>The password was phished: one sign-in from abroad succeeds, then the account is reset.</summary>
    Phished,

    /// <summary>Not a person's account: a kiosk's or a service's, declared as shared.</summary>
    ServiceAccount,
}
