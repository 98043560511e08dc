namespace Rosewood.Tenancy;

/// <summary>How a test tenant is to be. All have defaults: a licensed tenant, all permissions consented, no faults, no budgets.</summary>
public sealed record TestTenantOptions
{
    /// <summary>The clock of the tenant's data: retention, expiries, tokens. Default: the machine's.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The tenant's id.</summary>
    public string TenantId { get; init; } = "11111111-2222-3333-4444-555555555555";

    /// <summary>The only application that is registered.</summary>
    public string ClientId { get; init; } = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";

    /// <summary>The SHA-1 thumbprint (hex) of the only certificate that the application has; null: any.</summary>
    public string? ClientThumbprint { get; init; }

    /// <summary>The public certificate whose key must have signed the assertion; null: the signature is not checked.</summary>
    public System.Security.Cryptography.X509Certificates.X509Certificate2? ClientCertificate { get; init; }

    /// <summary>The permissions to which an administrator has consented; null: all that the tenant knows.</summary>
    public IReadOnlyCollection<string>? Consented { get; init; }

    /// <summary>Whether requests without a token are answered as if they had one with the consented permissions.</summary>
    public bool AcceptAnonymous { get; init; }

    /// <summary>How long a token lives. Default: an hour.</summary>
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How often a device code is polled in vain before the person has signed in; null: until <see cref="TestTenant.ApproveDeviceCodes"/>.</summary>
    public int? DeviceCodePolls { get; init; } = 2;

    /// <summary>Whether there is an https port too, with <see cref="TestTenant.Certificate"/>.</summary>
    public bool Https { get; init; }

    /// <summary>Whether the tenant has Entra ID P1 or P2: without, sign-ins and directory audits are refused.</summary>
    public bool PremiumLicence { get; init; } = true;

    /// <summary>The status with which time-bound membership is refused for want of a licence; null: licensed. The service is known to use 400, and 403 on some paths.</summary>
    public int? PimRefusalStatus { get; init; }

    /// <summary>The longest time-bound membership that the group's policy allows.</summary>
    public TimeSpan PimLongest { get; init; } = TimeSpan.FromDays(180);

    /// <summary>How many days of sign-ins and directory audits are kept.</summary>
    public int ReportDays { get; init; } = 30;

    /// <summary>How late reads show a changed membership.</summary>
    public Consistency Consistency { get; init; } = Consistency.Immediate;

    /// <summary>Whether <c>/security/auditLog</c> is in v1.0; beta always has it.</summary>
    public bool AuditQueriesInV1 { get; init; } = true;

    /// <summary>How many polls an audit query needs until it has succeeded.</summary>
    public int AuditQueryPolls { get; init; } = 2;

    /// <summary>Whether enum values of audit records and queries are written as in v1.0's first days: <c>ExchangeAdmin</c>, <c>Succeeded</c>.</summary>
    public bool AuditEnumsInPascalCase { get; init; }

    /// <summary>The only mailboxes (user ids or login names) that the application may use; null: all.</summary>
    public IReadOnlyCollection<string>? MailboxesAllowed { get; init; }

    /// <summary>Whether the documented throttling budgets are enforced.</summary>
    public bool EnforceBudgets { get; init; }

    /// <summary>How much faster budgets refill than documented: 10 makes a window of ten seconds last one.</summary>
    public double BudgetSpeed { get; init; } = 1;

    /// <summary>The clock of the budgets. Default: the machine's.</summary>
    public TimeProvider BudgetClock { get; init; } = TimeProvider.System;

    /// <summary>How long each Graph answer takes at least.</summary>
    public TimeSpan Latency { get; init; } = TimeSpan.Zero;

    /// <summary>The faults that are thrown in by chance.</summary>
    public FaultPlan Faults { get; init; } = FaultPlan.None;
}
