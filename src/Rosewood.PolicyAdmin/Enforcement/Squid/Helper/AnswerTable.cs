using System.Text;
using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Enforcement.Snapshot;

namespace Rosewood.PolicyAdmin.Enforcement.Squid.Helper;

/// <summary>
/// The answers, made once: <c>OK tag=Grant log=Grant</c>, <c>ERR message="…" tag=NoGrant log=NoGrant</c>. What depends on a line, the
/// channel before and <c>/G-0001</c> behind, is added by <see cref="LineAnswerer"/>.
/// </summary>
internal sealed class AnswerTable
{
    private readonly byte[][] _allowed = [.. Enum.GetValues<ReasonCode>().Select(static r => Bytes($"OK {Notes(r)}"))];
    private readonly byte[][] _refused = [.. Enum.GetValues<ReasonCode>().Select(static r => Bytes($"ERR message={Quoted(HelperWords.Of(r))} {Notes(r)}"))];
    private readonly byte[][] _unavailable = [.. Enum.GetValues<SnapshotProblem>().Select(static p => Bytes($"ERR message={Quoted(SnapshotWords.ForVisitors(p))} {Notes(ReasonCode.StateUnavailable)}"))];

    /// <summary>The line can't be understood.</summary>
    public byte[] NotUnderstood { get; } = Bytes($"BH message={Quoted($"The question was not understood: external_acl_type needs the format {HelperLine.Format}.")}");

    /// <summary>The line is longer than any question.</summary>
    public byte[] TooLong { get; } = Bytes($"BH message={Quoted("The question is too long.")}");

    /// <summary>The answer to a decision.</summary>
    public byte[] For(in AccessDecision decision) => (decision.Allowed ? _allowed : _refused)[(int)decision.Reason];

    /// <summary>The answer while there are no facts.</summary>
    public byte[] For(SnapshotProblem problem) => _unavailable[(int)problem];

    /// <summary>As Squid takes it: in double quotes, with a backslash before quotes and backslashes; a line break would end the answer.</summary>
    internal static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).ReplaceLineEndings(" ")}\"";

    private static string Notes(ReasonCode reason) => $"tag={reason} log={reason}";

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
