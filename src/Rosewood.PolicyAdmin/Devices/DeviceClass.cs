namespace Rosewood.PolicyAdmin.Devices;

/// <summary>Whose a device is, which decides the rule that it falls under.</summary>
public enum DeviceClass
{
    /// <summary>In no inventory and no network: treated as a school device.</summary>
    Unknown,

    /// <summary>A school computer or other school device (USE-1).</summary>
    School,

    /// <summary>A school mobile (USE-3).</summary>
    SchoolMobile,

    /// <summary>A person's own device (USE-2).</summary>
    Personal,

    /// <summary>A guest's device: as personal.</summary>
    Guest,

    /// <summary>A server: as school.</summary>
    Server,

    /// <summary>A VPN address: as school.</summary>
    Vpn,

    /// <summary>A proxy or gateway address: identifies no device.</summary>
    Proxy,
}
