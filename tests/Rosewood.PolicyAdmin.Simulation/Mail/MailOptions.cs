using System.Collections.Immutable;
using Rosewood.PolicyAdmin.Simulation.Mail.Model;

namespace Rosewood.PolicyAdmin.Simulation.Mail;

/// <summary>What school's mail to make. The same options give the same files, byte for byte.</summary>
public sealed record MailOptions
{
    /// <summary>What all chance comes from.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Members of staff, 30 to 120.</summary>
    public int StaffCount { get; init; } = 60;

    /// <summary>Families, 60 to 300.</summary>
    public int FamilyCount { get; init; } = 110;

    /// <summary>School days, 1 to 80.</summary>
    public int SchoolDays { get; init; } = 60;

    /// <summary>The first day.</summary>
    public DateOnly StartDate { get; init; } = new(2026, 9, 7);

    /// <summary>How many days before the last one the trace begins; 90 is what Exchange keeps.</summary>
    public int TraceDays { get; init; } = 90;

    /// <summary>How likely each behaviour is.</summary>
    public MailRates Rates { get; init; } = MailRates.Realistic;

    /// <summary>Behaviours that a certain number of people or families have, whatever the rates say; 1 or 0 for those of the school.</summary>
    public ImmutableSortedDictionary<MailBehaviour, int> People { get; init; } = ImmutableSortedDictionary<MailBehaviour, int>.Empty;

    /// <summary>The share of staff who have a guilty story, 0 to 1; the number is rounded.</summary>
    public double MisuseShare { get; init; } = 0.1;

    /// <summary>Guilty stories beside those of the share.</summary>
    public ImmutableArray<PlannedMisuse> Misuse { get; init; } = [];

    /// <summary>The share of staff whose personal address is in <c>staff.csv</c>.</summary>
    public double RegisteredShare { get; init; } = 0.5;

    /// <summary>The share of the school's mailboxes whose headers are exported.</summary>
    public double HeaderShare { get; init; } = 0.7;

    /// <summary>How much colleagues write to each other, as a factor.</summary>
    public double ColleagueMail { get; init; } = 1;

    /// <summary>What the school hands over.</summary>
    public MailSources Sources { get; init; } = MailSources.All;

    /// <summary>Whether the trace is the admin center's <c>trace.csv</c> in UTF-16 instead of <c>trace.json</c>.</summary>
    public bool TraceCsv { get; init; }

    /// <summary>Whether <c>headers.json</c> and <c>trace.json</c> have a record a line, without the array around them.</summary>
    public bool JsonLines { get; init; }
}
