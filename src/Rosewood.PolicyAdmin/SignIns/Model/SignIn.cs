namespace Rosewood.PolicyAdmin.SignIns.Model;

/// <summary>
/// One sign-in or attempt, as its source has it. Texts are as written there, never empty (absent is <see langword="null"/>); readers
/// give the same string instance for the same text where they can, so that a million rows need few strings.
/// </summary>
internal readonly record struct SignIn
{
    /// <summary>Which record it comes from.</summary>
    public required SignInSource Source { get; init; }

    /// <summary>When, in ticks of UTC.</summary>
    public required long UtcTicks { get; init; }

    /// <summary>The account: a UPN, or a Windows login with or without its domain.</summary>
    public required string Account { get; init; }

    /// <summary>How it ended.</summary>
    public required SignInOutcome Outcome { get; init; }

    /// <summary>Whether a person was there.</summary>
    public required SignInActivity Activity { get; init; }

    /// <summary>The device's id in Entra; null for a device that is not registered, which says nothing about its being new.</summary>
    public string? DeviceId { get; init; }

    /// <summary>The device's name: Entra's display name, or the computer on which Windows wrote the event.</summary>
    public string? DeviceName { get; init; }

    /// <summary>The operating system as written, such as <c>Windows 10</c> or <c>Ios 17.4</c>.</summary>
    public string? OperatingSystem { get; init; }

    /// <summary>The browser or client as written, with its version.</summary>
    public string? Browser { get; init; }

    /// <summary>The application or resource signed in to.</summary>
    public string? Application { get; init; }

    /// <summary>The IP address that the source saw; null where it is absent, <c>-</c>, or a loopback address.</summary>
    public string? Address { get; init; }

    /// <summary>The town, as the source guesses it from the address.</summary>
    public string? City { get; init; }

    /// <summary>The country's two letters, as the source guesses it from the address.</summary>
    public string? Country { get; init; }

    /// <summary>Degrees north; null with <see cref="Longitude"/> where unknown.</summary>
    public double? Latitude { get; init; }

    /// <summary>Degrees east.</summary>
    public double? Longitude { get; init; }

    /// <summary>The autonomous system that the address belongs to; null where unknown.</summary>
    public int? AutonomousSystem { get; init; }

    /// <summary>The id of the phone whose authenticator app answered; null where unknown.</summary>
    public string? AuthenticatorId { get; init; }

    /// <summary>The computer from which a remote session came, as Windows names it (events 4624 type 10, 4778, 4779); null where unknown.</summary>
    public string? ClientName { get; init; }
}
