namespace Rosewood.PolicyAdmin.SignIns.Timeline;

/// <summary>What a device is, as far as one person may carry it about.</summary>
internal enum DeviceKind
{
    /// <summary>A computer.</summary>
    Computer,

    /// <summary>A phone or tablet: it goes where its owner goes, and signs in from a pocket.</summary>
    Phone,

    /// <summary>Only a browser or program is known, no device: two of them may be one, and one may be two.</summary>
    Unregistered,
}
