using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Safeguarding;

/// <summary>Shows who has a key to safeguarding concerns, since when, and its fingerprint, which its holder compares with the one in their file.</summary>
/// <example><code>Get-SafeguardingKey</code>The keys in use, and those whose holder changed.</example>
/// <example><code>Get-SafeguardingKey -IncludeRetired</code>All that there ever were.</example>
public sealed class GetSafeguardingKey : PolicyRequest
{
    /// <summary>Retired keys too.</summary>
    public bool IncludeRetired { get; set; }
}

internal sealed class GetSafeguardingKeyHandler : CommandHandler<GetSafeguardingKey>
{
    public override Task HandleAsync(GetSafeguardingKey request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var book = new SafeguardingKeyBook(context, context.LoadPeople());
        var concerns = context.Store.Concerns.LoadAll();
        foreach (var key in book.All.Where(k => request.IncludeRetired || k.EndedAt is null))
        {
            sink.Write(SafeguardingKey.Of(key, book, concerns, context));
        }

        var inUse = book.InUse();
        foreach (var (kind, warning) in new[]
        {
            (SafeguardingKeyKind.Lead, "No safeguarding lead has a key: concerns can't be reported here. The safeguarding lead makes one with New-SafeguardingKey."),
            (SafeguardingKeyKind.Escrow, "No escrow key is in use: a lost key would lose the concerns, and none about the safeguarding lead can be reported here. Somebody outside IT makes one with New-SafeguardingKey -Escrow."),
        })
        {
            if (!inUse.Any(k => k.Kind == kind))
            {
                sink.Warn(warning);
            }
        }

        return Task.CompletedTask;
    }
}
