namespace Rosewood.PolicyAdmin.Simulation.Truth;

/// <summary>Why a day's use of an account cannot be, or can hardly be, its owner's.</summary>
public enum ProofKind
{
    /// <summary>The owner is written down as absent, and the account is worked with by hand at a school PC, not by remote desktop.</summary>
    OwnerAbsent,

    /// <summary>Two hands at once: the account is worked with by hand at two places that nobody reaches in that time.</summary>
    TwoPlaces,

    /// <summary>To and fro: within half an hour four changes between two rooms, or out of the school and back.</summary>
    ToAndFro,

    /// <summary>On a laptop that is assigned to somebody else, while its own user was there too.</summary>
    AnothersLaptop,

    /// <summary>At another's desk, whose own account is worked with there within ten minutes.</summary>
    AnothersDesk,

    /// <summary>The owner's phone fetches mail at home while the account is worked with at school.</summary>
    PhoneAtHome,
}
