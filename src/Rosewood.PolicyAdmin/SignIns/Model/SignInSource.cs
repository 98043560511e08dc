namespace Rosewood.PolicyAdmin.SignIns.Model;

/// <summary>Which record a sign-in comes from: each has its own clock and its own blind spots.</summary>
internal enum SignInSource
{
    /// <summary>Microsoft Entra, by Graph or downloaded from the admin center.</summary>
    Entra,

    /// <summary>A Windows computer's Security log.</summary>
    Windows,

    /// <summary>A name and an address that stood together in the imported traffic.</summary>
    Traffic,
}
