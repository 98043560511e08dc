using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Commands;

/// <summary>One command: its request, its handler and who may run it.</summary>
/// <param name="Name">Verb-Noun.</param>
/// <param name="RequestType">The request's type.</param>
/// <param name="HandlerType">The handler's type, of which each run makes one.</param>
/// <param name="Roles">Who may run it; empty: anyone, with or without a place on the roster.</param>
/// <param name="Needs">What of the workspace is opened for it.</param>
public sealed record CommandDescriptor(
    string Name,
    Type RequestType,
    Type HandlerType,
    RoleSet Roles,
    WorkspaceNeed Needs = WorkspaceNeed.Store)
{
    /// <summary>Whether a timer or service may run it without a login, as the account that owns the store.</summary>
    public bool MayRunUnattended { get; init; }

    /// <summary>Whether <c>-WhatIf</c> tells by the exit code that there is something to do.</summary>
    public bool TellsPending { get; init; }

    /// <summary>Makes a handler.</summary>
    public ICommandHandler CreateHandler() => (ICommandHandler)Activator.CreateInstance(HandlerType)!;
}

/// <summary>What a command needs of the workspace before its handler runs.</summary>
public enum WorkspaceNeed
{
    /// <summary>Nothing: it reads files or embedded tables only.</summary>
    None,

    /// <summary>A workspace if there is one, without complaint where there is none.</summary>
    Optional,

    /// <summary>The open store and a valid <c>policy.json</c>.</summary>
    Store,
}
