namespace Rosewood.PolicyAdmin.SignIns.Model;

/// <summary>Whether a person was at the device.</summary>
internal enum SignInActivity
{
    /// <summary>A person typed, touched or unlocked: Entra's interactive sign-ins; Windows logon types 2, 7, 11, 13.</summary>
    Interactive,

    /// <summary>A person, but from elsewhere: remote desktop (Windows logon type 10 and 12, events 4778, 4779).</summary>
    Remote,

    /// <summary>A program: token refreshes, non-interactive sign-ins, network, batch and service logons.</summary>
    Background,
}
