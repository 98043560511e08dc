namespace Rosewood.Tenancy;

/// <summary>How late a change of the directory is seen: after a time and after a number of reads, both.</summary>
/// <param name="Delay">The time by the tenant's clock.</param>
/// <param name="Reads">How many reads still show the old state.</param>
public sealed record Consistency(TimeSpan Delay, int Reads)
{
    /// <summary>Changes are seen at once.</summary>
    public static Consistency Immediate { get; } = new(TimeSpan.Zero, 0);

    /// <summary>Changes are seen after some reads of the old state.</summary>
    public static Consistency AfterReads(int reads) => new(TimeSpan.Zero, reads);

    /// <summary>Changes are seen after some seconds of the tenant's clock.</summary>
    public static Consistency After(TimeSpan delay) => new(delay, 0);
}
