using Rosewood.PolicyAdmin.Access;

namespace Rosewood.PolicyAdmin.Reporting;

/// <summary>Counts visits by verdict while they stream past.</summary>
internal sealed class VerdictTally
{
    private readonly long[] _counts = new long[(int)Verdict.PersonalInSession + 1];

    public void Add(Verdict verdict) => _counts[(int)verdict]++;

    public void Add(VerdictTally other)
    {
        for (var i = 0; i < _counts.Length; i++)
        {
            _counts[i] += other._counts[i];
        }
    }

    public VerdictCounts ToCounts() => new(
        this[Verdict.Unexplained],
        this[Verdict.PersonalInSession],
        this[Verdict.BlockedAttempt],
        this[Verdict.Authorised],
        this[Verdict.PersonalPermitted],
        this[Verdict.Embedded],
        this[Verdict.Background]);

    private long this[Verdict verdict] => _counts[(int)verdict];
}
