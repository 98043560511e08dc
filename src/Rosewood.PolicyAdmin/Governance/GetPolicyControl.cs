using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Governance;

/// <summary>Shows each clause of the policy with what stands behind it: enforced, audited, recorded, or not covered.</summary>
/// <example><code>Get-PolicyControl</code>Each clause with what stands behind it.</example>
/// <example><code>Get-PolicyControl -Clause USE-*</code>The clauses about use.</example>
public sealed class GetPolicyControl : PolicyRequest
{
    /// <summary>Only these clauses, such as <c>USE-1</c>; <c>USE-*</c> takes all of a kind. Default: all.</summary>
    public string[] Clause { get; set; } = [];
}

/// <summary>Runs <see cref="GetPolicyControl"/>.</summary>
internal sealed class GetPolicyControlHandler : CommandHandler<GetPolicyControl>
{
    public override Task HandleAsync(GetPolicyControl request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var unknown = Array.Find(request.Clause, c => !ControlRules.All.Any(r => Matches(c, r.Clause)));
        if (unknown is not null)
        {
            throw new Fault(
                "ClauseNotFound",
                FaultKind.NotFound,
                unknown,
                $"The policy has no such clause. It has {string.Join(", ", ControlRules.All.Select(static r => r.Clause))}.").ToException();
        }

        foreach (var control in ControlReader.Read(context).Where(c => request.Clause.Length == 0 || Array.Exists(request.Clause, p => Matches(p, c.Clause))))
        {
            sink.Write(control);
        }

        return Task.CompletedTask;
    }

    private static bool Matches(string pattern, string clause) => System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern, clause);
}
