using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Registers.Rulings;

/// <summary>Ends rulings now (COM-4). They stay on record, and still explain what was seen while they held. For SLT.</summary>
/// <example><code>Close-SltRuling -Id SR-0001 -Reason 'The school has its own portal now'</code>Closes one.</example>
/// <example><code>Get-SltRuling | Close-SltRuling -Reason 'New policy'</code>Closes all.</example>
public sealed class CloseSltRuling : PolicyRequest
{
    /// <summary>Rulings by id.</summary>
    public string[] Id { get; set; } = [];

    /// <summary>Why; kept with it.</summary>
    public string? Reason { get; set; }

    /// <inheritdoc/>
    public override void Validate() => RegisterText.Read(nameof(Reason), Reason);
}

internal sealed class CloseSltRulingHandler : CommandHandler<CloseSltRuling>
{
    public override Task HandleAsync(CloseSltRuling request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var ids = request.Id.Select(i => i.Trim()).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var people = context.LoadPeople();
        var book = new RulingBook(context, people);
        var open = book.Open(ids, context.Now);
        if (sink.ShouldProcess(string.Join(", ", open.Select(r => $"{r.Fact.Id} ({r.Fact.System})")), "Close: it no longer holds"))
        {
            foreach (var ruling in book.Close(ids, RegisterText.Read(nameof(request.Reason), request.Reason)))
            {
                sink.Write(SltRuling.Of(ruling, people, context, ruling.Ending!.At));
            }
        }

        return Task.CompletedTask;
    }
}
