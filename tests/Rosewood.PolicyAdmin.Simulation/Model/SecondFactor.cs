namespace Rosewood.PolicyAdmin.Simulation.Model;

/// <summary>How the second factor went.</summary>
public enum SecondFactor
{
    /// <summary>It was not asked for.</summary>
    None,

    /// <summary>The token held it already.</summary>
    InToken,

    /// <summary>A prompt on the authenticator app was approved.</summary>
    App,

    /// <summary>A phone call was answered.</summary>
    PhoneCall,

    /// <summary>Nobody answered in time.</summary>
    Missed,

    /// <summary>Somebody refused it.</summary>
    Refused,
}
