namespace Rosewood.PolicyAdmin.SignIns.Reading;

/// <summary>What a record can say, whatever its format calls it.</summary>
internal enum SignInField
{
    /// <summary>When.</summary>
    Time,

    /// <summary>A UPN or a Windows login.</summary>
    Account,

    /// <summary>A Windows login under a name that could also be another's, such as <c>User</c>: counts where nothing better names the account.</summary>
    OtherAccount,

    /// <summary>The Windows login's domain.</summary>
    Domain,

    /// <summary>The Windows account's security identifier.</summary>
    Sid,

    /// <summary>Entra's error code; 0: success.</summary>
    ErrorCode,

    /// <summary>Entra's status in words, or the NTSTATUS of a failed Windows logon.</summary>
    Status,

    /// <summary>The closer NTSTATUS of a failed Windows logon.</summary>
    SubStatus,

    /// <summary>What Entra says about the second factor.</summary>
    Detail,

    /// <summary>What Entra says about each step of the authentication.</summary>
    StepDetail,

    /// <summary>Entra's sign-in event types.</summary>
    EventType,

    /// <summary>Whether Entra says that a person was there.</summary>
    IsInteractive,

    /// <summary>Entra's device id.</summary>
    DeviceId,

    /// <summary>Entra's device name, or the computer whose log it is.</summary>
    DeviceName,

    /// <summary>The operating system.</summary>
    OperatingSystem,

    /// <summary>The browser.</summary>
    Browser,

    /// <summary>The sort of client.</summary>
    ClientApp,

    /// <summary>The application.</summary>
    Application,

    /// <summary>What the application asked for.</summary>
    Resource,

    /// <summary>The IP address.</summary>
    Address,

    /// <summary>Town, county and country in one text.</summary>
    Location,

    /// <summary>The town.</summary>
    City,

    /// <summary>The country's two letters.</summary>
    Country,

    /// <summary>Degrees north.</summary>
    Latitude,

    /// <summary>Degrees east.</summary>
    Longitude,

    /// <summary>The autonomous system's number.</summary>
    AutonomousSystem,

    /// <summary>The phone that answered.</summary>
    AuthenticatorId,

    /// <summary>The application that signed in for itself.</summary>
    ServicePrincipal,

    /// <summary>The Windows event's number.</summary>
    EventId,

    /// <summary>The Windows logon type.</summary>
    LogonType,

    /// <summary>The computer from which a Windows logon came, as 4624 and 4625 name it.</summary>
    Workstation,

    /// <summary>The computer from which a remote session came.</summary>
    ClientName,

    /// <summary>Whether Windows audited a success or a failure.</summary>
    Keywords,

    /// <summary>The Windows event in words.</summary>
    Message,

    /// <summary>The Windows event as XML.</summary>
    Xml,
}
