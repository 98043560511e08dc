using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Registers.Rulings;

/// <summary>Shows what SLT ruled about systems to communicate by (COM-4), now or at a moment.</summary>
/// <example><code>Get-SltRuling</code>What holds now or later.</example>
/// <example><code>Get-SltRuling -At 2026-11-12T10:30</code>What held then.</example>
public sealed class GetSltRuling : PolicyRequest
{
    /// <summary>Rulings by id. Default: all.</summary>
    public string[] Id { get; set; } = [];

    /// <summary>Only what held at this moment, school local time, as it was known then.</summary>
    public TimeInput? At { get; set; }

    /// <summary>What has ended or was closed too.</summary>
    public bool IncludeEnded { get; set; }
}

internal sealed class GetSltRulingHandler : CommandHandler<GetSltRuling>
{
    public override Task HandleAsync(GetSltRuling request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var people = context.LoadPeople();
        var at = request.At?.ToStart(context.Workspace.Zone) ?? context.Now;
        foreach (var ruling in context.Store.Rulings.LoadAll().Where(r => request.Id.Length == 0 || request.Id.Contains(r.Fact.Id, StringComparer.OrdinalIgnoreCase)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var status = ruling.StatusAt(at.UtcTicks);
            if (request.IncludeEnded || status == RulingStatus.Active || (request.At is null && status == RulingStatus.Pending))
            {
                sink.Write(SltRuling.Of(ruling, people, context, at));
            }
        }

        return Task.CompletedTask;
    }
}
