namespace Rosewood.PolicyAdmin.Simulation.Model;

/// <summary>A sign-in as Entra records it, with the truth that the file does not hold.</summary>
public sealed class SignIn
{
    /// <summary>When, milliseconds since 1970 UTC.</summary>
    public required long At { get; init; }

    /// <summary>The login.</summary>
    public required SimulatedAccount Account { get; init; }

    /// <summary>The application.</summary>
    public required CloudApp App { get; init; }

    /// <summary>The machine.</summary>
    public required SimulatedDevice Device { get; init; }

    /// <summary>The machine's id in Entra as the record tells it; may be empty.</summary>
    public required string DeviceId { get; init; }

    /// <summary>The network.</summary>
    public required Egress Egress { get; init; }

    /// <summary>Whether a person was asked for something.</summary>
    public required bool IsInteractive { get; init; }

    /// <summary>0, or the Entra error.</summary>
    public int ErrorCode { get; init; }

    /// <summary>How the second factor went.</summary>
    public SecondFactor SecondFactor { get; init; }

    /// <summary>The phone that approved, if one did.</summary>
    public SimulatedDevice? Approver { get; init; }

    /// <summary>Makes ids that differ: the record's place in the order of making.</summary>
    public required int Number { get; init; }

    /// <summary>The truth: whose hands; null when a machine acted by itself.</summary>
    public required SimulatedPerson? Actor { get; init; }

    /// <summary>The truth: where the machine was.</summary>
    public required Place Place { get; init; }
}
