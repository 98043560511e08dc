namespace Rosewood.PolicyAdmin.Commands;

/// <summary>What runs a request. Hosts reach it through <see cref="CommandRunner"/> only.</summary>
public interface ICommandHandler
{
    /// <summary>Runs the request.</summary>
    Task HandleAsync(PolicyRequest request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken);
}

/// <summary>The typed base of every handler.</summary>
/// <typeparam name="TRequest">Its request.</typeparam>
public abstract class CommandHandler<TRequest> : ICommandHandler
    where TRequest : PolicyRequest
{
    /// <summary>Does what the request asks; its results go to <paramref name="sink"/>.</summary>
    public abstract Task HandleAsync(TRequest request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken);

    Task ICommandHandler.HandleAsync(PolicyRequest request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken) =>
        HandleAsync((TRequest)request, context, sink, cancellationToken);
}
