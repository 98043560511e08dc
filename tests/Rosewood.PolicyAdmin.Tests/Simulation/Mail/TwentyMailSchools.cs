using Rosewood.PolicyAdmin.Simulation.Mail;

namespace Rosewood.PolicyAdmin.Tests.Simulation.Mail;

/// <summary>The mail of twenty schools of twenty seeds, made once for the tests of a class.</summary>
public sealed class TwentyMailSchools
{
    public IReadOnlyList<SimulatedMail> All { get; } =
        [.. Enumerable.Range(1, 20).Select(seed => MailScenario.Realistic((ulong)seed, staff: 40, families: 80, schoolDays: 20).Build())];
}
