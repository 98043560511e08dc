using System.Text.RegularExpressions;
using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.Docs;

/// <summary>The reference pages list what the code has, all of it and nothing else.</summary>
public sealed partial class ReferencePagesTests
{
    [Fact]
    public void Every_fault_is_in_the_page_of_faults_and_the_reverse()
    {
        var inCode = Repository.SourceFiles().SelectMany(f => FaultId().Matches(File.ReadAllText(f))).Select(m => m.Groups["id"].Value).ToHashSet(StringComparer.Ordinal);
        var inPage = Repository.Read("docs/faults.md").Split('\n').Where(l => l.StartsWith("| `", StringComparison.Ordinal))
            .SelectMany(l => Quoted().Matches(l.Split('|')[1])).Select(m => m.Groups["id"].Value).ToHashSet(StringComparer.Ordinal);

        inCode.Count.ShouldBeGreaterThan(80);
        inCode.Except(inPage, StringComparer.Ordinal).ShouldBeEmpty("faults that docs/faults.md lacks");

        // An id may also be given to a helper that makes the fault.
        var source = string.Concat(Repository.SourceFiles().Select(File.ReadAllText));
        inPage.Except(inCode, StringComparer.Ordinal).Where(id => !source.Contains($"\"{id}\"", StringComparison.Ordinal)).ShouldBeEmpty("faults of docs/faults.md that no code has");
    }

    [Fact]
    public void Every_verdict_and_reason_code_is_in_their_page()
    {
        var page = Repository.Read("docs/reason-codes.md");

        Enum.GetNames<Verdict>().Concat(Enum.GetNames<ReasonCode>()).Where(n => !page.Contains($"| `{n}` |", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [GeneratedRegex("""(?:(?:Fault|new)\(\s*"(?<id>[A-Z][A-Za-z]+)",\s*FaultKind\.|(?:Invalid|NotAuthorised)\("(?<id>[A-Z][A-Za-z]+)",)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FaultId();

    [GeneratedRegex("`(?<id>[A-Z][A-Za-z]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted();
}
