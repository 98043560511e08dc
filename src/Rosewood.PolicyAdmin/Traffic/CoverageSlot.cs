namespace Rosewood.PolicyAdmin.Traffic;

/// <summary>The unit in which the evidence's coverage is counted: ten minutes, fine enough that no silence of half an hour hides between two.</summary>
internal static class CoverageSlot
{
    public const int Seconds = 600;

    public const long Ticks = Seconds * TimeSpan.TicksPerSecond;
}
