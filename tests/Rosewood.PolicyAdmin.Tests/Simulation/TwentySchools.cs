using Rosewood.PolicyAdmin.Simulation;

namespace Rosewood.PolicyAdmin.Tests.Simulation;

/// <summary>Twenty schools of twenty seeds, made once for all tests of them.</summary>
[CollectionDefinition(Name)]
public sealed class TwentySchools : ICollectionFixture<TwentySchools>
{
    public const string Name = "twenty schools";

    public IReadOnlyList<SimulatedSchool> All { get; } =
        [.. Enumerable.Range(1, 20).Select(seed => SchoolScenario.Realistic((ulong)seed, staff: 40, schoolDays: 14).Build())];
}
