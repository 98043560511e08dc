using System.Globalization;
using System.Security.Cryptography;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Governance.Pages;

/// <summary>
/// Writes the facts that a data protection impact assessment asks for, as a page and as JSON: what is collected, why, how long, who sees it,
/// how much is really there, and which audits are on (GOV-1). Not legal advice.
/// </summary>
/// <example><code>New-PolicyDpiaFacts</code>Into the workspace's reports folder.</example>
/// <example><code>New-PolicyDpiaFacts -OutputPath ./dpia</code>Into another folder.</example>
public sealed class NewPolicyDpiaFacts : PolicyRequest
{
    /// <summary>The folder to write to. Default: the workspace's reports folder.</summary>
    [FilePath]
    public string? OutputPath { get; set; }
}

/// <summary>Runs <see cref="NewPolicyDpiaFacts"/>.</summary>
internal sealed class NewPolicyDpiaFactsHandler : CommandHandler<NewPolicyDpiaFacts>
{
    public override Task HandleAsync(NewPolicyDpiaFacts request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var folder = new GovernanceFolder(request.OutputPath, context);
        if (!sink.ShouldProcess(folder.Path, "Write the facts for the data protection impact assessment"))
        {
            return Task.CompletedTask;
        }

        var facts = DpiaFacts.Read(context);
        var stem = string.Create(CultureInfo.InvariantCulture, $"dpia-facts-{facts.MadeAt:yyyy-MM-dd}");
        var files = folder.Write(stem, [(".html", DpiaPage.ToBytes(facts)), (".json", PolicyJson.Serialise(facts, indented: true))], "New-PolicyDpiaFacts");
        foreach (var (path, content) in files)
        {
            sink.Write(new GovernanceFile("DPIA facts", path, [], Convert.ToHexStringLower(SHA256.HashData(content)), facts.AuditHead));
        }

        return Task.CompletedTask;
    }
}
