namespace Rosewood.PolicyAdmin.Simulation.Model;

/// <summary>An event of a PC's Security log, with the truth that the file does not hold.</summary>
public sealed class WindowsEvent
{
    /// <summary>The true time, milliseconds since 1970 UTC; the file shows it by the PC's clock.</summary>
    public required long At { get; init; }

    /// <summary>4624, 4625, 4634, 4647, 4778 or 4779.</summary>
    public required int Id { get; init; }

    /// <summary>The PC.</summary>
    public required SimulatedDevice Device { get; init; }

    /// <summary>The login; null for the machine's own.</summary>
    public SimulatedAccount? Account { get; init; }

    /// <summary>The name of a machine's own account, such as <c>DWM-3</c>.</summary>
    public string MachineAccount { get; init; } = "";

    /// <summary>2 console, 3 network, 5 service, 7 unlock, 10 remote desktop, 11 cached.</summary>
    public int LogonType { get; init; }

    /// <summary>The session's number.</summary>
    public long LogonId { get; init; }

    /// <summary>The far end's address of a remote desktop, or <c>127.0.0.1</c>.</summary>
    public string RemoteAddress { get; init; } = "-";

    /// <summary>The far end's name of a remote desktop.</summary>
    public string RemoteName { get; init; } = "";

    /// <summary>The truth: whose hands; null when a machine acted by itself.</summary>
    public required SimulatedPerson? Actor { get; init; }

    /// <summary>The truth: where those hands were; for remote desktop the far end.</summary>
    public required Place Place { get; init; }

    /// <summary>The time by the PC's clock.</summary>
    public long Shown => At + Device.ClockOffset;
}
