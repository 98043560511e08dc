namespace Rosewood.PolicyAdmin.SignIns;

/// <summary>The classes of evidence that a login is shared. Each is mostly innocent alone.</summary>
public enum SignInEvidenceKind
{
    /// <summary>A person at two devices, or in two places, with no time to get from one to the other and back.</summary>
    Overlap,

    /// <summary>From one device to another and back within minutes, on several days.</summary>
    Alternation,

    /// <summary>Used on a device that is somebody else's, while that person was at it.</summary>
    ForeignDevice,

    /// <summary>Used in school on a recorded day of absence.</summary>
    Absence,

    /// <summary>Failures and then success on a device that is not the account's own: after the password changed elsewhere, or on somebody else's device.</summary>
    HandOver,

    /// <summary>The second factor refused on one device while another got in, or answered by somebody else's phone.</summary>
    SecondFactor,

    /// <summary>Used in school while the person's phone, which goes with them on other days, was at home.</summary>
    PhoneAway,

    /// <summary>On days that are in question already, the person's own laptop lay still, which is in use beside the computer on nearly all others.</summary>
    LaptopAway,

    /// <summary>Two places too far apart for the time between. It only supports, for addresses are placed badly.</summary>
    Travel,
}
