using Rosewood.PolicyAdmin.Commands.Completion;

namespace Rosewood.PolicyAdmin.Cmdlets.Completion;

// PowerShell makes a completer from its type alone, so each kind of values has a type, and all of them this file.

/// <summary>Completes people.</summary>
public sealed class PersonCompleter() : ValueCompleter(KnownValueKind.Person);

/// <summary>Completes services.</summary>
public sealed class ServiceCompleter() : ValueCompleter(KnownValueKind.Service);

/// <summary>Completes devices and their classes.</summary>
public sealed class DeviceCompleter() : ValueCompleter(KnownValueKind.Device);

/// <summary>Completes formats of logs.</summary>
public sealed class LogFormatCompleter() : ValueCompleter(KnownValueKind.LogFormat);

/// <summary>Completes targets of the block.</summary>
public sealed class TargetCompleter() : ValueCompleter(KnownValueKind.Target);

/// <summary>Completes clauses of the policy.</summary>
public sealed class ClauseCompleter() : ValueCompleter(KnownValueKind.Clause);

/// <summary>Completes commands.</summary>
public sealed class CommandCompleter() : ValueCompleter(KnownValueKind.Command);

/// <summary>Completes grants.</summary>
public sealed class GrantCompleter() : ValueCompleter(KnownValueKind.Grant);

/// <summary>Completes changes that wait.</summary>
public sealed class PolicyChangeCompleter() : ValueCompleter(KnownValueKind.PolicyChange);

/// <summary>Completes incidents.</summary>
public sealed class IncidentCompleter() : ValueCompleter(KnownValueKind.Incident);

/// <summary>Completes dismissals of findings.</summary>
public sealed class SuppressionCompleter() : ValueCompleter(KnownValueKind.Suppression);

/// <summary>Completes legal holds.</summary>
public sealed class LegalHoldCompleter() : ValueCompleter(KnownValueKind.LegalHold);

/// <summary>Completes rulings of SLT.</summary>
public sealed class RulingCompleter() : ValueCompleter(KnownValueKind.Ruling);

/// <summary>Completes declarations of relationships.</summary>
public sealed class DeclarationCompleter() : ValueCompleter(KnownValueKind.Declaration);

/// <summary>Completes agreements on contact.</summary>
public sealed class AgreementCompleter() : ValueCompleter(KnownValueKind.Agreement);

/// <summary>Completes records of interviews.</summary>
public sealed class RecruitmentCompleter() : ValueCompleter(KnownValueKind.Recruitment);

/// <summary>Completes schedules of reports.</summary>
public sealed class ScheduleCompleter() : ValueCompleter(KnownValueKind.Schedule);
