using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Reporting;

namespace Rosewood.PolicyAdmin.Commands;

/// <summary>Every command with its handler and the roles that may run it: the one table of rights.</summary>
public static class CommandTable
{
    /// <summary>Technicians and SLT.</summary>
    private static readonly RoleSet Operators = RoleSet.SeniorLeadership.With(Role.Technician);

    /// <summary>Those who may see the access register and the audit: operators, DSL and DPO.</summary>
    private static readonly RoleSet Readers = Operators.With(Role.SafeguardingLead).With(Role.DataProtectionOfficer);

    private static readonly CommandDescriptor[] Entries =
    [
        // <commands> one line each, in the order of the public surface
        Command<NewPolicyComplianceReport, NewPolicyComplianceReportHandler>("New-PolicyComplianceReport", Operators),
        // </commands>
    ];

    /// <summary>All commands.</summary>
    public static IReadOnlyList<CommandDescriptor> All => Entries;

    /// <summary>The command whose request is of this type.</summary>
    /// <exception cref="KeyNotFoundException">No command has that request.</exception>
    public static CommandDescriptor For(Type requestType) =>
        Array.Find(Entries, e => e.RequestType == requestType) ?? throw new KeyNotFoundException(requestType?.Name);

    private static CommandDescriptor Command<TRequest, THandler>(string name, RoleSet roles, WorkspaceNeed needs = WorkspaceNeed.Store)
        where TRequest : PolicyRequest
        where THandler : CommandHandler<TRequest>, new() =>
        new(name, typeof(TRequest), static () => new THandler(), roles, needs);
}
