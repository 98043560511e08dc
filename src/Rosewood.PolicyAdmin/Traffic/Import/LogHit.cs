using Rosewood.PolicyAdmin.Catalogue;

namespace Rosewood.PolicyAdmin.Traffic.Import;

/// <summary>One line about a service in the catalogue.</summary>
/// <param name="Key">Whose visit it belongs to.</param>
/// <param name="StartTicks">When it began, UTC ticks.</param>
/// <param name="EndTicks">When it ended, UTC ticks.</param>
/// <param name="Bytes">Bytes to the client.</param>
/// <param name="Role">What the host is to the service.</param>
/// <param name="Blocked">Whether the filter refused it.</param>
/// <param name="OutsideReferrer">Whether another site's page asked for it.</param>
internal readonly record struct LogHit(VisitKey Key, long StartTicks, long EndTicks, long Bytes, HostRole Role, bool Blocked, bool OutsideReferrer)
{
    /// <summary>Whether it says only that an earlier query was refused, see <see cref="LogFields.IsAnswer"/>; its key may lack the client.</summary>
    public bool IsAnswer { get; init; }

    /// <summary>A hash of the host, by which an answer finds its query; differs from process to process.</summary>
    public int Host { get; init; }
}

/// <summary>Hits with the same key and small gaps are one visit.</summary>
/// <param name="User">The user in normal form, or null.</param>
/// <param name="Address">The client's address in canonical form, or null.</param>
/// <param name="DeviceText">The device as the log calls it, or null.</param>
/// <param name="Service">The service's index in the catalogue.</param>
internal readonly record struct VisitKey(string? User, string? Address, string? DeviceText, int Service);
