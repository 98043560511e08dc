namespace Rosewood.PolicyAdmin.Simulation.Model;

/// <summary>What sort of device it is.</summary>
public enum DeviceKind
{
    /// <summary>A PC that stands in a room.</summary>
    RoomPc,

    /// <summary>A school laptop, assigned to somebody.</summary>
    Laptop,

    /// <summary>A member of staff's own phone, in no inventory.</summary>
    OwnPhone,

    /// <summary>A private PC at home, in no inventory.</summary>
    PrivatePc,

    /// <summary>A school mobile.</summary>
    SchoolMobile,

    /// <summary>A server, which service accounts run on.</summary>
    Server,

    /// <summary>An attacker's machine.</summary>
    Hostile,
}
