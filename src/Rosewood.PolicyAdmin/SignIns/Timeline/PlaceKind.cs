namespace Rosewood.PolicyAdmin.SignIns.Timeline;

/// <summary>What kind of place a network's address stands for.</summary>
internal enum PlaceKind
{
    /// <summary>Nothing says where: no address, a proxy, a VPN, an address that many people share, an address of the network's inside.</summary>
    Nowhere,

    /// <summary>At the device itself, wherever that is: Windows wrote the event without an address.</summary>
    AtDevice,

    /// <summary>In school.</summary>
    School,

    /// <summary>A mobile carrier: the address moves by itself.</summary>
    Carrier,

    /// <summary>Somewhere else, such as a home.</summary>
    Outside,

    /// <summary>Where attacks on several accounts came from.</summary>
    Attacker,
}
