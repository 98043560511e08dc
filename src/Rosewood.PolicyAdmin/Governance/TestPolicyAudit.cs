using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Governance;

/// <summary>Proves the audit trail: that no entry was changed, removed or put in between since it was written.</summary>
/// <example><code>Test-PolicyAudit</code>Proves that the trail is whole, and prints its head.</example>
/// <example><code>Test-PolicyAudit -ExpectedHead 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef</code>Proves it against the head printed in an earlier report.</example>
public sealed class TestPolicyAudit : PolicyRequest
{
    /// <summary>A head noted elsewhere, such as in the last report: 64 hexadecimal digits. Only with it does a rewritten or shortened trail show.</summary>
    public string? ExpectedHead { get; set; }

    /// <inheritdoc/>
    public override void Validate()
    {
        if (AuditVerifier.Normal(ExpectedHead) is { } head && (head.Length != 64 || !head.All(char.IsAsciiHexDigit)))
        {
            throw new Fault(
                "AuditHeadInvalid",
                FaultKind.InvalidArgument,
                "-ExpectedHead",
                "A head has 64 hexadecimal digits. Copy it whole from the last report, or from an earlier Test-PolicyAudit.").ToException();
        }
    }
}

/// <summary>Runs <see cref="TestPolicyAudit"/>.</summary>
internal sealed class TestPolicyAuditHandler : CommandHandler<TestPolicyAudit>
{
    public override Task HandleAsync(TestPolicyAudit request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var proof = AuditVerifier.Verify(context.Store, request.ExpectedHead);
        sink.Write(proof);
        if (!proof.Intact)
        {
            sink.Report(new Fault("AuditBroken", FaultKind.Corrupt, context.Store.FilePath, proof.Explanation));
        }

        return Task.CompletedTask;
    }
}
