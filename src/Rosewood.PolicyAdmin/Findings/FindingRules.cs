using Rosewood.PolicyAdmin.Correspondence;
using Rosewood.PolicyAdmin.Correspondence.Texts;
using Rosewood.PolicyAdmin.SignIns;

namespace Rosewood.PolicyAdmin.Findings;

/// <summary>What each sort of finding rests on, and which clause it serves.</summary>
internal static class FindingRules
{
    private static readonly string[] SharedCredentialEvidence =
        Enum.GetNames<SignInEvidenceKind>();

    private static readonly string[] CorrespondenceKinds = Enum.GetNames<CorrespondenceKind>();

    private static readonly string[] TextMisuseKinds = Enum.GetNames<TextMessageMisuseKind>();

    /// <summary>The clause under which a dismissal is audited.</summary>
    public static string ClauseOf(FindingKind finding) => finding switch
    {
        FindingKind.SharedCredentialUse => "LOG-1",
        FindingKind.UnofficialCorrespondence => "COM-1",
        FindingKind.TextMessageMisuse => "COM-3",
        _ => throw new ArgumentOutOfRangeException(nameof(finding)),
    };

    /// <summary>The kinds of evidence that a finding may rest on, by the names that it shows.</summary>
    public static IReadOnlyList<string> EvidenceOf(FindingKind finding) => finding switch
    {
        FindingKind.SharedCredentialUse => SharedCredentialEvidence,
        FindingKind.UnofficialCorrespondence => CorrespondenceKinds,
        FindingKind.TextMessageMisuse => TextMisuseKinds,
        _ => throw new ArgumentOutOfRangeException(nameof(finding)),
    };

    /// <summary>Kinds of evidence as typed, by their proper names, each once, in the finding's order.</summary>
    /// <exception cref="Commands.FaultException"><c>SuppressionEvidenceUnknown</c>: a misspelt kind must not look dismissed.</exception>
    public static IReadOnlyList<string> ReadEvidence(FindingKind finding, IEnumerable<string> typed)
    {
        var known = EvidenceOf(finding);
        var wanted = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in typed)
        {
            var name = known.FirstOrDefault(k => string.Equals(k, word.Trim(), StringComparison.OrdinalIgnoreCase));
            wanted.Add(name ?? throw SuppressionFaults.EvidenceUnknown(word, finding, known).ToException());
        }

        return [.. known.Where(wanted.Contains)];
    }
}
