using System.Globalization;
using Rosewood.PolicyAdmin.Correspondence;
using Rosewood.PolicyAdmin.Simulation.Mail;
using Rosewood.PolicyAdmin.Simulation.Mail.Model;
using Rosewood.PolicyAdmin.Simulation.Mail.Truth;
using Rosewood.PolicyAdmin.Tests.Correspondence;

namespace Rosewood.PolicyAdmin.Benchmarks;

/// <summary>
/// How right Find-UnofficialCorrespondence is about people: simulated schools' mail, from their written files and through the command itself,
/// against the truth, by person and kind. A finding that a declared relationship or an agreed contact explains accuses nobody.
/// </summary>
internal static class CorrespondenceMeasure
{
    private static readonly (MailKind Truth, CorrespondenceKind Kind)[] Kinds =
    [
        (MailKind.PersonalAddress, CorrespondenceKind.PersonalAddress),
        (MailKind.ExternalForward, CorrespondenceKind.ExternalForward),
        (MailKind.InboxRuleForward, CorrespondenceKind.InboxRuleForward),
        (MailKind.SelfForward, CorrespondenceKind.SelfForward),
        (MailKind.OffSystemThread, CorrespondenceKind.OffSystemThread),
    ];

    /// <summary>From here the command shows a finding without being asked.</summary>
    private const double Shown = 0.5;

    public static void Run(int firstSeed, int seeds)
    {
        var tallies = Kinds.ToDictionary(k => k.Truth, _ => new Tally());
        for (var seed = firstSeed; seed < firstSeed + seeds; seed++)
        {
            var mail = MailScenario.Realistic((ulong)seed, 40 + (20 * (seed % 4)), 80 + (30 * (seed % 4))).Build();
            using var school = new SimulatedMailSchool(mail);
            var findings = school.Find();
            var guilty = mail.Truth.Where(t => t.IsGuilty || t.IsInvolved).Select(t => t.Person).ToHashSet();
            foreach (var truth in mail.Truth)
            {
                var kind = Kinds.First(k => k.Truth == truth.Kind).Kind;
                var found = findings.Where(f => f.Kind == kind && f.DeclaredAs is null && string.Equals(f.PersonId, school.IdOf(truth.Person), StringComparison.Ordinal)).MaxBy(f => f.Confidence);
                tallies[truth.Kind].Add(seed, truth, found, guilty.Contains(truth.Person));
            }
        }

        Line($"seeds {firstSeed} to {firstSeed + seeds - 1}, by person and kind");
        var all = new Tally();
        foreach (var (kind, tally) in tallies)
        {
            tally.Print(kind.ToString());
            all.Take(tally);
        }

        all.Print("all kinds");
    }

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    /// <summary>What was found of one kind.</summary>
    private sealed class Tally
    {
        private int _right;
        private int _wrong;
        private int _otherKind;
        private int _guilty;
        private int _detectable;
        private int _found;

        public void Add(int seed, PersonKindTruth truth, UnofficialCorrespondence? finding, bool isGuiltyOfAny)
        {
            _guilty += truth.IsGuilty ? 1 : 0;
            _detectable += truth.Detectable ? 1 : 0;
            if (finding is null || finding.Confidence < Shown)
            {
                if (truth.Detectable)
                {
                    Line($"seed {seed}: missed {truth} at {finding?.Confidence ?? 0:0.00}: {finding?.Explanation} [{string.Join("; ", truth.Detectability.Proofs.Take(4).Select(p => $"{p.Reason} {p.Weight:0.00}"))}]");
                }

                return;
            }

            _right += truth.IsGuilty ? 1 : 0;
            _found += truth.Detectable ? 1 : 0;
            if (!truth.IsGuilty && isGuiltyOfAny)
            {
                // By the wrong name, or part of the same story: no innocent person is accused.
                _otherKind++;
            }
            else if (!truth.IsGuilty)
            {
                _wrong++;
                Line($"seed {seed}: wrong about {truth}: {finding.Confidence:0.00} {finding.Count} × {finding.Correspondent} {finding.Explanation}");
            }
        }

        public void Take(Tally other)
        {
            _right += other._right;
            _wrong += other._wrong;
            _otherKind += other._otherKind;
            _guilty += other._guilty;
            _detectable += other._detectable;
            _found += other._found;
        }

        public void Print(string name) => Line(
            $"{name}: precision {Share(_right, _right + _wrong)} ({_wrong} wrong of {_right + _wrong}; {_otherKind} more of another kind about the same people), recall on {_detectable} detectable {Share(_found, _detectable)}, on all {_guilty} {Share(_right, _guilty)}");

        private static string Share(int part, int all) => all == 0 ? "-" : ((double)part / all).ToString("0.000", CultureInfo.InvariantCulture);
    }
}
