using Rosewood.PolicyAdmin.Simulation;

namespace Rosewood.PolicyAdmin.Tests.Simulation;

/// <summary>Twenty schools of twenty seeds, made once for the tests of a class.</summary>
public sealed class TwentySchools
{
    public IReadOnlyList<SimulatedSchool> All { get; } =
        [.. Enumerable.Range(1, 20).Select(seed => SchoolScenario.Realistic((ulong)seed, staff: 40, schoolDays: 14).Build())];
}
