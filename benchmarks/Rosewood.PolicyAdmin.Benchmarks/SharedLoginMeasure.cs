using System.Globalization;
using Rosewood.PolicyAdmin.SignIns;
using Rosewood.PolicyAdmin.SignIns.Detection;
using Rosewood.PolicyAdmin.SignIns.Reading;
using Rosewood.PolicyAdmin.Simulation;
using Rosewood.PolicyAdmin.Simulation.Truth;

namespace Rosewood.PolicyAdmin.Benchmarks;

/// <summary>
/// How right Find-SharedCredentialUse is about people: simulated schools, from their written files, against the truth. Precision and recall
/// of Shared, calibration of all findings, and what was missed by story. Weights were tuned on seeds 1 to 50; report others.
/// </summary>
internal static class SharedLoginMeasure
{
    private const int Bins = 10;

    public static void Run(int firstSeed, int seeds)
    {
        var tally = new Tally();
        for (var seed = firstSeed; seed < firstSeed + seeds; seed++)
        {
            // Schools of 40 to 100 people, over 30 to 60 school days.
            var school = SchoolScenario.Realistic((ulong)seed, 40 + (20 * (seed % 4)), 30 + (10 * (seed % 4))).Build();
            tally.Add(seed, school, Detect(school));
        }

        tally.Print(firstSeed, seeds);
    }

    private static Dictionary<string, SharedCredentialUse> Detect(SimulatedSchool school)
    {
        var folder = Directory.CreateTempSubdirectory("rosewood-logins-").FullName;
        try
        {
            school.WriteTo(folder);
            var material = new SimulatedMaterial(school);
            var timeline = material.NewTimeline();
            var options = new SignInReadOptions(SimulatedMaterial.Zone);
            foreach (var file in new[] { "signins.json", "security.json" })
            {
                SignInLog.Read(Path.Combine(folder, file), options, timeline.Add, progress: null, CancellationToken.None);
            }

            return new SharedLoginDetector(timeline, material.Options()).Detect().Findings.ToDictionary(f => f.SubjectId, StringComparer.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>What was found, over all schools.</summary>
    private sealed class Tally
    {
        private readonly SortedDictionary<string, (int Missed, int All)> _byStory = new(StringComparer.Ordinal);
        private readonly (int All, int Shared)[] _bins = new (int, int)[Bins];
        private int _accounts;
        private int _right;
        private int _wrong;
        private int _detectable;
        private int _found;
        private int _shared;

        public void Add(int seed, SimulatedSchool school, Dictionary<string, SharedCredentialUse> findings)
        {
            var material = new SimulatedMaterial(school);
            foreach (var truth in school.Truth.Where(t => !t.IsDeclaredShared))
            {
                var finding = findings.GetValueOrDefault(material.SubjectOf(truth.Account));
                var says = finding?.Verdict == SharedCredentialVerdict.Shared;
                _accounts++;
                _shared += truth.IsShared ? 1 : 0;
                _right += says && truth.IsShared ? 1 : 0;
                if (says && !truth.IsShared)
                {
                    _wrong++;
                    Console.WriteLine($"seed {seed}: wrong about {truth.Account}: {string.Join(", ", truth.Behaviours)}; {Show(finding!)}");
                }

                if (finding is not null)
                {
                    ref var bin = ref _bins[Math.Min(Bins - 1, (int)(finding.Likelihood * Bins))];
                    bin = (bin.All + 1, bin.Shared + (truth.IsShared ? 1 : 0));
                }

                Missed(seed, truth, finding, says);
            }
        }

        public void Print(int firstSeed, int seeds)
        {
            Line($"seeds {firstSeed} to {firstSeed + seeds - 1}: {_accounts} accounts, {_shared} shared, {_detectable} of them detectable");
            Line($"precision of Shared {Share(_right, _right + _wrong)} ({_wrong} wrong of {_right + _wrong})");
            Line($"recall on detectable {Share(_found, _detectable)} ({_detectable - _found} missed), on all shared {Share(_right, _shared)}");
            Console.WriteLine("calibration: likelihood stated, findings, share that is truly shared");
            for (var i = 0; i < Bins; i++)
            {
                if (_bins[i].All > 0)
                {
                    Line($"  {i / (double)Bins:0.0} to {(i + 1) / (double)Bins:0.0}: {_bins[i].All}, {Share(_bins[i].Shared, _bins[i].All)}");
                }
            }

            Console.WriteLine("by story and strength, missed of detectable");
            foreach (var (story, (missed, all)) in _byStory)
            {
                Line($"  {story}: {missed} of {all}");
            }
        }

        private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

        private static string Share(int part, int all) => all == 0 ? "-" : ((double)part / all).ToString("0.000", CultureInfo.InvariantCulture);

        private static string Show(SharedCredentialUse finding) =>
            string.Create(CultureInfo.InvariantCulture, $"{finding.Likelihood:0.000}: ") + string.Join("; ", finding.Evidence.Select(e => string.Create(CultureInfo.InvariantCulture, $"{e.Kind} {e.Days} days {e.LogLikelihoodRatio:+0.0} {e.Detail}")));

        private void Missed(int seed, AccountTruth truth, SharedCredentialUse? finding, bool says)
        {
            if (!truth.Detectable)
            {
                return;
            }

            _detectable++;
            _found += says ? 1 : 0;
            var key = $"{truth.Case!.Story}, {truth.Strength}";
            var (missed, all) = _byStory.GetValueOrDefault(key);
            _byStory[key] = (missed + (says ? 0 : 1), all + 1);
            if (!says)
            {
                Console.WriteLine($"seed {seed}: missed {truth.Account}: {truth.Story} {(finding is null ? "no finding" : Show(finding))}");
            }
        }
    }
}
